"""What the indicators of the MQA look at, by the names in `checks/mqa.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Outcome, all_of, each, has, undecided, values, when
from partnerkg.fair.table import plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.check import Test
    from partnerkg.fair.release import Release
    from partnerkg.fair.table import Maker

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
_ANSWERS = N_("the addresses must answer, with HTTP 200")
_SHAPES = N_("what DCAT-AP demands is there; its shapes, which the portal asks, are not part of partnerkg")
_FROM_EU = N_("take the value from the list {scheme} of the EU Publications Office")
_MANDATORY = ("dct:title", "dct:description")


def _says(*wanted: str) -> Test:
    return lambda release: all_of(release.about_dataset, wanted)


def _files(term: str) -> Test:
    return lambda release: each(release.distributions, term)


def _answers(term: str) -> Test:
    def test(release: Release) -> Outcome:
        there = any(has(row, term) for row in release.distributions)
        missing = Message(N_("missing: {names}"), names=term)
        return undecided(Message(_ANSWERS)) if there else Outcome(0.0, missing)

    return test


def _best(good: Callable[[str], bool]) -> Callable[[str], Test]:
    """Return what makes the test that one distribution has a value of a term that is good."""

    def made(term: str) -> Test:
        def test(release: Release) -> Outcome:
            every = [one for row in release.distributions for one in values(row, term)]
            names = ", ".join(sorted(set(every))[:3]) or "–"
            return when(any(map(good, every)), Message(N_("no file has one; found: {names}"), names=names))

        return test

    return made


def _listed(iri: str) -> bool:
    return iri.startswith((_EU + "file-type/", *_IANA))


def _readable(iri: str) -> bool:
    return iri.startswith(_EU + "file-type/") and iri.rpartition("/")[2] in _READABLE


def _licence(release: Release) -> Outcome:
    rows = release.distributions
    listed = [
        row for row in rows if any(one.startswith(_EU + "licence/") for one in values(row, "dct:license"))
    ]
    return Outcome(len(listed) / max(1, len(rows)), Message(_FROM_EU, scheme="licence"))


def _rights(release: Release) -> Outcome:
    rights = values(release.about_dataset, "dct:accessRights")
    listed = any(one.startswith(_EU + "access-right/") for one in rights)
    return when(listed, Message(_FROM_EU, scheme="access-right"))


def _compliant(release: Release) -> Outcome:
    lacking = [name for name in _MANDATORY if not has(release.about_dataset, name)]
    files = each(release.distributions, "dcat:accessURL")
    if files.share != 1:
        lacking.append("dcat:accessURL")
    if lacking:
        return Outcome(0.0, Message(N_("missing: {names}"), names=", ".join(lacking)))
    return undecided(Message(_SHAPES))


MAKERS: Mapping[str, Maker] = {
    "says": _says,
    "files": _files,
    "answers": _answers,
    "best": _best(bool),
    "listed": _best(_listed),
    "readable": _best(_readable),
    "compliant": plainly(_compliant),
    "licence": plainly(_licence),
    "rights": plainly(_rights),
}
