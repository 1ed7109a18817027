"""What links a term to others, under the heading that says how."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.documentation.terms import DCT, OWL, RDFS, SCHEMA, SKOS
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.documentation.terms import Entry, Ontology

# Heading, properties that lead from the term, properties that lead to it.
_FACTS: tuple[tuple[str, tuple[NamedNode, ...], tuple[NamedNode, ...]], ...] = (
    (N_("Replaced by"), (DCT.isReplacedBy,), ()),
    (N_("Below"), (RDFS.subClassOf, RDFS.subPropertyOf), ()),
    (N_("Above"), (), (RDFS.subClassOf, RDFS.subPropertyOf)),
    (N_("Said of (domain)"), (RDFS.domain,), ()),
    (N_("Expected on"), (SCHEMA.domainIncludes,), ()),
    (N_("Leads to (range)"), (RDFS.range,), ()),
    (N_("Expected values"), (SCHEMA.rangeIncludes,), ()),
    (N_("Inverse of"), (OWL.inverseOf,), (OWL.inverseOf,)),
    (N_("Properties"), (), (RDFS.domain, SCHEMA.domainIncludes)),
    (N_("Value of"), (), (RDFS.range, SCHEMA.rangeIncludes)),
    (N_("Disjoint with"), (OWL.disjointWith,), (OWL.disjointWith,)),
    (N_("Scheme"), (SKOS.inScheme,), ()),
    (N_("Broader"), (SKOS.broader,), (SKOS.narrower,)),
    (N_("Narrower"), (SKOS.narrower,), (SKOS.broader,)),
    (N_("Related"), (SKOS.related,), (SKOS.related,)),
    (N_("Exactly matches"), (SKOS.exactMatch, OWL.equivalentClass, OWL.equivalentProperty), ()),
    (N_("Closely matches"), (SKOS.closeMatch,), ()),
    (N_("Broader in another vocabulary"), (SKOS.broadMatch,), ()),
    (N_("Narrower in another vocabulary"), (SKOS.narrowMatch,), ()),
    (N_("Related in another vocabulary"), (SKOS.relatedMatch,), ()),
    (N_("See also"), (RDFS.seeAlso,), ()),
)
HEADINGS = tuple(heading for heading, _, _ in _FACTS)


def facts(entry: Entry, ontology: Ontology) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading that has something under it, with the IRIs of the terms, each once."""
    for heading, leading, led in _FACTS:
        own = [iri for property_ in leading for iri in entry.links(property_)]
        others = [iri for property_ in led for iri in ontology.leading_to(property_, entry.iri)]
        if terms := list(dict.fromkeys([*own, *others])):
            yield heading, terms
