"""RDF files in, of any size: opened, unpacked, checked and handed to the parser that reads them rightly."""

from __future__ import annotations

import re
from collections import deque

from pyoxigraph import RdfFormat, parse

from partnerkg.errors import N_, BrokenFile, Message, WrongBase
from partnerkg.rdf import directives, forms, iris, nesting, opened
from partnerkg.rdf.nesting import bounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType
    from typing import BinaryIO, Self

    from pyoxigraph import Quad

OWN = "own"  # the address of the file itself
_MARK = b"\xef\xbb\xbf"
_FULL = "buffer maximal size"  # how pyoxigraph says that it can hold no more of a token
_OTHER_ENCODING = rb"\xff\xfe|\xfe\xff|<\?xml[^>]*encoding=[\"'](?!(?i:utf-?8))"
_NO_SCHEME = "No scheme found in an absolute IRI"


class Source:
    """An RDF file that is open: inside a `with`, its `quads`, or `content` and `form` for the fast parser.

    A file that cannot be opened, or is small and faulty, is an error at once: MissingFile, UnreadableFile,
    UnknownFormat, BrokenFile. What is wrong later, the syntax too, becomes one of them on the way out.
    """

    __slots__ = ("_file", "_parser", "_path", "_prefixes", "_whole", "base", "content", "form")

    def __init__(self, path: str, base: str | None = OWN) -> None:
        """Open the file; without a `base`, relative IRIs are errors."""
        self._path = path
        self._prefixes: dict[str, str] = {}
        self._parser: object = None
        self.base = _base(path) if base == OWN else None if base is None else _checked_base(base)
        self._file = opened.opened(path)
        self.content: bytes | Checked | BinaryIO | None = None
        try:
            first = opened.read(path, self._file, opened.BLOCK)
            self.form = _form(path, first)
            self._whole = first if len(first) < opened.BLOCK else None
            self._take(first)
            if self._whole is not None:
                self._file.close()
        except BaseException:
            self._file.close()
            raise

    @property
    def name(self) -> str | Message:
        """Return what the file is called in a message."""
        return opened.shown(self._path)

    def _take(self, first: bytes) -> None:
        """Check a small file, or begin to read a large one; leave `content` None for a slow reader."""
        text = first.removeprefix(_MARK)
        if self.form == RdfFormat.RDF_XML:
            if not re.match(_OTHER_ENCODING, first):
                self.content = self._plain_xml()
        elif self._whole is None:
            self.content = Checked(self._path, self.form, self._file, text)
        else:
            self.content = _checked(self._path, text, self.form)

    def __enter__(self) -> Self:
        """Look through JSON-LD to see which parser reads it rightly, and whether in the order it comes."""
        if self.form == RdfFormat.JSON_LD:
            try:
                self._choose()
            except BaseException as error:
                self.__exit__(type(error), error, None)
                raise
        return self

    def _choose(self) -> None:
        from partnerkg.rdf.readers import plain

        if not plain.json_ld(self._pieces()):
            self.content = None
        elif self._whole is None and self._streams():
            self.form = RdfFormat.STREAMING_JSON_LD

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Return the prefixes that the part read so far declares."""
        return getattr(self._parser, "prefixes", self._prefixes)

    def tags(self) -> Mapping[str, str]:
        """Return the spelling of the language tags that are written with capitals, and in no other way."""
        from partnerkg.rdf import tags

        return tags.spellings(self._pieces(), self.form)

    def quads(self) -> Iterator[Quad]:
        """Return the quads in their order, blank nodes with new labels."""
        if self.content is None:
            return self._slowly()
        self._parser = found = parse(
            self.content,  # type: ignore[arg-type]
            format=self.form,
            base_iri=self.base,
            rename_blank_nodes=True,
        )
        return found

    def _slowly(self) -> Iterator[Quad]:
        if self.form == RdfFormat.RDF_XML:
            from partnerkg.rdf.readers import rdf_xml

            pieces = self._pieces()
            start = self._whole if self._whole is not None else next(self._pieces(), b"")
            if not re.match(_OTHER_ENCODING, start):
                pieces = opened.in_utf_8(self._path, pieces)
            shared = forms.ending(self._path) != ".rdf"
            return rdf_xml.quads(pieces, self.base, self._prefixes, shared=shared)
        from partnerkg.rdf.readers import json_ld

        data = b""
        for piece in self._pieces():
            data += piece
            if len(data) > json_ld.LARGEST:
                break
        data = data.removeprefix(_MARK)
        if self._whole is None:
            _checked(self._path, data, self.form)
        return json_ld.quads(opened.shown(self._path), data, self.base)

    def _pieces(self) -> Iterator[bytes]:
        return opened.pieces(self._path) if self._whole is None else iter([self._whole])

    def _plain_xml(self) -> bytes | BinaryIO | None:
        """Return what the fast parser reads rightly, None if it would not."""
        from partnerkg.rdf.readers import plain

        if not plain.xml(opened.in_utf_8(self._path, self._pieces())):
            return None
        if self._whole is not None:
            return self._whole.removeprefix(_MARK)
        self._file.seek(0)
        return self._file

    def _streams(self) -> bool:
        """Return whether JSON-LD says of each thing first what it is; BrokenFile if it is no JSON."""
        form = RdfFormat.STREAMING_JSON_LD
        with opened.opened(self._path) as file:
            checked = Checked(self._path, form, file, opened.read(self._path, file, opened.BLOCK))
            try:
                deque(parse(checked, format=form, base_iri=self.base), maxlen=0)  # type: ignore[arg-type]
            except SyntaxError as error:
                if error.lineno is None:
                    return False  # what is wrong may be the order alone: the patient parser will say
                raise BrokenFile(
                    path=opened.shown(self._path), line=error.lineno, reason=_reason(error)
                ) from error
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        path = opened.shown(self._path)
        if isinstance(error, bounds.Fault):
            raise BrokenFile(path=path, line=error.line, reason=_hinted(error.reason)) from error
        if isinstance(error, SyntaxError):
            if error.lineno is None and self.content is not None:
                self._explain()
            raise BrokenFile(path=path, line=error.lineno or "?", reason=_reason(error)) from error
        if isinstance(error, MemoryError) and _FULL in str(error):
            line = self.content.line if isinstance(self.content, Checked) else "?"
            raise BrokenFile(path=path, line=line, reason=self._too_long()) from error
        if kind is not None and kind.__name__ == "PanicException":  # a fault of the parser itself
            raise BrokenFile(path=path, line="?", reason=Message(N_("the parser fails on it"))) from error

    def _too_long(self) -> Message:
        json = self.form in (RdfFormat.JSON_LD, RdfFormat.STREAMING_JSON_LD)
        return bounds.too_long(bounds.LONGEST_OF_JSON if json else bounds.LONGEST)

    def _explain(self) -> None:
        """Raise BrokenFile with the line of what is wrong, if the slow reader can say it."""
        with Source(self._path, self.base) as other:
            other.content = None
            deque(other.quads(), maxlen=0)


class Checked:
    """A file in which nothing is too deep or too long and all is UTF-8, as far as it was read."""

    __slots__ = ("_decoder", "_ended", "_file", "_next", "_path", "_ready", "_terse", "_watch", "line")

    def __init__(self, path: str, form: RdfFormat, file: BinaryIO, first: bytes) -> None:
        """Take a file and its first block."""
        from codecs import getincrementaldecoder
        from io import BytesIO

        self._path = path
        self._file = file
        self._watch = nesting.watch(form)
        self._terse = form in nesting.TERSE
        self._decoder = getincrementaldecoder("utf-8")()
        self._next = first
        self._ready = BytesIO()
        self._ended = False
        self.line = 1  # that of the next block

    def read(self, size: int) -> bytes:
        """Return the next bytes, not more than `size`; BrokenFile, or UnreadableFile if the disk fails."""
        data = self._ready.read(size)
        while not data and not self._ended:
            self._ready = self._ready.__class__(self._looked_at(self._next))
            if not self._ended:
                self._next = opened.read(self._path, self._file, opened.BLOCK)
            data = self._ready.read(size)
        return data

    def _looked_at(self, block: bytes) -> bytes:
        self._ended = not block
        opened.check_utf_8(self._path, block, self.line, lambda data: self._decoder.decode(data, self._ended))
        try:
            ready = self._watch.feed(block, self.line) if block else self._watch.end(self.line)
        except bounds.Fault as fault:
            raise BrokenFile(path=opened.shown(self._path), line=fault.line, reason=fault.reason) from fault
        self.line += block.count(b"\n")
        return directives.plain(ready) if self._terse else ready


def _form(path: str, first: bytes) -> RdfFormat:
    """Return the format of a file: told by its name, and by its beginning where names are not sure."""
    from partnerkg.rdf import beginnings

    named = None if _is_nameless(path) else forms.form_of(path)
    what = beginnings.other(first)
    if what is not None:
        raise BrokenFile(path=opened.shown(path), line=1, reason=Message(what))
    if named not in (None, RdfFormat.RDF_XML, RdfFormat.JSON_LD):
        return named
    return beginnings.guessed(first) if named is None else beginnings.under(named, first)


def text(path: str) -> bytes:
    """Return the bytes of a UTF-8 file, without a mark at its beginning."""
    data = b"".join(opened.pieces(path)).removeprefix(_MARK)
    opened.check_utf_8(path, data)
    return data


def _checked(path: str, data: bytes, form: RdfFormat) -> bytes:
    opened.check_utf_8(path, data)
    try:
        nesting.check(data, form)
    except bounds.Fault as fault:
        raise BrokenFile(path=opened.shown(path), line=fault.line, reason=fault.reason) from fault
    return directives.plain(data) if form in nesting.TERSE else data


def _checked_base(base: str) -> str:
    """Return a base that somebody gave; WrongBase if it is no absolute IRI."""
    try:
        parse(b"", format=RdfFormat.TURTLE, base_iri=base)
    except ValueError as error:
        raise WrongBase(base=base, reason=str(error).rpartition(", ")[2].rstrip(".")) from None
    return iris.normal(base)


def _base(path: str) -> str | None:
    return None if _is_nameless(path) else iris.of_file(path)


def _is_nameless(path: str) -> bool:
    """Return whether a path is standard input or a pipe, whose name says nothing."""
    import os

    return path == forms.STANDARD_INPUT or (not forms.ending(path) and path.startswith(os.sep + "dev"))


def _reason(error: SyntaxError) -> str | Message:
    """Return what the parser found wrong, without the line."""
    said = error.msg.replace(f"Parser error between line {error.lineno} ", "between ", 1)
    said = said.removeprefix(f"Parser error at line {error.lineno} ").rstrip(".")
    return _hinted(said)


def _hinted(said: str | Message) -> str | Message:
    """Return what is wrong, with what helps where an IRI is relative to nothing."""
    text = str(said).rstrip(".")
    return Message(N_("{reason}; add --base"), reason=text) if text.endswith(_NO_SCHEME) else said
