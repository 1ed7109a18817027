"""MQA, the metadata quality assessment of data.europa.eu (https://data.europa.eu/mqa/methodology).

An indicator is named by what it looks at; its points are those of the methodology, 405 in all. What asks for
one good file (interoperability) is won by the best distribution, the rest by the share of distributions.
"""

from __future__ import annotations

from collections.abc import Callable

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Check, Outcome, all_of, each, has, undecided, values, when

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.release import Release

    Test = Callable[[Release], Outcome]

SOURCE = "https://data.europa.eu/mqa/methodology"
_EU = "http://publications.europa.eu/resource/authority/"
_IANA = ("https://www.iana.org/assignments/media-types/", "http://www.iana.org/assignments/media-types/")
_READABLE = (
    "RDF",
    "RDF_XML",
    "RDF_TURTLE",
    "RDF_N_TRIPLES",
    "RDF_N_QUADS",
    "RDF_TRIG",
    "JSON_LD",
    "JSON",
    "CSV",
    "XML",
)
_DATASET, _FILES = N_("the dataset says {terms}"), N_("the files say {terms}")
_ANSWERS = N_("the addresses must answer, with HTTP 200")
_SHAPES = N_("what DCAT-AP demands is there; its shapes, which the portal asks, are not part of partnerkg")
_MANDATORY = ("dct:title", "dct:description")


def _says(term: str, points: float, *, id_: str = "") -> Check:
    return Check(
        id_ or term,
        points,
        Message(_DATASET, terms=term),
        lambda release: all_of(release.about_dataset, [term]),
    )


def _say(term: str, points: float) -> Check:
    return Check(term, points, Message(_FILES, terms=term), lambda release: each(release.distributions, term))


def _answers(term: str, points: float) -> Check:
    def test(release: Release) -> Outcome:
        there = any(has(row, term) for row in release.distributions)
        missing = Message(N_("missing: {names}"), names=term)
        return undecided(Message(_ANSWERS)) if there else Outcome(0.0, missing)

    return Check(f"{term} code=200", points, Message(N_("the addresses of {terms} answer"), terms=term), test)


def _best(term: str, points: float, id_: str, wants: Message, good: Callable[[str], bool]) -> Check:
    """Return the check that one distribution has a value that is good."""

    def test(release: Release) -> Outcome:
        found = [one for row in release.distributions for one in values(row, term)]
        wrong = Message(N_("no file has one; found: {names}"), names=", ".join(sorted(set(found))[:3]) or "–")
        return when(any(map(good, found)), wrong)

    return Check(id_, points, wants, test)


def _listed(iri: str) -> bool:
    return iri.startswith((_EU + "file-type/", *_IANA))


def _readable(iri: str) -> bool:
    return iri.startswith(_EU + "file-type/") and iri.rpartition("/")[2] in _READABLE


def _licence(release: Release) -> Outcome:
    rows = release.distributions
    found = [
        row for row in rows if any(one.startswith(_EU + "licence/") for one in values(row, "dct:license"))
    ]
    return Outcome(len(found) / max(1, len(rows)), Message(_FROM_EU, scheme="licence"))


def _rights(release: Release) -> Outcome:
    found = values(release.about_dataset, "dct:accessRights")
    return when(
        any(one.startswith(_EU + "access-right/") for one in found), Message(_FROM_EU, scheme="access-right")
    )


def _compliant(release: Release) -> Outcome:
    lacking = [name for name in _MANDATORY if not has(release.about_dataset, name)]
    files = each(release.distributions, "dcat:accessURL")
    if files.share != 1:
        lacking.append("dcat:accessURL")
    if lacking:
        return Outcome(0.0, Message(N_("missing: {names}"), names=", ".join(lacking)))
    return undecided(Message(_SHAPES))


_FROM_EU = N_("take the value from the list {scheme} of the EU Publications Office")
_FORMATS = "dct:format|dcat:mediaType"
CHECKS = (
    _says("dcat:keyword", 30),
    _says("dcat:theme", 30),
    _says("dct:spatial", 20),
    _says("dct:temporal", 20),
    _answers("dcat:accessURL", 50),
    _say("dcat:downloadURL", 20),
    _answers("dcat:downloadURL", 30),
    _best("dct:format", 20, "dct:format", Message(_FILES, terms="dct:format"), bool),
    _best("dcat:mediaType", 10, "dcat:mediaType", Message(_FILES, terms="dcat:mediaType"), bool),
    _best(
        _FORMATS,
        10,
        "dct:format/dcat:mediaType from vocabulary",
        Message(N_("format and media type come from the lists of the EU and of IANA")),
        _listed,
    ),
    _best(
        "dct:format", 20, "dct:format non-proprietary", Message(N_("a format belongs to nobody")), _readable
    ),
    _best(
        "dct:format",
        20,
        "dct:format machine-readable",
        Message(N_("a format can be read by machines")),
        _readable,
    ),
    Check("DCAT-AP compliance", 30, Message(N_("the description conforms to DCAT-AP")), _compliant),
    _say("dct:license", 20),
    Check(
        "dct:license from vocabulary", 10, Message(N_("the licence comes from the list of the EU")), _licence
    ),
    _says("dct:accessRights", 10),
    Check(
        "dct:accessRights from vocabulary",
        5,
        Message(N_("the access rights come from the list of the EU")),
        _rights,
    ),
    _says("dcat:contactPoint", 20),
    _says("dct:publisher", 10),
    _say("dct:rights", 5),
    _say("dcat:byteSize", 5),
    _says("dct:issued", 5),
    _says("dct:modified", 5),
)
