"""RDF files in, of any size: opened, unpacked, checked and handed to the parser piece by piece."""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager

from pyoxigraph import RdfFormat, parse

from partnerkg.errors import N_, BrokenFile, Message, MissingFile, UnreadableFile
from partnerkg.rdf import nesting
from partnerkg.rdf.forms import PACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import BinaryIO, Self

BLOCK = 1 << 19  # bytes that are checked together; a smaller file is handed over whole
_MARK = b"\xef\xbb\xbf"
_FULL = "buffer maximal size"  # how pyoxigraph says that it can hold no more of a token


class Source:
    """An RDF file that is open for a parser: inside a `with`, give it `content` as `form`.

    A file that cannot be opened, or is small and faulty, is an error at once: MissingFile, UnreadableFile,
    BrokenFile. What is wrong later, the syntax too, becomes one of them on the way out of the `with`.
    """

    __slots__ = ("_base", "_file", "_path", "content", "form")

    def __init__(self, path: str, form: RdfFormat, base: str | None = None) -> None:
        """Open the file; `base` is what the parser will be given."""
        self._path = path
        self._base = base
        self.form = form
        self._file = _opened(path)
        self.content: bytes | Checked = b""
        try:
            first = _read(path, self._file, BLOCK)
            if len(first) < BLOCK:
                self.content = _checked(path, first.removeprefix(_MARK), form)
                self._file.close()
            else:
                self.content = Checked(path, form, self._file, first.removeprefix(_MARK))
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        """Read large JSON-LD once to see if its order lets it be read again without holding it."""
        if self.form == RdfFormat.JSON_LD and isinstance(self.content, Checked):
            try:
                ordered = os.path.isfile(self._path) and _streams(self._path, self._base)
            except BaseException:
                self._file.close()
                raise
            self.form = RdfFormat.STREAMING_JSON_LD if ordered else self.form
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if isinstance(error, SyntaxError):
            raise BrokenFile(path=self._path, line=error.lineno or "?", reason=_reason(error)) from error
        if isinstance(error, MemoryError) and _FULL in str(error) and isinstance(self.content, Checked):
            reason = nesting.too_long(self.form)
            raise BrokenFile(path=self._path, line=self.content.line, reason=reason) from error


class Checked:
    """A file in which nothing is too deep or too long and all is UTF-8, as far as it was read."""

    __slots__ = ("_decoder", "_ended", "_file", "_next", "_path", "_ready", "_watch", "line")

    def __init__(self, path: str, form: RdfFormat, file: BinaryIO, first: bytes) -> None:
        """Take a file and its first block."""
        from codecs import getincrementaldecoder
        from io import BytesIO

        self._path = path
        self._file = file
        self._watch = nesting.watch(form)
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
                self._next = _read(self._path, self._file, BLOCK)
            data = self._ready.read(size)
        return data

    def _looked_at(self, block: bytes) -> bytes:
        self._ended = not block
        with _faults(self._path, self.line):
            self._decoder.decode(block, self._ended)
            ready = self._watch.feed(block, self.line) if block else self._watch.end(self.line)
        self.line += block.count(b"\n")
        return ready


def text(path: str) -> bytes:
    """Return the bytes of a UTF-8 file as `files.text` does."""
    with _opened(path) as file:
        data = _read(path, file, -1).removeprefix(_MARK)
    with _faults(path, 1):
        data.decode()
    return data


def _checked(path: str, data: bytes, form: RdfFormat) -> bytes:
    with _faults(path, 1):
        data.decode()
        nesting.check(data, form)
    return data


@contextmanager
def _faults(path: str, line: int) -> Iterator[None]:
    """Say what is wrong with a block that begins on this line."""
    try:
        yield
    except UnicodeDecodeError as error:
        block = error.object
        reason = Message(
            N_("the byte {byte} is not UTF-8; save the file as UTF-8"), byte=hex(block[error.start])
        )
        line += block.count(b"\n", 0, error.start)
        raise BrokenFile(path=path, line=line, reason=reason) from error
    except nesting.Fault as fault:
        raise BrokenFile(path=path, line=fault.line, reason=fault.reason) from fault


def _opened(path: str) -> BinaryIO:
    try:
        if not path.lower().endswith(PACKED):
            return open(path, "rb")
        import gzip

        return gzip.open(path)  # type: ignore[return-value]
    except FileNotFoundError as error:
        raise MissingFile(path=path) from error
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from error


def _read(path: str, file: BinaryIO, size: int) -> bytes:
    """Return so many bytes, fewer only at the end of the file."""
    try:
        return file.read(size)
    except _damages() as error:
        said = getattr(error, "strerror", None) or N_("it is no whole gzip file")
        raise UnreadableFile(path=path, reason=said) from error


def _damages() -> tuple[type[Exception], ...]:
    from zlib import error

    return OSError, EOFError, error


def _streams(path: str, base: str | None) -> bool:
    """Return whether JSON-LD says of each thing first what it is; BrokenFile if it is no JSON or too deep."""
    try:
        with Source(path, RdfFormat.STREAMING_JSON_LD, base) as source:
            deque(parse(source.content, format=source.form, base_iri=base), maxlen=0)  # type: ignore[arg-type]
    except BrokenFile as error:
        if isinstance(error.__cause__, SyntaxError) and error.__cause__.lineno is None:
            return False  # what is wrong may be the order alone: the patient parser will say
        raise
    return True


def _reason(error: SyntaxError) -> str | Message:
    """Return what the parser found wrong, without the line."""
    if "LoadDocumentCallback" in error.msg:
        return Message(
            N_("it refers to a remote context, which is never fetched; put the context into the file")
        )
    said = error.msg.replace(f"Parser error between line {error.lineno} ", "between ", 1)
    return said.removeprefix(f"Parser error at line {error.lineno} ").rstrip(".")
