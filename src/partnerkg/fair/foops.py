"""FOOPS!, the checks of an ontology (https://w3id.org/foops/test/…): each is worth one point.

What they look at follows the catalogue of tests and the code of oeg-upm/fair_ontologies 0.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from partnerkg.errors import N_, Message
from partnerkg.fair.check import Check, Outcome, all_of, counted, has, undecided, values, when
from partnerkg.namespaces import expand, prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.release import Release

SOURCE = "https://w3id.org/foops/test/"
_PERSISTENT = re.compile(
    r"https?://(w3id\.org|purl\.\w+|www\.purl\.\w+|(dx\.)?doi\.org|www\.w3\.org|perma\.cc|"
    r"linked\.data\.gov\.au|data\.europa\.eu|dbpedia\.org)/"
)
_RESOLVING = re.compile(r"https?://creativecommons\.org/(licenses|publicdomain)/")
_SAYS = N_("the ontology says {terms}")
_WEB = N_("the address must be registered and answer; ask FOOPS! then")
_REGISTRY = N_("the prefix or the ontology must be entered in a registry (prefix.cc, LOV)")
_NONE = Message(N_("the folder holds no ontology"))
_MINIMUM = (
    "dct:title",
    "dct:description|dct:abstract|rdfs:comment",
    "dct:license",
    "owl:versionIRI",
    "dct:creator",
    "vann:preferredNamespaceUri",
)
_RECOMMENDED = (
    "vann:preferredNamespacePrefix",
    "owl:versionInfo",
    "dct:created",
    "dct:bibliographicCitation",
)
_PROVENANCE, _MORE_PROVENANCE = ("dct:created", "dct:creator"), ("dct:issued", "dct:publisher")
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
    found = values(release.about_ontology, "owl:versionIRI")
    return when(
        bool(found) and release.ontology not in found, Message(N_("missing: {names}"), names="owl:versionIRI")
    )


def _detailed(release: Release) -> Outcome:
    """Look for doi, publisher, logo, status, source and date of issue."""
    row = release.about_ontology
    doi = bool(row.get(_BIBO + "doi")) or any("doi." in one for one in values(row, "dct:identifier"))
    found = {
        "bibo:doi": doi,
        "dct:publisher": has(row, "dct:publisher"),
        "foaf:logo": bool(row.get(_LOGO)) or has(row, "schema:logo"),
        "bibo:status": bool(row.get(_BIBO + "status")),
        "dct:source": has(row, "dct:source"),
        "dct:issued": has(row, "dct:issued"),
    }
    missing = [name for name, there in found.items() if not there]
    seen = Message(N_("missing: {names}"), names=", ".join(missing)) if missing else Message(N_("found"))
    return Outcome(1 - len(missing) / len(found), seen)


def _resolving(release: Release) -> Outcome:
    found = values(release.about_ontology, "dct:license")
    if not found:
        return Outcome(0.0, Message(N_("missing: {names}"), names="dct:license"))
    known = Message(N_("the address of the licence must answer"))
    return Outcome(1.0, Message(N_("found"))) if all(map(_RESOLVING.match, found)) else undecided(known)


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


def _labelled(wanted: str) -> Callable[[Release], Outcome]:
    none = Message(N_("there is no term in the namespace of the ontology"))

    def test(release: Release) -> Outcome:
        terms = release.terms().values()
        return counted(sum(has(row, wanted) for row in terms), len(terms), none)

    return test


def _says(id_: str, *wanted: str) -> Check:
    terms = ", ".join(name.replace("|", " | ") for name in wanted)
    return Check(id_, 1, Message(_SAYS, terms=terms), lambda release: all_of(release.about_ontology, wanted))


CHECKS = (
    Check("PURL1", 1, Message(N_("the address of the ontology is a persistent one")), _persistent),
    Check("URI1", 1, Message(N_("the address of the ontology answers")), _web),
    Check("URI2", 1, Message(N_("the address leads to the ontology of that name")), _web),
    Check("VER1", 1, Message(N_("the version has an address of its own")), _version),
    Check("VER2", 1, Message(N_("the address of the version answers")), _web),
    _says("OM1", *_MINIMUM),
    _says("FIND1", "vann:preferredNamespacePrefix"),
    Check("FIND2", 1, Message(N_("the prefix is registered")), _registry),
    Check("FIND3", 1, Message(N_("the ontology is registered")), _registry),
    Check("FIND_3_BIS", 1, Message(N_("a registry keeps the description of the ontology")), _registry),
    Check("CN1", 1, Message(N_("the address gives RDF or HTML, as it is asked")), _web),
    Check("HTTP1", 1, Message(N_("the address uses an open protocol")), _scheme),
    Check("RDF1", 1, Message(N_("the ontology is there in RDF")), lambda r: when(bool(r.ontology), _NONE)),
    Check("VOC1", 1, Message(N_("the ontology describes itself with known vocabularies")), _metadata),
    Check("VOC2", 1, Message(N_("the ontology builds on other vocabularies")), _reuse),
    Check("DOC1", 1, Message(N_("the ontology is there as a page for people")), _page),
    _says("OM2", *_RECOMMENDED),
    Check(
        "OM3",
        1,
        Message(_SAYS, terms="bibo:doi, dct:publisher, foaf:logo, bibo:status, dct:source, dct:issued"),
        _detailed,
    ),
    _says("OM4.1", "dct:license|dct:rights"),
    Check("OM4.2", 1, Message(N_("the address of the licence answers")), _resolving),
    _says("OM5.1", *_PROVENANCE),
    _says("OM5.2", *_MORE_PROVENANCE),
    Check("VOC3", 1, Message(N_("every term has a label")), _labelled("rdfs:label|skos:prefLabel")),
    Check("VOC4", 1, Message(N_("every term has a definition")), _labelled("rdfs:comment|skos:definition")),
)
