"""What the rows of completeness are made of: numbers, shares, names, columns of facets."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.completeness.share import percent
from partnerkg.model import iris
from partnerkg.namespaces import shorten
from partnerkg.query.labels import labels
from partnerkg.query.values import XSD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.completeness import Completeness, Facet, Score
    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

INTEGER, DECIMAL = NamedNode(XSD + "integer"), NamedNode(XSD + "decimal")


def names(things: Iterable[str], store: Store, language: str) -> dict[str, str]:
    """Return the label of each thing, its short IRI if it has none."""
    known = list(things)
    said = labels((NamedNode(thing) for thing in known if not thing.startswith("_:")), store, language)
    return {thing: said.get(thing) or shorten(thing) for thing in known}


def facets_of(scores: Iterable[Score], found: Completeness) -> Sequence[str]:
    """Return the facets that one of the scores has, in the order of the shapes."""
    met = {facet for score in scores for facet in score.facets}
    return [facet for facet in found.facets if facet in met]


def share(facet: Facet | None) -> Term | None:
    """Return the share of a facet in whole percent, None if it has none."""
    return None if facet is None or facet.percent is None else whole(facet.percent)


def share_of(number: int, of: int) -> Term | None:
    """Return the share of a number in another in whole percent, None of nothing."""
    found = percent(number, of)
    return None if found is None else whole(found)


def whole(number: int) -> Literal:
    """Return a whole number as a term."""
    return Literal(str(number), datatype=INTEGER)


def short(facet: str) -> str:
    """Return the name of a facet for a column: the last word of its IRI, which no language changes."""
    return shorten(facet).rpartition("-")[2] or "other"


def slug(iri: str) -> str:
    """Return the slug of a thing of ours, the last part of another IRI."""
    return iris.slug(iri) or iri.rstrip("/").rpartition("/")[2]
