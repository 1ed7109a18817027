"""Solutions as text, one format a file."""

from __future__ import annotations

from partnerkg.errors import N_, Message, NoQuotes, UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from partnerkg.errors import Translate
    from partnerkg.query.proof import Proven
    from partnerkg.query.table import Table
    from partnerkg.store.base import Store

NAMES = (
    "table",
    "csv",
    "json",
    "tsv",
    "sparql-json",
    "sparql-xml",
    "markdown",
    "html",
    "svg",
    "xlsx",
    "parquet",
    "arrow",
)
BINARY = ("xlsx", "parquet", "arrow")
WITH_PROOFS = ("table", "json")
WITH_NOTE = ("table", "markdown", "html")


class Look:
    """What a format may need besides the rows.

    Labels come from `store` in `language`. `width` is that of the terminal, None if there is none; `links`
    says whether it shows links. `proofs` says what proves each row, None if nobody asked, `every` that all
    ways are shown and not the best. `labelled` puts labels beside IRIs in the formats for programs;
    `concise` leaves addresses out of too wide a table.
    `where` are the options that name the graph in a shell, for commands that are shown;
    `title` is what was asked, which heads a page; `note` a sentence about the rows, which stands with them in
    the formats of WITH_NOTE. `translate` turns the sentences of a format into those of the language.
    """

    __slots__ = (
        *("concise", "every", "labelled", "language", "links", "note", "proofs", "store", "title"),
        *("translate", "where", "width"),
    )

    def __init__(
        self,
        store: Store | None = None,
        language: str = "en",
        width: int | None = None,
        links: bool = False,
        proofs: list[Proven] | None = None,
        *,
        translate: Translate = N_,
    ) -> None:
        self.store = store
        self.language = language
        self.width = width
        self.links = links
        self.proofs = proofs
        self.note: str | None = None
        self.title = ""
        self.where = ""
        self.translate = translate
        self.labelled = True
        self.concise = False
        self.every = False

    def headings(self, solutions: Table) -> list[str]:
        """Return what the columns are called in the language."""
        known = solutions.headings.get(self.language, {})
        return [known.get(column, column) for column in solutions.columns]

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language."""
        return Message(template, **details).text(self.translate)

    def labels(self, solutions: Table) -> dict[str, str]:
        """Return the labels of the things in the rows and proofs by IRI; none without a store."""
        if self.store is None:
            return {}
        if self.proofs is None and self.language in solutions.called:  # another format was written before
            return solutions.called[self.language]
        from pyoxigraph import NamedNode

        from partnerkg.query.labels import labels

        things = {term for row in solutions for term in row if isinstance(term, NamedNode)}
        proofs = (proof for proven in self.proofs or () for proof in proven.proofs)
        statuses = {NamedNode(proof.status) for proof in proofs if proof.status}
        known = solutions.called[self.language] = labels([*things, *statuses], self.store, self.language)
        return known


def lines(solutions: Table, name: str, look: Look | None = None) -> Iterator[str] | Iterator[bytes]:
    """Return the solutions in a format, in pieces that end with a line; those of BINARY as bytes.

    UnknownFormat if there is no such format, UnwritableValue if it cannot hold one of the values, NoQuotes if
    it has no place for the proofs.
    """
    if look and look.proofs is not None:
        check_proofs(name)
    found: Iterator[str] | Iterator[bytes] = _module(name).lines(solutions, look or Look())
    return found


def check_proofs(name: str) -> None:
    """Raise UnknownFormat or NoQuotes if a format cannot show the quotes behind a row."""
    _module(name)
    if name not in WITH_PROOFS:
        raise NoQuotes(name=name, known=", ".join(reversed(WITH_PROOFS)))


def truth(answer: bool, name: str) -> str | None:
    """Return the answer of an ASK as a document of a format, None if the format has none for it."""
    found: str | None = getattr(_module(name), "TRUTH", {}).get(answer)
    return found


def _module(name: str) -> ModuleType:
    if name not in NAMES:
        raise UnknownFormat(name=name, known=", ".join(NAMES))
    from importlib import import_module

    return import_module(f"{__name__}.as_{name.replace('-', '_')}")
