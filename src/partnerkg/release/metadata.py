"""The description of a release in DCAT 3, VoID and PROV."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from partnerkg.files.folder import File
from partnerkg.namespaces import Namespace, namespace, shorten
from partnerkg.release.description import DCAT, DCT, RDF, VOID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.release.content import Content
    from partnerkg.release.description import Description

    Value = NamedNode | Literal

PROV, RDFS = namespace("prov"), namespace("rdfs")
FOAF, SCHEMA, XSD = namespace("foaf"), namespace("schema"), namespace("xsd")
SPDX = Namespace("http://spdx.org/rdf/terms#")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"  # Named Authority Lists of the EU
_FILE_TYPES = {
    "nquads": "RDF_N_QUADS",
    "ntriples": "RDF_N_TRIPLES",
    "trig": "RDF_TRIG",
    "trig12": "RDF_TRIG",
    "turtle": "RDF_TURTLE",
    "turtle12": "RDF_TURTLE",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON_LD",
    "jsonld-compact": "JSON_LD",
    "annotations": "JSON_LD",
    "schema-org": "JSON_LD",
    "csv": "CSV",
    "graphml": "XML",
    "gexf": "XML",
}
_UNREGISTERED = {"application/graphml+xml": "application/xml", "application/gexf+xml": "application/xml"}
_ONTOLOGY = NamedNode("https://w3id.org/partnerkg/ontology")
_COPIED_NOT = (RDF.type, DCAT.version, DCT.source, DCT.rights)


@dataclass(frozen=True)
class Facts:
    """All that the description of a release says; what has a default may be unknown."""

    version: str
    address: str
    description: Description
    content: Content
    dumps: tuple[File, ...]
    inputs: tuple[File, ...]
    software: str = ""
    date: str | None = None
    previous: NamedNode | None = None


def triples(facts: Facts) -> list[Triple]:
    """Return the description of the release; its IRI is the address where it is to be found."""
    release = NamedNode(facts.address)
    found = [*_dataset(release, facts), *_coverage(release, facts), *_partitions(release, facts.content)]
    for dump in facts.dumps:
        found += _distribution(release, dump, facts)
    return [*found, *_provenance(release, facts)]


def _dataset(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    described = facts.description
    for triple in described.said:
        if triple.predicate not in _COPIED_NOT:
            yield Triple(release, triple.predicate, triple.object)
    yield from described.around
    yield from _say(release, PROV.wasDerivedFrom, *described.values(DCT.source))
    yield from _rights(release, facts)
    yield from _say(release, RDF.type, DCAT.Dataset, VOID.Dataset, PROV.Entity)
    yield from _say(release, DCAT.version, Literal(facts.version))
    yield from _say(release, DCAT.isVersionOf, described.dataset)
    yield from _say(release, DCT.conformsTo, _ONTOLOGY)
    yield from _say(_ONTOLOGY, RDF.type, DCT.Standard)
    yield from _say(described.dataset, RDF.type, DCAT.Dataset)
    yield from _say(described.dataset, DCAT.hasVersion, release)
    for predicate in (DCT.title, DCT.description):
        yield from (t for t in described.said if t.predicate == predicate)
    if facts.previous:
        yield from _say(release, DCAT.previousVersion, facts.previous)
    yield from _issued(release, facts)


def _rights(thing: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the rights that the dataset states in words, as the resource that DCAT asks for."""
    words = facts.description.values(DCT.rights)
    if words:
        rights = NamedNode(f"{facts.address}#rights")
        yield from _say(thing, DCT.rights, rights)
        yield from _say(rights, RDF.type, DCT.RightsStatement)
        yield from _say(rights, RDFS.label, *words)


def _issued(thing: NamedNode, facts: Facts) -> Iterator[Triple]:
    if facts.date:
        yield from _say(thing, DCT.issued, Literal(facts.date, datatype=XSD.date))


def _coverage(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    for area, labels in facts.content.areas.items():
        place = NamedNode(area[1:-1])
        yield from _say(release, DCT.spatial, place)
        yield from _say(place, RDF.type, DCT.Location)
        yield from _say(place, RDFS.label, *map(_term, labels))
    if facts.content.days:
        period = NamedNode(f"{facts.address}#read")
        first, last = map(_term, facts.content.days)
        yield from _say(release, DCT.temporal, period)
        yield from _say(period, RDF.type, DCT.PeriodOfTime)
        yield from _say(period, DCAT.startDate, first)
        yield from _say(period, DCAT.endDate, last)


def _partitions(release: NamedNode, content: Content) -> Iterator[Triple]:
    for predicate, count in (
        (VOID.triples, content.triples),
        (VOID.entities, content.entities),
        (VOID.distinctSubjects, content.subjects),
        (VOID.distinctObjects, content.objects),
        (VOID.classes, len(content.classes)),
        (VOID.properties, len(content.properties)),
    ):
        yield from _say(release, predicate, _number(count))
    for name, link, counted, found in (
        ("class", VOID.classPartition, VOID.entities, content.classes),
        ("property", VOID.propertyPartition, VOID.triples, content.properties),
    ):
        yield from _partition(release, name, link, counted, found)


def _partition(
    release: NamedNode, name: str, link: NamedNode, counted: NamedNode, found: Mapping[str, int]
) -> Iterator[Triple]:
    for token, count in found.items():
        part = NamedNode(f"{release.value}#{name}-{_slug(token[1:-1])}")
        yield from _say(release, link, part)
        yield from _say(part, VOID[name], NamedNode(token[1:-1]))
        yield from _say(part, counted, _number(count))


def _slug(iri: str) -> str:
    short = shorten(iri)
    return quote(short.replace(":", "-"), safe="") if short != iri else sha256(iri.encode()).hexdigest()[:16]


def _distribution(release: NamedNode, dump: File, facts: Facts) -> Iterator[Triple]:
    one = NamedNode(f"{facts.address}#{quote(dump.path)}")
    file = NamedNode(facts.address + quote(dump.path))
    yield from _say(release, DCAT.distribution, one)
    yield from _say(one, RDF.type, DCAT.Distribution)
    yield from _say(one, DCT.title, Literal(dump.path.rpartition("/")[2]))
    yield from _say(one, DCAT.accessURL, file)
    yield from _say(one, DCAT.downloadURL, file)
    yield from _say(one, DCAT.mediaType, NamedNode(_MEDIA + _registered(dump.media_type)))
    yield from _say(one, DCAT.byteSize, Literal(str(dump.size), datatype=XSD.nonNegativeInteger))
    yield from _checksum(one, dump)
    for predicate in (DCT.license, DCT.publisher):
        yield from _say(one, predicate, *facts.description.values(predicate))
    yield from _rights(one, facts)
    if dump.path.endswith(".gz"):
        yield from _say(one, DCAT.compressFormat, NamedNode(f"{_MEDIA}application/gzip"))
    if dump.format in _FILE_TYPES:
        yield from _say(one, DCT.format, NamedNode(_FILE_TYPE + _FILE_TYPES[dump.format]))
    if dump.whole:
        yield from _say(release, VOID.dataDump, file)
    if dump.summary:
        yield from _say(one, DCT.description, Literal(dump.summary, language="en"))
    yield from _issued(one, facts)


def _registered(media_type: str) -> str:
    """Return the type without parameters, as IANA lists it."""
    plain = media_type.partition(";")[0]
    return _UNREGISTERED.get(plain, plain)


def _checksum(thing: NamedNode, file: File) -> Iterator[Triple]:
    checksum = NamedNode(f"{thing.value}-sha256")
    yield from _say(thing, SPDX.checksum, checksum)
    yield from _say(checksum, RDF.type, SPDX.Checksum)
    yield from _say(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    yield from _say(checksum, SPDX.checksumValue, Literal(file.sha256, datatype=XSD.hexBinary))


def _provenance(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    build, software = NamedNode(f"{facts.address}#build"), NamedNode(f"{facts.address}#software")
    yield from _say(release, PROV.wasGeneratedBy, build)
    yield from _say(build, RDF.type, PROV.Activity)
    yield from _say(build, RDFS.label, Literal(f"partnerkg release {facts.version}"))
    yield from _say(build, PROV.wasAssociatedWith, software)
    yield from _say(software, RDF.type, PROV.SoftwareAgent)
    yield from _say(software, FOAF.name, Literal("partnerkg"))
    if facts.software:
        yield from _say(software, SCHEMA.softwareVersion, Literal(facts.software))
    for file in facts.inputs:
        used = NamedNode(f"{facts.address}#used/{quote(file.path)}")
        yield from _say(build, PROV.used, used)
        yield from _say(used, RDF.type, PROV.Entity)
        yield from _say(used, DCT.title, Literal(file.path))
        yield from _checksum(used, file)


def _say(subject: NamedNode, predicate: NamedNode, *objects: Value) -> Iterator[Triple]:
    return (Triple(subject, predicate, thing) for thing in objects)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer)


def _term(token: str) -> Literal:
    found: object = next(iter(parse(f"<a:a> <a:a> {token} .", format=RdfFormat.N_TRIPLES))).object
    assert isinstance(found, Literal)
    return found


def checksums(files: Iterable[File]) -> str:
    """Return lines that `sha256sum --check` reads, by path."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))
