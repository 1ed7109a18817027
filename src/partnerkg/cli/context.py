"""What a verb is given: the language, the project or the endpoint, and where to write."""

from __future__ import annotations

import os
import sys

from partnerkg.errors import N_, Message, NoText, UnwritablePath, WrongUse
from partnerkg.translation import translations
from partnerkg.visible import in_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.pipeline.watch import Watch

SUCCESS, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130


class Context:
    """The choices that hold for every verb.

    `project` is a folder, RDF file or store on the disk as it was given, None if none was; `endpoint` the
    address of a server that takes its place.
    """

    __slots__ = ("endpoint", "language", "plural", "project", "translate")

    def __init__(self, language: str) -> None:
        self.language = language
        self.translate, self.plural = translations(language)
        self.project: str | None = None
        self.endpoint: str | None = None

    def take(self, options: Namespace) -> None:
        """Take the global options given before or after the verb; WrongUse if they exclude each other."""
        self.project = getattr(options, "project", None) or self.project
        self.endpoint = getattr(options, "endpoint", None) or self.endpoint
        if self.project and self.endpoint:
            raise WrongUse(reason=Message("give --project or --endpoint, not both"), program="partnerkg")

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language chosen."""
        return Message(template, **details).text(self.translate)

    def complain(self, error: PartnerkgError) -> None:
        """Print an error on standard error: one line, or one for each of several faults."""
        for line in error.text(self.translate).split("\n"):
            print(f"partnerkg: {line}", file=sys.stderr)

    def note(self, sentence: Message) -> None:
        """Print a sentence on standard error, where it does not stand in the answer."""
        print(f"partnerkg: {sentence.text(self.translate)}", file=sys.stderr)

    def place(self) -> str | None:
        """Return where the graph is: the project given, else the one around the current folder, if any."""
        from partnerkg.pipeline.opened import here

        return None if self.endpoint else here(self.project)

    def graph(self) -> Opened:
        """Return the graph of the project or endpoint, its labels in the language chosen; nothing is read."""
        from partnerkg.pipeline.opened import Opened

        return Opened(self.place(), self.language, self.endpoint)

    def audience(self, path: str | None = None) -> Audience:
        """Return for whom is written: who reads the file at `path`, else the terminal or the next program."""
        from partnerkg.pipeline.audience import Audience

        if path is not None or not sys.stdout.isatty():
            return Audience(self.language)
        from shutil import get_terminal_size

        terminal = os.environ.get("TERM", "dumb")
        return Audience(
            self.language,
            get_terminal_size().columns,
            links=terminal not in ("", "dumb", "linux", "unknown"),
            colours="NO_COLOR" not in os.environ and terminal != "dumb",
        )

    def watch(self, path: str | None = None) -> Watch:
        """Return what draws a bar on standard error, unless the terminal shows what is written meanwhile."""
        if not sys.stderr.isatty() or (path is None and sys.stdout.isatty()):
            from partnerkg.pipeline.watch import Watch

            return Watch()
        from partnerkg.cli.progress import Bars

        return Bars(self.translate)

    def put(self, output: Output, path: str | None = None) -> int:
        """Write what a use of the graph gives, then its notes; return the exit code. NoText on a terminal."""
        if output.binary and path is None and sys.stdout.isatty():
            raise NoText(name=output.binary)
        try:
            self.write(output.pieces, path, styled=output.styled)
        except BrokenPipeError:  # who reads only the beginning is told all the same that there are findings
            if not output.findings:
                raise
            return FINDINGS
        for sentence in output.notes:
            self.note(sentence)
        return FINDINGS if output.findings else SUCCESS

    def write(
        self, pieces: Iterable[str] | Iterable[bytes], path: str | None = None, *, styled: bool = False
    ) -> None:
        """Write to standard output as UTF-8, or to a file that is replaced only when all is written.

        On a terminal nothing raw of the data is written, unless `styled` says that there is none.
        """
        if path is None and not styled and sys.stdout.isatty():
            pieces = map(in_lines, _texts(pieces))
        chunks = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
        if path is not None:
            from partnerkg.pipeline.output import write

            write(chunks, path)
            return
        try:
            for chunk in chunks:
                sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UnwritablePath(path=Message(N_("standard output")), reason=error.strerror) from None


def _texts(pieces: Iterable[str] | Iterable[bytes]) -> Iterator[str]:
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder("utf-8")("replace")
    for piece in pieces:
        yield piece if isinstance(piece, str) else decoder.decode(piece)
