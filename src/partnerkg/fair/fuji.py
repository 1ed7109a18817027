"""What the checks of F-UJI look at, by the names in `checks/fuji.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Outcome, all_of, each, has, undecided, values, when
from partnerkg.fair.table import plainly
from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.check import Test
    from partnerkg.fair.release import Release
    from partnerkg.fair.table import Maker

_REGISTERED = N_("w3id.org or a DOI registry must know the address")
_ANSWERS = N_("the addresses must be registered and answer; ask F-UJI then")
_PERSISTENT = (
    "https://w3id.org/",
    "http://w3id.org/",
    "https://doi.org/",
    "http://purl.org/",
    "https://purl.org/",
)
_GENERAL = ("rdf", "rdfs", "owl", "xsd", "dct", "dcat", "schema", "foaf", "skos", "pk", "pks")
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
    return when(release.dataset.startswith(("https://", "http://")), Message(N_("it has no address")))


def _persistent(release: Release) -> Outcome:
    wrong = Message(N_("{iri} is at none of w3id.org, purl.org and doi.org"), iri=release.dataset)
    return when(release.dataset.startswith(_PERSISTENT), wrong)


def _registered(release: Release) -> Outcome:
    return undecided(Message(_REGISTERED))


def _answers(release: Release) -> Outcome:
    return undecided(Message(_ANSWERS))


def _says(*wanted: str) -> Test:
    def test(release: Release) -> Outcome:
        outcome = all_of(release.about_dataset, wanted)
        return outcome if outcome.share == 1 else Outcome(0.0, outcome.seen)

    return test


def _downloads(release: Release) -> Outcome:
    return each(release.distributions, "dcat:downloadURL|dcat:accessURL")


def _embedded(release: Release) -> Outcome:
    wrong = Message(N_("no page of the folder describes the dataset as a schema.org Dataset in JSON-LD"))
    return when(any(_describes(data, release.dataset) for data in release.embedded), wrong)


def _describes(data: Mapping[str, object], dataset: str) -> bool:
    kinds = data.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return "Dataset" in named and dataset in (data.get("@id"), data.get("url"), data.get("identifier"))


def _files_over_http(release: Release) -> Outcome:
    every = [one for row in release.distributions for one in values(row, "dcat:downloadURL|dcat:accessURL")]
    web = [one for one in every if one.startswith(("https://", "http://"))]
    return when(bool(web) and len(web) == len(every), Message(N_("a file has no address of HTTP")))


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
    formats = [one for row in release.distributions for one in values(row, "dcat:mediaType|dct:format")]
    return when(
        any(one.endswith(_OPEN) for one in formats), Message(N_("no file is in a format of the list"))
    )


def _standard(release: Release) -> Outcome:
    return when(bool(release.dataset), Message(N_("no dcat:Dataset is described")))


MAKERS: Mapping[str, Maker] = {
    "says": _says,
    "named": plainly(_named),
    "persistent": plainly(_persistent),
    "registered": plainly(_registered),
    "downloads": plainly(_downloads),
    "embedded": plainly(_embedded),
    "answers": plainly(_answers),
    "http": plainly(_named),
    "files_http": plainly(_files_over_http),
    "form": plainly(_form),
    "vocabularies": plainly(_vocabularies),
    "standard": plainly(_standard),
    "formats": plainly(_formats),
}
