"""What a verb is given: the language, the project or the endpoint, and where to write."""

from __future__ import annotations

import sys

from partnerkg.errors import N_, Message, UnwritablePath, WrongUse
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.store.base import Store


class Context:
    """The choices that hold for every verb.

    `project` is a folder, RDF file or store on the disk, None for the shipped graph; `endpoint` the address
    of a server that takes its place.
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

    def note(self, template: str, **details: object) -> None:
        """Print a sentence on standard error, where it does not stand in the answer."""
        print(f"partnerkg: {self.say(template, **details)}", file=sys.stderr)

    def folder(self) -> str:
        """Return the folder of the project whose files a verb reads and writes.

        WrongUse with an endpoint or a store on the disk.
        """
        from partnerkg import resources
        from partnerkg.store import persisted

        if self.project and persisted.is_store(self.project):
            raise WrongUse(reason=Message("this command works on files, not on a store"), program="partnerkg")
        if self.endpoint:
            raise WrongUse(
                reason=Message("this command works on files, not on an endpoint"), program="partnerkg"
            )
        return self.project or resources.root()

    def store(self) -> Store:
        """Return the store of the project or endpoint; it is read when it is asked."""
        from partnerkg.store import opening

        return opening.read(self.project, self.endpoint)

    def graph(self) -> KnowledgeGraph:
        """Return the knowledge graph of the project or endpoint, its labels in the language chosen."""
        from partnerkg.pipeline.graph import KnowledgeGraph

        return KnowledgeGraph(self.project, self.language, self.endpoint)

    def catalogue(self) -> Catalogue:
        """Return the questions that can be asked here."""
        from partnerkg.query.catalogue import catalogue

        return catalogue(self.project)

    def write(self, pieces: Iterable[str | bytes], path: str | None = None) -> None:
        """Write to standard output as UTF-8, or to a file that is replaced only when all is written."""
        chunks = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
        if path is not None:
            from partnerkg import files

            files.write_atomically(path, chunks)
            return
        try:
            for chunk in chunks:
                sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UnwritablePath(path=Message(N_("standard output")), reason=error.strerror) from None


def terminal_width() -> int | None:
    """Return how many columns the terminal has, None if standard output is none."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def terminal_links() -> bool:
    """Return whether standard output is a terminal that shows links, or at least leaves them out."""
    import os

    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb", "linux", "unknown")
