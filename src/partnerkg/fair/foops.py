"""What the checks of FOOPS! look at, by the names in `checks/foops.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Outcome, all_of, counted, has, undecided, values, when
from partnerkg.fair.table import plainly
from partnerkg.namespaces import expand, prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.check import Test
    from partnerkg.fair.release import Release
    from partnerkg.fair.table import Maker

_PERSISTENT = re.compile(
    r"https?://(w3id\.org|purl\.\w+|www\.purl\.\w+|(dx\.)?doi\.org|www\.w3\.org|perma\.cc|"
    r"linked\.data\.gov\.au|data\.europa\.eu|dbpedia\.org)/"
)
_RESOLVING = re.compile(r"https?://creativecommons\.org/(licenses|publicdomain)/")
_WEB = N_("the address must be registered and answer; ask FOOPS! then")
_REGISTRY = N_("the prefix or the ontology must be entered in a registry (prefix.cc, LOV)")
_METADATA = ("dct", "schema", "vann", "prov", "foaf", "rdfs", "owl")
_BIBO, _LOGO = "http://purl.org/ontology/bibo/", "http://xmlns.com/foaf/0.1/logo"


def _web(release: Release) -> Outcome:
    return undecided(Message(_WEB))


def _registry(release: Release) -> Outcome:
    return undecided(Message(_REGISTRY))


def _persistent(release: Release) -> Outcome:
    wrong = Message(
        N_("{iri} is at none of the addresses that FOOPS! takes for persistent"), iri=release.ontology
    )
    return when(bool(_PERSISTENT.match(release.ontology)), wrong)


def _version(release: Release) -> Outcome:
    versions = values(release.about_ontology, "owl:versionIRI")
    return when(
        bool(versions) and release.ontology not in versions,
        Message(N_("missing: {names}"), names="owl:versionIRI"),
    )


def _detailed(release: Release) -> Outcome:
    """Look for doi, publisher, logo, status, source and date of issue."""
    row = release.about_ontology
    doi = bool(row.get(_BIBO + "doi")) or any("doi." in one for one in values(row, "dct:identifier"))
    details = {
        "bibo:doi": doi,
        "dct:publisher": has(row, "dct:publisher"),
        "foaf:logo": bool(row.get(_LOGO)) or has(row, "schema:logo"),
        "bibo:status": bool(row.get(_BIBO + "status")),
        "dct:source": has(row, "dct:source"),
        "dct:issued": has(row, "dct:issued"),
    }
    missing = [name for name, there in details.items() if not there]
    seen = Message(N_("missing: {names}"), names=", ".join(missing)) if missing else Message(N_("found"))
    return Outcome(1 - len(missing) / len(details), seen)


def _resolving(release: Release) -> Outcome:
    licences = values(release.about_ontology, "dct:license")
    if not licences:
        return Outcome(0.0, Message(N_("missing: {names}"), names="dct:license"))
    known = Message(N_("the address of the licence must answer"))
    return Outcome(1.0, Message(N_("found"))) if all(map(_RESOLVING.match, licences)) else undecided(known)


def _page(release: Release) -> Outcome:
    named = any(release.ontology in text for text in release.pages.values())
    missing = Message(N_("no page of the folder names the ontology; `partnerkg documentation` writes one"))
    return undecided(Message(_WEB)) if named else Outcome(0.0, missing)


def _scheme(release: Release) -> Outcome:
    wrong = Message(N_("{iri} is no address of HTTP"), iri=release.ontology)
    return when(release.ontology.startswith(("http://", "https://")), wrong)


def _metadata(release: Release) -> Outcome:
    bases = [prefixes()[name] for name in _METADATA if name in prefixes()]
    used = any(predicate.startswith(tuple(bases)) for predicate in release.about_ontology)
    return when(used, Message(N_("it uses no vocabulary of others")))


def _reuse(release: Release) -> Outcome:
    own = tuple(values(release.about_ontology, "vann:preferredNamespaceUri"))
    core = tuple(prefixes()[name] for name in ("rdf", "rdfs", "owl", "xsd"))
    leading = [
        expand(name) for name in ("rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range")
    ]
    named = {
        getattr(value, "value", "")
        for row in release.terms().values()
        for predicate in leading
        for value in row.get(predicate or "", ())
    }
    others = [iri for iri in named if not iri.startswith((*own, *core))]
    return when(bool(others), Message(N_("it uses no vocabulary of others")))


def _labelled(wanted: str) -> Test:
    none = Message(N_("there is no term in the namespace of the ontology"))

    def test(release: Release) -> Outcome:
        terms = release.terms().values()
        return counted(sum(has(row, wanted) for row in terms), len(terms), none)

    return test


def _says(*wanted: str) -> Test:
    return lambda release: all_of(release.about_ontology, wanted)


def _rdf(release: Release) -> Outcome:
    return when(bool(release.ontology), Message(N_("the folder holds no ontology")))


MAKERS: Mapping[str, Maker] = {
    "says": _says,
    "labelled": _labelled,
    "persistent": plainly(_persistent),
    "web": plainly(_web),
    "registry": plainly(_registry),
    "version": plainly(_version),
    "scheme": plainly(_scheme),
    "rdf": plainly(_rdf),
    "described": plainly(_metadata),
    "reuse": plainly(_reuse),
    "page": plainly(_page),
    "detailed": plainly(_detailed),
    "licence": plainly(_resolving),
}
