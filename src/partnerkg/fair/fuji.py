"""F-UJI, the FAIRsFAIR metrics of data (version 0.8, https://doi.org/10.5281/zenodo.4081213), by their tests.

Of tests that F-UJI takes as alternatives the one that a folder can pass is asked. Tests that are not scored
are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Check, Outcome, all_of, each, has, undecided, values, when
from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.release import Release

SOURCE = "https://github.com/pangaea-data-publisher/fuji/blob/master/fuji_server/yaml/metrics_v0.8.yaml"
_DATASET = N_("the dataset says {terms}")
_REGISTERED = N_("w3id.org or a DOI registry must know the address")
_ANSWERS = N_("the addresses must be registered and answer; ask F-UJI then")
_PERSISTENT = (
    "https://w3id.org/",
    "http://w3id.org/",
    "https://doi.org/",
    "http://purl.org/",
    "https://purl.org/",
)
_CITED = ("dct:creator", "dct:title", "dct:issued", "dct:publisher", "rdf:type")
_FOUND_BY = (*_CITED, "dct:description", "dcat:keyword")
_GENERAL = ("rdf", "rdfs", "owl", "xsd", "dct", "dcat", "schema", "foaf", "skos", "pk", "pks")
_RELATED = (
    "dct:source|prov:wasDerivedFrom|dct:isVersionOf|dct:relation|dct:references|dct:hasPart|dct:conformsTo"
)
_OPEN = (
    "text/turtle",
    "application/trig",
    "application/n-triples",
    "application/n-quads",
    "application/rdf+xml",
    "application/ld+json",
    "application/json",
    "text/csv",
    "application/graphml+xml",
    "application/xml",
    "text/html",
)


def _named(release: Release) -> Outcome:
    return when(release.dataset.startswith(("https://", "http://", "urn:")), Message(N_("it has no address")))


def _persistent(release: Release) -> Outcome:
    wrong = Message(N_("{iri} is at none of w3id.org, purl.org and doi.org"), iri=release.dataset)
    return when(release.dataset.startswith(_PERSISTENT), wrong)


def _open(why: str) -> Callable[[Release], Outcome]:
    return lambda release: undecided(Message(why))


def _says(*wanted: str) -> tuple[Message, Callable[[Release], Outcome]]:
    terms = ", ".join(name.replace("|", " | ") for name in wanted)

    def test(release: Release) -> Outcome:
        found = all_of(release.about_dataset, wanted)
        return found if found.share == 1 else Outcome(0.0, found.seen)

    return Message(_DATASET, terms=terms), test


def _downloads(release: Release) -> Outcome:
    return each(release.distributions, "dcat:downloadURL|dcat:accessURL")


def _embedded(release: Release) -> Outcome:
    wrong = Message(N_("no page of the folder describes the dataset as a schema.org Dataset in JSON-LD"))
    return when(any(_describes(data, release.dataset) for data in release.embedded), wrong)


def _describes(data: Mapping[str, object], dataset: str) -> bool:
    kinds = data.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return "Dataset" in named and dataset in (data.get("@id"), data.get("url"), data.get("identifier"))


def _over_http(release: Release) -> Outcome:
    return when(release.dataset.startswith(("https://", "http://")), Message(N_("it has no address")))


def _files_over_http(release: Release) -> Outcome:
    found = [one for row in release.distributions for one in values(row, "dcat:downloadURL|dcat:accessURL")]
    web = [one for one in found if one.startswith(("https://", "http://"))]
    return when(bool(web) and len(web) == len(found), Message(N_("a file has no address of HTTP")))


def _vocabularies(release: Release) -> Outcome:
    known = [base for name, base in prefixes().items() if name not in _GENERAL and "partnerkg" not in base]
    bases = (*known, "http://spdx.org/rdf/terms#", "http://www.w3.org/2006/vcard/ns#")
    rows = [release.about_dataset, *release.distributions]
    used = any(predicate.startswith(bases) for row in rows for predicate in row)
    return when(used, Message(N_("only general vocabularies are used")))


def _form(release: Release) -> Outcome:
    rows = release.distributions
    whole = [row for row in rows if has(row, "dcat:byteSize") and has(row, "dcat:mediaType|dct:format")]
    return when(bool(rows) and len(whole) == len(rows), Message(N_("a file has no size or no media type")))


def _formats(release: Release) -> Outcome:
    found = [one for row in release.distributions for one in values(row, "dcat:mediaType|dct:format")]
    return when(any(one.endswith(_OPEN) for one in found), Message(N_("no file is in a format of the list")))


def _standard(release: Release) -> Outcome:
    return when(bool(release.dataset), Message(N_("no dcat:Dataset is described")))


CHECKS = (
    Check("FsF-F1-01MD-1", 1, Message(N_("the dataset has an address")), _named),
    Check("FsF-F1-02MD-1", 0.5, Message(N_("the address is one of a persistent kind")), _persistent),
    Check("FsF-F1-02MD-2", 0.5, Message(N_("the persistent address is registered")), _open(_REGISTERED)),
    Check("FsF-F2-01M-2", 1, *_says(*_CITED)),
    Check("FsF-F2-01M-3", 1, *_says(*_FOUND_BY)),
    Check("FsF-F3-01M-2", 1, Message(N_("every file has an address")), _downloads),
    Check("FsF-F4-01M-1", 2, Message(N_("a page carries what search engines read")), _embedded),
    Check("FsF-A1-01M-1", 1, *_says("dct:accessRights|dct:rights")),
    Check("FsF-A1-02MD-1", 1, Message(N_("the address leads to the description")), _open(_ANSWERS)),
    Check("FsF-A1-02MD-2", 1, Message(N_("the addresses lead to the files")), _open(_ANSWERS)),
    Check("FsF-A1.1-01MD-1", 1, Message(N_("the description is reached by an open protocol")), _over_http),
    Check("FsF-A1.1-01MD-2", 1, Message(N_("the files are reached by an open protocol")), _files_over_http),
    Check("FsF-A1.2-01MD-1", 1, Message(N_("that protocol knows who asks (description)")), _over_http),
    Check("FsF-A1.2-01MD-2", 1, Message(N_("that protocol knows who asks (files)")), _files_over_http),
    Check("FsF-I1-01M-1", 2, Message(N_("a page carries the description as JSON-LD")), _embedded),
    Check("FsF-I2-01M-2", 2, Message(N_("the description uses registered vocabularies")), _vocabularies),
    Check("FsF-I3-01M-2", 2, *_says(_RELATED)),
    Check("FsF-R1-01M-1", 1, *_says("rdf:type")),
    Check("FsF-R1-01M-2", 1, Message(N_("every file has a size and a media type")), _form),
    Check("FsF-R1.1-01M-1", 1, *_says("dct:license")),
    Check(
        "FsF-R1.2-01M-1", 1, *_says("dct:creator|dct:publisher|dct:issued|dct:modified|prov:wasGeneratedBy")
    ),
    Check("FsF-R1.3-01M-3", 1, Message(N_("the description follows a common standard (DCAT)")), _standard),
    Check("FsF-R1.3-02D-1", 1, Message(N_("a file is in an open format")), _formats),
)
