"""The files of a release as DCAT distributions: where, how large, in which format, under which licence."""

from __future__ import annotations

from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from partnerkg.release.facts import DCAT, DCT, RDF, VOID, XSD, checksum, issued, rights, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from partnerkg.files.folder import File
    from partnerkg.release.facts import Facts

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
    "xlsx": "XLSX",
    "graphml": "XML",
    "gexf": "XML",
}
_UNREGISTERED = {"application/graphml+xml": "application/xml", "application/gexf+xml": "application/xml"}


def distribution(release: NamedNode, dump: File, facts: Facts) -> Iterator[Triple]:
    """Yield what is said of a file."""
    one = NamedNode(f"{facts.address}#{quote(dump.path)}")
    file = NamedNode(facts.address + quote(dump.path))
    yield from say(release, DCAT.distribution, one)
    yield from say(one, RDF.type, DCAT.Distribution)
    yield from say(one, DCT.title, Literal(dump.path.rpartition("/")[2]))
    yield from say(one, DCAT.accessURL, file)
    yield from say(one, DCAT.downloadURL, file)
    yield from say(one, DCAT.mediaType, NamedNode(_MEDIA + _registered(dump.media_type)))
    yield from say(one, DCAT.byteSize, Literal(str(dump.size), datatype=XSD.nonNegativeInteger))
    yield from checksum(one, dump)
    for predicate in (DCT.license, DCT.publisher):
        yield from say(one, predicate, *facts.description.values(predicate))
    yield from rights(one, facts)
    if dump.path.endswith(".gz"):
        yield from say(one, DCAT.compressFormat, NamedNode(f"{_MEDIA}application/gzip"))
    if dump.format in _FILE_TYPES:
        yield from say(one, DCT.format, NamedNode(_FILE_TYPE + _FILE_TYPES[dump.format]))
    if dump.whole:
        yield from say(release, VOID.dataDump, file)
    for language, words in dump.summary.items():
        yield from say(one, DCT.description, Literal(words, language=language))
    yield from issued(one, facts)


def _registered(media_type: str) -> str:
    """Return the type without parameters, as IANA lists it."""
    plain = media_type.partition(";")[0]
    return _UNREGISTERED.get(plain, plain)
