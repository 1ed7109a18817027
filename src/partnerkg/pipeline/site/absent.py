"""What a good record of a thing would have and does not: expected, nice to have, or never asked of it."""

from __future__ import annotations

from partnerkg.namespaces import prefixes
from partnerkg.pipeline.site.names import Text
from partnerkg.pipeline.site.terms import ORG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.completeness import Score
    from partnerkg.pipeline.site.whole import Whole

IDENTIFIERS = "facet-identifiers"


def of(thing: NamedNode, score: Score, whole: Whole, language: str) -> Iterator[tuple[str, Text, str]]:
    """Yield the facet, the name and the absence of what is missing, then of what is never asked."""
    base = prefixes()["pks"]
    named = set()
    for wanted in score.missing:
        name = wanted.name(language)
        if name not in named:
            named.add(name)
            facet = (wanted.facet or "").removeprefix(base)
            yield facet, Text(name, language), "expected" if wanted.expected else "nice"
    own = {cell.wanted.name(language) for cell in whole.completeness.cells if thing.value in cell.applicable}
    others = {
        cell.wanted.name(language): None
        for cell in whole.completeness.cells
        if (cell.wanted.facet or "").removeprefix(base) == IDENTIFIERS
        and cell.wanted.name(language) not in own
    }
    if others and whole.is_a(thing, ORG.Organization):
        yield IDENTIFIERS, Text(", ".join(sorted(others)), language), "none"
