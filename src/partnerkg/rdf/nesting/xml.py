"""The elements and entities of RDF/XML."""

from __future__ import annotations

from xml.parsers.expat import ExpatError, ParserCreate

from pyoxigraph import RdfFormat

from partnerkg.errors import N_, Message
from partnerkg.rdf.nesting import DEEPEST, LONGEST, Fault, too_deep, too_long

LONGEST_ENTITY = 200  # characters: a namespace, not a bomb


class Watch:
    """Passes on what another parser, which resolves nothing, has read without a fault."""

    def __init__(self) -> None:
        self._depth = 0
        self._given = 0  # bytes
        self._start = 0  # where the last `<` stands
        self._section: int | None = None  # where a section begins that may be full of `<`
        self._reader = ParserCreate()
        self._reader.StartElementHandler = self._start_element
        self._reader.EndElementHandler = self._end_element
        self._reader.EntityDeclHandler = self._entity
        self._reader.StartDoctypeDeclHandler = self._start_section
        self._reader.EndDoctypeDeclHandler = self._end_section
        self._reader.StartCdataSectionHandler = self._start_section
        self._reader.EndCdataSectionHandler = self._end_section
        if hasattr(self._reader, "SetReparseDeferralEnabled"):
            self._reader.SetReparseDeferralEnabled(False)  # else its place lags behind

    def feed(self, block: bytes, line: int) -> bytes:
        """Return the block."""
        self._parse(block, False)
        last = block.rfind(b"<")
        self._start = self._given + last if last >= 0 else self._start
        self._given += len(block)
        begun = min(self._start, self._reader.CurrentByteIndex)
        begun = begun if self._section is None else min(begun, self._section)
        if self._given - begun > LONGEST:
            raise Fault(self._reader.CurrentLineNumber, too_long(RdfFormat.RDF_XML))
        return block

    def end(self, line: int) -> bytes:
        """Return nothing: nothing waited."""
        self._parse(b"", True)
        return b""

    def _parse(self, block: bytes, last: bool) -> None:
        try:
            self._reader.Parse(block, last)
        except ExpatError as error:
            reason = Message("{reason}", reason=str(error).split(":")[0])
            raise Fault(error.lineno, reason) from error

    def _start_element(self, _name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Fault(self._reader.CurrentLineNumber, too_deep(N_("elements")))

    def _end_element(self, _name: str) -> None:
        self._depth -= 1

    def _entity(self, name: str, _parameter: bool, value: str | None, *_place: object) -> None:
        if value is None or len(value) > LONGEST_ENTITY or "&" in value:
            reason = Message(N_("the entity `{name}` is more than a short text of its own"), name=name)
            raise Fault(self._reader.CurrentLineNumber, reason)

    def _start_section(self, *_names: object) -> None:
        self._section = self._reader.CurrentByteIndex

    def _end_section(self) -> None:
        self._section = None
