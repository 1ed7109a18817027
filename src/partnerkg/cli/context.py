"""What a verb is given: the language, the project, and where to write."""

from __future__ import annotations

import sys

from partnerkg.cli import language as languages
from partnerkg.errors import N_, Message, UnwritablePath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline import KnowledgeGraph
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.store.embedded import Embedded


class Context:
    """The choices that hold for every verb. `project` is a folder or RDF file, None for the shipped graph."""

    __slots__ = ("language", "plural", "project", "translate")

    def __init__(self, language: str) -> None:
        self.language = language
        self.translate, self.plural = languages.translations(language)
        self.project: str | None = None

    def take(self, options: Namespace) -> None:
        """Take the global options that were given, before or after the verb."""
        self.project = getattr(options, "project", None) or self.project

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language chosen."""
        return Message(template, **details).text(self.translate)

    def complain(self, error: PartnerkgError) -> None:
        """Print an error on standard error, on one line."""
        print(f"partnerkg: {error.text(self.translate)}", file=sys.stderr)

    def note(self, template: str, **details: object) -> None:
        """Print a sentence on standard error, where it does not stand in the answer."""
        print(f"partnerkg: {self.say(template, **details)}", file=sys.stderr)

    def store(self) -> Embedded:
        """Return the store of the project; its files are read when they are needed."""
        from partnerkg.store import embedded

        return embedded.read(self.project)

    def graph(self) -> KnowledgeGraph:
        """Return the knowledge graph of the project, its labels in the language chosen."""
        from partnerkg.pipeline import KnowledgeGraph

        return KnowledgeGraph(self.project, self.language)

    def catalogue(self) -> Catalogue:
        """Return the questions that can be asked here."""
        from partnerkg.query.catalogue import catalogue

        return catalogue(self.project)

    def write(self, pieces: Iterable[str | bytes], path: str | None = None) -> None:
        """Write to standard output as UTF-8, or to a file that is replaced only when all is written."""
        chunks = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
        if path is not None:
            from partnerkg.rdf import files

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
