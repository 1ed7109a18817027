"""The description of a release in DCAT 3, VoID and PROV, and the catalogue from which harvesters start."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.release.downloads import distribution
from partnerkg.release.facts import DCAT, DCT, RDF, VOID, issued, rights, say
from partnerkg.release.holdings import coverage, partitions
from partnerkg.release.provenance import PROV, provenance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.files.folder import File
    from partnerkg.release.facts import Facts

_ONTOLOGY = NamedNode("https://w3id.org/partnerkg/ontology")
_COPIED_NOT = (RDF.type, DCAT.version, DCT.identifier, DCT.source, DCT.rights)


def triples(facts: Facts) -> list[Triple]:
    """Return the description of the release; its IRI is the address where it is to be found."""
    release = NamedNode(facts.address)
    made = [*_dataset(release, facts), *_catalogue(release, facts)]
    made += [*coverage(release, facts), *partitions(release, facts.content)]
    for dump in facts.dumps:
        made += distribution(release, dump, facts)
    return [*made, *provenance(release, facts)]


def _catalogue(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the catalogue of the release and of what it is a version of (DCAT 3 §6.3)."""
    catalogue, described = NamedNode(f"{facts.address}#catalog"), facts.description
    yield from say(catalogue, RDF.type, DCAT.Catalog)
    for predicate in (DCT.title, DCT.description, DCT.publisher, DCT.license):
        yield from say(catalogue, predicate, *described.values(predicate))
    yield from say(catalogue, DCAT.dataset, described.dataset, release)
    yield from issued(catalogue, facts)


def _dataset(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    described = facts.description
    for triple in described.said:
        if triple.predicate not in _COPIED_NOT:
            yield Triple(release, triple.predicate, triple.object)
    yield from described.around
    yield from say(release, PROV.wasDerivedFrom, *described.values(DCT.source))
    yield from rights(release, facts)
    yield from say(release, RDF.type, DCAT.Dataset, VOID.Dataset, PROV.Entity)
    yield from say(release, DCAT.version, Literal(facts.version))
    yield from say(release, DCAT.isVersionOf, described.dataset)
    yield from say(release, DCT.conformsTo, _ONTOLOGY)
    yield from say(_ONTOLOGY, RDF.type, DCT.Standard)
    yield from say(release, DCT.identifier, Literal(facts.address))
    yield from say(described.dataset, RDF.type, DCAT.Dataset)
    yield from say(described.dataset, DCT.identifier, *_identifiers(facts))
    yield from say(described.dataset, DCAT.hasVersion, release)
    for predicate in (DCT.title, DCT.description, DCT.publisher, DCAT.contactPoint):
        yield from (t for t in described.said if t.predicate == predicate)
    if facts.previous:
        yield from say(release, DCAT.previousVersion, facts.previous)
    yield from issued(release, facts)


def _identifiers(facts: Facts) -> list[NamedNode | Literal]:
    """Return the identifiers that the dataset gives itself, else its IRI."""
    described = facts.description
    return described.values(DCT.identifier) or [Literal(described.dataset.value)]


def checksums(files: Iterable[File]) -> str:
    """Return lines that `sha256sum --check` reads, by path."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))
