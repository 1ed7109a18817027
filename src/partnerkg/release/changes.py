"""What changed from one graph to another: counts, then organisations, then statements."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.rdf import canonical, counterparts
from partnerkg.rdf.difference import Difference, between
from partnerkg.rdf.statements import gathered
from partnerkg.release import organizations
from partnerkg.store import embedded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, NamedNode

    from partnerkg.errors import Translate
    from partnerkg.rdf.statements import Statements
    from partnerkg.release.organizations import Organizations


@dataclass(frozen=True, repr=False)
class Changes:
    """The exact `difference` of two graphs, and what became of the `organizations`; true if they differ."""

    difference: Difference
    organizations: Organizations

    def __repr__(self) -> str:
        added, removed = self.difference.additions, self.difference.removals
        return f"<Changes: {added} statements added, {removed} removed>"

    def __bool__(self) -> bool:
        return bool(self.difference)

    @property
    def subjects(self) -> frozenset[NamedNode | BlankNode]:
        """Return the things that are described differently."""
        return self.difference.subjects

    def text(
        self, format_name: str = "text", language: str = "en", translate: Translate | None = None
    ) -> str:
        """Return the changes in a format of `partnerkg.release.formats.FORMATS`; UnknownFormat."""
        from partnerkg.errors import N_
        from partnerkg.release import formats

        return "".join(formats.write(self, format_name, language, translate or N_))

    def __str__(self) -> str:
        return self.text()


def compare(first: Statements, second: Statements, seconds: float = canonical.PATIENCE) -> Changes:
    """Return what changed from the first to the second; TangledBlankNodes as in `rdf.difference`."""
    old, new = counterparts.named(gathered(first), gathered(second), seconds)
    found = between(old, new)
    return Changes(found, organizations.compare(old, new, _ontology(), found.new | found.gone))


def _ontology() -> Iterable[str]:
    return _lines(embedded.ontology())


def _lines(statements: Statements) -> Iterator[str]:
    for lines in gathered(statements).values():
        yield from lines
