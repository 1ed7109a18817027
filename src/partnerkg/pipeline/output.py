"""What a use of the graph gives to be written somewhere."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.errors import Message


class Output:
    """Pieces of a text or file in their order, made as they are taken.

    `notes` are sentences for a person, who does not find them among the pieces; `findings` says that
    something is to be mended, `binary` is the name of a format that is no text. What is `styled` has colours
    and links for the terminal, and nothing raw of the data.
    """

    __slots__ = ("binary", "findings", "notes", "pieces", "styled")

    def __init__(
        self,
        pieces: Iterable[str] | Iterable[bytes],
        notes: Sequence[Message] = (),
        *,
        findings: bool = False,
        binary: str = "",
        styled: bool = False,
    ) -> None:
        self.pieces = pieces
        self.notes = tuple(notes)
        self.findings = findings
        self.binary = binary
        self.styled = styled


def waits() -> None:
    """Say that this thread only waits, so that work beside it can begin in a copy of the process."""
    from partnerkg.workers import copied

    copied.waits()


def abandon() -> None:
    """Remove what this process has half written, and what its processes shared: it ends at once."""
    import sys

    from partnerkg.files import scratch

    scratch.clear()
    if shared := sys.modules.get("multiprocessing.util"):
        shared._run_finalizers(0)  # what is left for others to remove, they complain of


def write(chunks: Iterable[bytes], path: str) -> None:
    """Put chunks in the place of a file, all or nothing, packed if its name ends in `.gz`; UnwritablePath."""
    from partnerkg.files import writing
    from partnerkg.files.packed import fitting

    writing.write_atomically(path, fitting(path, chunks))
