"""Large files of N-Triples and N-Quads, read as they are used, whatever their size."""

from __future__ import annotations

import codecs

from pyoxigraph import parse

from partnerkg.errors import N_, BrokenFile, Message, UnreadableFile
from partnerkg.rdf import files, nesting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from pyoxigraph import Quad, RdfFormat

_MARK = b"\xef\xbb\xbf"
_BLOCK = 1 << 20  # bytes that are checked together
_LONGEST = 1 << 24  # bytes of a line that the parser holds


def quads(path: str, form: RdfFormat) -> Iterator[Quad]:
    """Return the quads of a file, in its order, blank nodes with new labels.

    UnreadableFile at once, BrokenFile with its line when the fault is reached.
    """
    try:
        file = open(path, "rb")  # noqa: SIM115 - closed when the last quad was taken
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from error
    return _parsed(path, form, file)


def _parsed(path: str, form: RdfFormat, file: BufferedReader) -> Iterator[Quad]:
    with file:
        reader = _Checked(path, form, file)
        try:
            yield from parse(reader, format=form, rename_blank_nodes=True)  # type: ignore[arg-type]
        except SyntaxError as error:
            raise BrokenFile(path=path, line=error.lineno or "?", reason=files.reason(error)) from error
        except MemoryError as error:  # what pyoxigraph says when a line is longer than its buffer
            raise reader.broken(N_("a line is longer than {limit} bytes"), limit=_LONGEST) from error
        except OSError as error:
            raise UnreadableFile(path=path, reason=error.strerror or str(error)) from error


class _Checked:
    """A file of lines in which nothing is too deep and all is UTF-8; else BrokenFile."""

    def __init__(self, path: str, form: RdfFormat, file: BufferedReader) -> None:
        self._path = path
        self._form = form
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._line = 1
        self._rest = b""  # of the last line of what was checked
        self._block, self._place = b"", 0
        if file.read(len(_MARK)) != _MARK:
            file.seek(0)

    def read(self, size: int) -> bytes:
        """Return the next bytes, not more than `size`, checked."""
        if self._place == len(self._block):
            self._block, self._place = self._file.read(_BLOCK), 0
            self._check(self._block)
        data = self._block[self._place : self._place + size]
        self._place += len(data)
        return data

    def _check(self, data: bytes) -> None:
        try:
            self._decoder.decode(data, not data)
        except UnicodeDecodeError as error:
            wrong = error.object
            self._line += wrong.count(b"\n", 0, error.start)
            sentence = N_("the byte {byte} is not UTF-8; save the file as UTF-8")
            raise self.broken(sentence, byte=hex(wrong[error.start])) from error
        known = self._rest + data
        if b"<<" in known:
            fault = nesting.fault(known, self._form)
            if fault:
                self._line += fault[0] - 1
                raise self.broken("{reason}", reason=fault[1])
        self._line += data.count(b"\n")
        self._rest = known[known.rfind(b"\n") + 1 :]

    def broken(self, template: str, **details: object) -> BrokenFile:
        """Return the error that says what is wrong at the line reached."""
        return BrokenFile(path=self._path, line=self._line, reason=Message(template, **details))
