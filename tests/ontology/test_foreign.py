"""Terms of other vocabularies: listed, existing, not redefined."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conftest import Copies

LANGUAGES = {"rdf": RDF, "rdfs": RDFS, "owl": OWL, "sh": SH, "xsd": XSD}
LATER = {"langString", "reifierShape", "reificationRequired"}  # words that rdflib does not know yet
NAMED_ONLY = {"rico", "vivo"}
SCHEMA = "https://schema.org/"
OURS = "https://w3id.org/partnerkg/"
MAY_SAY = {str(RDF.type), str(RDFS.label), str(RDFS.isDefinedBy), str(RDFS.seeAlso)}


def _split(iri: str, prefixes: dict[str, str]) -> tuple[str, str] | None:
    """Return the prefix and local name of a term; None for what is no term of a known vocabulary."""
    found = [(p, iri.removeprefix(n)) for p, n in prefixes.items() if iri.startswith(n) and iri != n]
    return found[0] if found else None


def _listed(foreign: Graph) -> set[str]:
    return {str(s) for s in foreign.subjects() if not str(s).startswith(OURS)}


def test_it_lists_every_foreign_term_in_use(
    quads: dict[Path, list[ox.Quad]], foreign: Graph, foreign_prefixes: dict[str, str]
) -> None:
    listed, missing = _listed(foreign), set()
    for path, statements in quads.items():
        for quad in statements:
            for term in (quad.subject, quad.predicate, quad.object):
                name = _split(term.value, foreign_prefixes) if isinstance(term, ox.NamedNode) else None
                if name and name[0] not in LANGUAGES and term.value not in listed:
                    missing.add((path.name, ":".join(name)))
    assert missing == set()


def test_it_gives_a_foreign_term_a_label_in_both_languages_and_its_vocabulary(
    foreign: Graph, foreign_prefixes: dict[str, str]
) -> None:
    for term in map(URIRef, _listed(foreign)):
        prefix, _ = _split(str(term), foreign_prefixes) or ("", "")
        languages = sorted(label.language for label in foreign.objects(term, RDFS.label))
        assert languages == ["en", "fr"], term
        assert list(foreign.objects(term, RDFS.isDefinedBy)) == [URIRef(foreign_prefixes[prefix])]


def test_it_redefines_no_foreign_term(
    quads: dict[Path, list[ox.Quad]], foreign_prefixes: dict[str, str]
) -> None:
    said = {
        (path.name, quad.predicate.value)
        for path, statements in quads.items()
        for quad in statements
        if isinstance(quad.subject, ox.NamedNode) and _split(quad.subject.value, foreign_prefixes)
    }
    assert {name for name, _ in said} == {"foreign.ttl"}
    assert {predicate for _, predicate in said} == MAY_SAY | {str(RDFS.subClassOf)}


def test_it_repeats_of_classes_what_their_vocabulary_says(foreign: Graph, copies: Copies) -> None:
    """So what others say is a formal organisation is an organisation here, too."""
    repeated = list(foreign.subject_objects(RDFS.subClassOf))
    assert repeated
    for class_, above in repeated:
        assert str(above) in copies.above[str(class_)], class_


def test_it_declares_a_foreign_term_in_one_owl_role(foreign: Graph) -> None:
    roles = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for term in _listed(foreign):
        kinds = list(foreign.objects(URIRef(term), RDF.type))
        assert len(kinds) <= 1, term
        assert set(kinds) <= roles


def test_it_declares_only_what_the_ontology_uses(whole: Graph, foreign: Graph) -> None:
    declared = {s for s in foreign.subjects(RDF.type) if not str(s).startswith(OURS)}
    used = {x for t in whole - foreign for x in t} | set(foreign.predicates())
    used |= {SKOS.altLabel} | set(foreign.objects(None, RDF.type))
    used |= {class_ for class_, above in foreign.subject_objects(RDFS.subClassOf) if above in used}
    assert declared - used == set()


def test_it_uses_the_words_of_rdf_owl_and_shacl_as_they_are(
    quads: dict[Path, list[ox.Quad]], foreign_prefixes: dict[str, str]
) -> None:
    for statements in quads.values():
        for quad in statements:
            for term in (quad.subject, quad.predicate, quad.object):
                name = _split(term.value, foreign_prefixes) if isinstance(term, ox.NamedNode) else None
                if name and name[0] in LANGUAGES and not name[1].startswith("_"):
                    assert name[1] in LANGUAGES[name[0]] or name[1] in LATER, term


def test_it_says_where_a_term_without_a_copy_was_read(
    foreign: Graph, foreign_prefixes: dict[str, str]
) -> None:
    for term in _listed(foreign):
        name = _split(term, foreign_prefixes)
        sources = list(foreign.objects(URIRef(term), RDFS.seeAlso))
        assert len(sources) == (1 if name and name[0] in NAMED_ONLY else 0), term


def test_it_takes_foreign_terms_that_their_vocabulary_has(
    foreign: Graph, foreign_prefixes: dict[str, str], copies: Copies
) -> None:
    for term in _listed(foreign):
        prefix, name = _split(term, foreign_prefixes) or ("", "")
        if prefix in NAMED_ONLY or prefix in LANGUAGES:
            assert prefix in NAMED_ONLY or name in LANGUAGES[prefix]
        else:
            assert copies.describes(term), term


def test_it_calls_what_the_data_use_as_people_do(foreign: Graph) -> None:
    for term in _listed(foreign):
        labels = {o.language: str(o) for o in foreign.objects(URIRef(term), RDFS.label)}
        assert not re.search("[a-z][A-Z]|^[A-Z][a-z]", labels["en"]), term


def test_it_uses_schema_org_within_its_domains_or_says_why_not(
    quads: dict[Path, list[ox.Quad]], whole: Graph, copies: Copies
) -> None:
    """A property that stands beyond them is named in the editorial note of the class that bears it."""
    statements = [quad for path, some in quads.items() if "graph" in path.parts for quad in some]
    classes: dict[object, set[str]] = {}
    for quad in statements:
        if quad.predicate.value == str(RDF.type):
            classes.setdefault(quad.subject, set()).add(quad.object.value)
    used = {
        (quad.predicate.value, frozenset(classes.get(quad.subject, ())))
        for quad in statements
        if quad.predicate.value.startswith(SCHEMA)
    }
    assert len(used) > 3
    beyond = set()
    for property_, borne in used:
        above = _above(borne, whole, copies)
        name = f"schema:{property_.removeprefix(SCHEMA)}"
        notes = [note for class_ in above for note in whole.objects(URIRef(class_), SKOS.editorialNote)]
        if not copies.domains[property_] & above and not any(f"{name} beyond" in note for note in notes):
            beyond.add((name, tuple(sorted(borne))))
    assert beyond == set()


def _above(classes: Iterable[str], whole: Graph, copies: Copies) -> set[str]:
    """Return classes with all above them, ours and those of schema.org; of these, all are things."""
    found, waiting = {f"{SCHEMA}Thing"}, list(classes)
    while waiting:
        class_ = waiting.pop()
        if class_ not in found:
            found.add(class_)
            waiting += [*map(str, whole.objects(URIRef(class_), RDFS.subClassOf)), *copies.above[class_]]
    return found


def test_it_considers_only_terms_that_exist(
    whole: Graph, foreign: Graph, foreign_prefixes: dict[str, str], copies: Copies, curies: re.Pattern[str]
) -> None:
    named = {match for note in whole.objects(None, SKOS.editorialNote) for match in curies.findall(note)}
    assert named
    for prefix, name in sorted(named):
        iri = foreign_prefixes[prefix] + name
        known = name in LANGUAGES[prefix] if prefix in LANGUAGES else copies.describes(iri)
        assert known or prefix in NAMED_ONLY or iri in _listed(foreign), f"{prefix}:{name}"
