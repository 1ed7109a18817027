"""A name, slug, CURIE or IRI that a person wrote → the thing of the graph that they mean."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Variable

from partnerkg.errors import Message, Suggestion, UnknownThing, WrongValue
from partnerkg.model import iris
from partnerkg.model.name import fold
from partnerkg.namespaces import expand, prefixes, shorten
from partnerkg.store.base import CLAIMS, ONTOLOGY, REFERENCE, ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row
    from partnerkg.store.base import Store

DATA = (CLAIMS, REFERENCE)
EVERYWHERE = (*DATA, ONTOLOGY)
LANGUAGES = ("fr", "en")
_TYPED = "SELECT DISTINCT ?thing ?class { ?thing a ?type . ?type rdfs:subClassOf* ?class }"
_NAME = "SELECT DISTINCT ?thing ?name { ?thing skos:prefLabel ?name }"
_CALLED = """SELECT DISTINCT ?thing {
    VALUES ?name { %(names)s }
    ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym|pk:properName ?name
}"""
_NAMED = """SELECT DISTINCT ?thing ?name ?class {
    ?thing a ?type ; skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym|pk:properName ?name .
    ?type rdfs:subClassOf* ?class
}"""


def find(
    name: str, store: Store, class_: str | None = None, parameter: str = "", choices: str | None = None
) -> NamedNode:
    """Return the thing of a class (a CURIE) that a slug, CURIE, IRI or name stands for.

    A name counts however it is accented and capitalised, and so does an acronym. UnknownThing if there is
    none, WrongValue if it is of another class, no IRI, or one of several with that slug or name; both with
    the nearest right slugs. Of several, those count first that the pattern of a parameter's choices finds.
    """
    known, fitting = _known(_candidates(name, parameter), store, class_)
    if not fitting and ":" not in name:
        fitting = _fitting(called(name, store, class_), store, class_)
    if len(fitting) > 1 and choices:
        fitting = offered(fitting, parameter, choices, store) or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        written = sorted(iris.slug(thing.value) or shorten(thing.value) for thing in fitting)
        if len(set(written)) < len(written):
            written = sorted(shorten(thing.value) for thing in fitting)
        reason = Message("several things are called so")
        raise _wrong(name, parameter, reason, Message("write one of {known}.", known=", ".join(written)))
    near = nearest(name, store, class_)
    if known:
        raise _wrong(name, parameter, Message("it is no {name}", name=class_), near)
    raise UnknownThing(name=name, suggestion=near)


def _fitting(candidates: list[NamedNode], store: Store, class_: str | None) -> list[NamedNode]:
    """Return the things of a class; where any will do, those that have a name come first."""
    if class_ is not None:
        return [thing for thing in candidates if is_a(thing, class_, store)]
    if len(candidates) < 2:
        return candidates
    return [thing for thing in candidates if rows(store, _NAME, {"thing": thing}, EVERYWHERE)] or candidates


def offered(candidates: list[NamedNode], parameter: str, choices: str, store: Store) -> list[NamedNode]:
    """Return those of the things that the pattern of a parameter's choices finds."""
    values = f"VALUES ?{parameter} {{ {' '.join(map(str, candidates))} }}"
    text = f"SELECT DISTINCT ?{parameter} {{ {values} {choices} }}"
    return [row[0] for row in store.select(text) if isinstance(row[0], NamedNode)]


def called(name: str, store: Store, class_: str | None = None) -> list[NamedNode]:
    """Return the things that go by a name: as it is written, else in any other spelling."""
    exact = Literal(name), *(Literal(name, language=tag) for tag in LANGUAGES)
    text = _CALLED % {"names": " ".join(map(str, exact))}
    things = {row[0] for row in rows(store, text, {}, DATA)}
    wanted = fold(name)
    if not things and wanted:
        given = {"class": class_iri(class_)} if class_ else {}
        named = rows(store, _NAMED, given, EVERYWHERE if class_ else DATA)
        things = {row[0] for row in named if isinstance(row[1], Literal) and fold(row[1].value) == wanted}
    return sorted((thing for thing in things if isinstance(thing, NamedNode)), key=str)


def _known(
    candidates: list[NamedNode], store: Store, class_: str | None
) -> tuple[list[NamedNode], list[NamedNode]]:
    """Return the things of which something is said, and those of the class: as the claims say, else others.

    What the rest of the data, the ontology and the evidence speak of counts where no claim knows one.
    """
    nearest_known: list[NamedNode] = []
    for rooms in ((CLAIMS,), DATA, EVERYWHERE, ROOMS):
        known = store.known(candidates, rooms)
        fitting = _fitting(known, store, class_)
        if fitting:
            return known, fitting
        nearest_known = nearest_known or known
    return nearest_known, []


def is_a(thing: NamedNode, class_: str, store: Store) -> bool:
    """Return whether a thing is of a class or of one of its subclasses; `class_` is a CURIE."""
    wanted = class_iri(class_)
    for rooms in ((CLAIMS,), DATA):  # what the claims say is at hand first
        types = rows(store, "SELECT DISTINCT ?thing ?type { ?thing a ?type }", {"thing": thing}, rooms)
        if any(row[1] == wanted for row in types):
            return True
    if not types:  # what is said of pages and claims stands with the evidence
        types = rows(store, "SELECT DISTINCT ?thing ?type { ?thing a ?type }", {"thing": thing}, ROOMS)
        return any(row[1] == wanted for row in types)
    return bool(rows(store, _TYPED, {"thing": thing, "class": wanted}, EVERYWHERE))


def nearest(name: str, store: Store, class_: str | None) -> Message:
    """Return the slugs of things of a class whose slug or name is nearest, as the end of a sentence."""
    given = {"class": class_iri(class_)} if class_ else {}
    names: dict[str, str] = {}
    for thing, label, _ in rows(store, _NAMED, given, EVERYWHERE):
        slug = iris.slug(thing.value) if isinstance(thing, NamedNode) else None
        if slug and isinstance(label, Literal):
            names[slug] = names[label.value.lower()] = slug
    near = Suggestion(name.lower(), names, names)
    if near.template:
        return near
    if not names:
        return Message("the graph has none yet.")
    return Message("one that would do is `{example}`.", example=min(names.values()))


def _candidates(name: str, parameter: str) -> list[NamedNode]:
    return [iri(name, parameter)] if ":" in name else iris.candidates(name)


def iri(name: str, parameter: str = "") -> NamedNode:
    """Return the IRI that a CURIE, or an IRI with or without its brackets, stands for; else WrongValue."""
    bare = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    prefix, colon, _ = bare.partition(":")
    written = bare if "://" in bare else expand(bare)
    if colon and written is None:
        reason = Message("there is no prefix `{prefix}`", prefix=prefix)
        raise _wrong(name, parameter, reason, Suggestion(prefix, prefixes()))
    try:
        return NamedNode(written or bare)
    except ValueError:
        example = Message("one looks like {example}.", example=prefixes()["organization"] + "ville-d-arras")
        raise _wrong(name, parameter, Message("it is no IRI"), example) from None


def _wrong(name: str, parameter: str, reason: Message, suggestion: Message) -> WrongValue:
    return WrongValue(value=name, name=parameter or "slug", reason=reason, suggestion=suggestion)


def class_iri(class_: str) -> NamedNode:
    """Return the IRI of a class given as a CURIE or in full."""
    return NamedNode(expand(class_) or class_)


def rows(store: Store, text: str, given: dict[str, NamedNode], rooms: tuple[str, ...]) -> list[Row]:
    """Return the rows of a SELECT, with some of its variables given."""
    return list(store.select(text, {Variable(name): value for name, value in given.items()}, rooms))
