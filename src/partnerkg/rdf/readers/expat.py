"""XML from strangers, read by expat piece by piece: nothing is fetched, nothing grows without bound."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.xmlreader import AttributesNSImpl

from partnerkg.errors import N_, Message
from partnerkg.rdf.nesting.bounds import DEEPEST, LONGEST, Fault, too_deep, too_long

TYPE_CHECKING = False
if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from typing import Any
    from xml.parsers.expat import XMLParserType

    Name = tuple[str | None, str]  # namespace and local name

LONGEST_ENTITY = 10_000  # characters that an entity stands for, with all those that it names
MOST = 10_000  # attributes and namespaces of an element
_GROWTH = 100  # times that expat lets a piece of a document grow by its entities
WIDEST = 10  # times that a document may grow by them
_REFERRING = 4  # bytes of the shortest name of an entity where it is used, about
_REFERENCE = re.compile("&([^#;][^;]*);")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.-]+)")
_OWN = ("amp", "lt", "gt", "quot", "apos")


class Parser:
    """Gives what it reads to a SAX handler of names with namespaces; `title` is a name as it is written."""

    def __init__(self, handler: Any) -> None:
        self.title = ""
        self._handler = handler
        self._entities: dict[str, int] = {}
        self._depth = 0
        self._given = 0  # bytes to expat
        self._begun = 0  # where the last tag begins
        self._longest = LONGEST  # bytes from there, so that what they stand for is no longer than that
        self._text = 0  # characters since then
        self._whole = 0  # characters in all
        self._namespaces = 0  # declared since then
        self._decoder: IncrementalDecoder | None = None
        self._expat = self._made(None)

    def _made(self, encoding: str | None) -> XMLParserType:
        expat, handler = ParserCreate(encoding, " "), self._handler
        expat.namespace_prefixes = True
        expat.buffer_text = True
        expat.buffer_size = 1 << 20
        expat.StartElementHandler = self._start
        expat.EndElementHandler = self._end
        expat.CharacterDataHandler = self._characters
        expat.CommentHandler = handler.comment
        expat.ProcessingInstructionHandler = handler.processingInstruction
        expat.StartNamespaceDeclHandler = self._namespace
        expat.EntityDeclHandler = self._declared
        expat.SkippedEntityHandler = self._skipped
        expat.ExternalEntityRefHandler = self._elsewhere
        if hasattr(expat, "SetReparseDeferralEnabled"):
            expat.SetReparseDeferralEnabled(False)  # else its place lags behind
        return expat

    @property
    def line(self) -> int:
        """Return the line that is being read."""
        return self._expat.CurrentLineNumber

    def feed(self, data: bytes) -> None:
        """Read the next bytes; Fault, or what the handler raises."""
        if not self._given and (declared := _DECLARED.match(data)):
            self._decode_as(declared[1].decode())
        self._parse(data, False)
        if self._given - self._begun > self._longest:
            raise Fault(self.line, too_long(self._longest))

    def close(self) -> None:
        """Read to the end."""
        self._parse(b"", True)

    def _decode_as(self, name: str) -> None:
        """Have Python decode what it can: expat knows few encodings."""
        try:
            self._decoder = getincrementaldecoder(name)()
            self._expat = self._made("utf-8")
        except LookupError as error:
            raise Fault(1, Message(N_("its encoding `{name}` is not known"), name=name)) from error

    def _parse(self, data: bytes, last: bool) -> None:
        try:
            if self._decoder is not None:
                data = self._decoder.decode(data, last).encode()
            self._expat.Parse(data, last)
            self._given += len(data)
        except UnicodeError as error:
            reason = Message(N_("what it holds is not in the encoding that it declares"))
            raise Fault(self.line, reason) from error
        except ExpatError as error:
            raise Fault(error.lineno, Message("{reason}", reason=str(error).split(":")[0])) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Fault(self.line, too_deep(N_("elements")))
        if len(attributes) + self._namespaces > MOST:
            reason = N_("an element has more than {limit} attributes and namespaces")
            raise Fault(self.line, Message(reason, limit=MOST))
        self._begin()
        self._count(*attributes.values())
        written = {_name(one): _title(one) for one in attributes}
        values = {_name(one): value for one, value in attributes.items()}
        self.title = _title(name)
        self._handler.startElementNS(_name(name), None, AttributesNSImpl(values, written))

    def _end(self, name: str) -> None:
        self._begin()
        self._depth -= 1
        self._handler.endElementNS(_name(name), None)

    def _begin(self) -> None:
        self._begun = self._expat.CurrentByteIndex
        self._text = self._namespaces = 0

    def _namespace(self, prefix: str | None, namespace: str) -> None:
        self._namespaces += 1
        self._handler.startPrefixMapping(prefix, namespace)

    def _characters(self, text: str) -> None:
        self._text += len(text)
        if self._text > LONGEST:
            raise Fault(self.line, too_long(LONGEST))
        self._count(text)
        self._handler.characters(text)

    def _count(self, *texts: str) -> None:
        self._whole += sum(map(len, texts))
        if self._whole > LONGEST + WIDEST * self._given:
            reason = N_("its entities stand for more than {limit} times what it holds")
            raise Fault(self.line, Message(reason, limit=WIDEST))

    def _declared(self, name: str, is_parameter: bool, value: str | None, *_place: object) -> None:
        if value is None or is_parameter:
            return  # of another file, or of the declarations alone: whoever refers to it is told
        parts = [part for part in _REFERENCE.findall(value) if part not in _OWN]
        size = len(value) + sum(self._entities.get(part, 0) for part in parts)
        if size > LONGEST_ENTITY:
            reason = N_("the entity `{name}` stands for more than {limit} characters")
            raise Fault(self.line, Message(reason, name=name, limit=LONGEST_ENTITY))
        self._entities.setdefault(name, size)
        growth = min(_GROWTH, max(1, size // _REFERRING))
        self._longest = min(self._longest, LONGEST // growth)

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        self._refuse(name)

    def _elsewhere(self, context: str, *_place: object) -> int:
        self._refuse(context.rsplit("\f", maxsplit=1)[-1])
        return 0

    def _refuse(self, name: str) -> None:
        reason = N_("what the entity `{name}` stands for is said in another file, which is never fetched")
        raise Fault(self.line, Message(reason, name=name))


def _name(name: str) -> Name:
    parts = name.split(" ")
    return (parts[0], parts[1]) if len(parts) > 1 else (None, name)


def _title(name: str) -> str:
    parts = name.split(" ")
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]
