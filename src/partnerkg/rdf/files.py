"""RDF files in and out: parsing with one-line errors, replacing a file in one step."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager

from pyoxigraph import RdfFormat
from pyoxigraph import parse as parse_text

from partnerkg.errors import (
    N_,
    BrokenFile,
    Message,
    MissingFile,
    UnknownFormat,
    UnreadableFile,
    UnwritablePath,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from pyoxigraph import Quad

FORMS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
LARGE = 1 << 24  # bytes; below, a file takes less memory than the program
_BLOCK = 1 << 16
_MARK = b"\xef\xbb\xbf"


def parse(path: str, base: str | None = None) -> Iterator[Quad]:
    """Return the quads of a file, in its order; its format follows from the ending of its name.

    Relative IRIs are resolved against `base`; without one they are errors. Blank nodes get new labels, so
    that those of two files never meet. The file is read whole before the first quad, but for N-Triples and
    N-Quads from LARGE bytes on, which are read as they are used. Raises MissingFile, UnreadableFile and
    UnknownFormat at once, BrokenFile with its line when the fault is reached.
    """
    form = form_of(path)
    if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS) and _is_large(path):
        from partnerkg.rdf import lines

        return lines.quads(path, form)
    return _quads(path, text(path), form, base)


def _is_large(path: str) -> bool:
    return os.path.isfile(path) and os.path.getsize(path) >= LARGE


def form_of(path: str) -> RdfFormat:
    """Return the RDF format that the ending of the name stands for; raises UnknownFormat."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in FORMS:
        raise UnknownFormat(name=ending or os.path.basename(path), known=", ".join(FORMS))
    return FORMS[ending]


def text(path: str) -> bytes:
    """Return the bytes of a UTF-8 text file without a byte order mark.

    Raises MissingFile, UnreadableFile, and BrokenFile with the line if it is not UTF-8.
    """
    try:
        with open(path, "rb") as file:
            data = file.read().removeprefix(_MARK)
        data.decode()
    except FileNotFoundError as error:
        raise MissingFile(path=path) from error
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        wrong = Message(
            N_("the byte {byte} is not UTF-8; save the file as UTF-8"), byte=hex(data[error.start])
        )
        raise BrokenFile(path=path, line=data.count(b"\n", 0, error.start) + 1, reason=wrong) from error
    return data


@contextmanager
def lines(path: str) -> Iterator[BinaryIO]:
    """Give a file of lines, open after its byte order mark; MissingFile or UnreadableFile."""
    try:
        with open(path, "rb") as file:
            file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
            yield file
    except FileNotFoundError as error:
        raise MissingFile(path=path) from error
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from error


def holds(path: str, words: bytes) -> bool:
    """Return whether a file of any size has these bytes; MissingFile or UnreadableFile."""
    end = b""
    with lines(path) as file:
        while block := file.read(1 << 20):
            if words in end + block:
                return True
            end = block[max(len(block) - len(words) + 1, 0) :]
    return False


def _quads(path: str, data: bytes, form: RdfFormat, base: str | None) -> Iterator[Quad]:
    from partnerkg.rdf import nesting

    fault = nesting.fault(data, form)
    if fault:
        raise BrokenFile(path=path, line=fault[0], reason=fault[1])
    try:
        yield from parse_text(data, format=form, base_iri=base, rename_blank_nodes=True)
    except SyntaxError as error:
        raise BrokenFile(path=path, line=error.lineno or "?", reason=reason(error)) from error


def reason(error: SyntaxError) -> str | Message:
    """Return what the parser found wrong, without the line."""
    if "LoadDocumentCallback" in error.msg:
        return Message(
            N_("it refers to a remote context, which is never fetched; put the context into the file")
        )
    return error.msg.removeprefix(f"Parser error at line {error.lineno} ").rstrip(".")


def make_folder(path: str) -> None:
    """Make a folder, and those above it, unless it is there; UnwritablePath."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def write_atomically(path: str, chunks: Iterable[bytes]) -> None:
    """Put the chunks in the place of the file at `path`, all or nothing.

    They go to a new file in the same folder, which takes the old one's place once it is safe on the disk.
    A link stays and its target changes; permissions stay, or follow the umask for a new file. What is
    no ordinary file (`/dev/stdout`, a pipe) is written to directly. Raises UnwritablePath.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        return _write(path, _opened(path, target, os.O_WRONLY), chunks)
    return write_together({path: chunks})


def write_together(contents: Mapping[str, Iterable[bytes]]) -> None:
    """Put chunks in the place of several ordinary files as `write_atomically` does, all files or none.

    Every new file is safe on the disk before the first takes its place, so what cannot be written is known
    while nothing has changed. Raises UnwritablePath.
    """
    scratches: dict[str, tuple[str, str]] = {}
    try:
        for path, chunks in contents.items():
            target = os.path.realpath(path)
            if os.path.isdir(target):
                raise UnwritablePath(path=path, reason=os.strerror(errno.EISDIR))
            scratch = os.path.join(os.path.dirname(target), f".partnerkg-{os.urandom(6).hex()}")
            descriptor = _opened(path, scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            scratches[path] = (scratch, target)
            _write(path, descriptor, chunks, lasting=True)
        for path, (scratch, target) in scratches.items():
            _replace(path, scratch, target)
    finally:
        for scratch, _ in scratches.values():
            if os.path.exists(scratch):
                os.unlink(scratch)


def _opened(path: str, place: str, flags: int) -> int:
    try:
        return os.open(place, flags | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def _write(path: str, descriptor: int, chunks: Iterable[bytes], *, lasting: bool = False) -> None:
    try:
        for block in _blocks(chunks):  # an error of the chunks themselves stays what it is
            _put(path, descriptor, block)
        if lasting:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        if len(waiting) >= _BLOCK:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def _put(path: str, descriptor: int, block: bytes) -> None:
    try:
        while block:
            block = block[os.write(descriptor, block) :]
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def _replace(path: str, scratch: str, target: str) -> None:
    try:
        if os.path.exists(target):
            os.chmod(scratch, os.stat(target).st_mode & 0o777)
        os.replace(scratch, target)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error
    settle(os.path.dirname(target))


def settle(path: str) -> None:
    """Make a file, or the names in a folder, outlast a power cut, where the system can."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
