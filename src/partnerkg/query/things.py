"""A name, slug, CURIE or IRI that a person wrote → the thing of the graph that they mean."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Variable

from partnerkg.errors import N_, Message, Suggestion, UnknownThing, WrongName, WrongValue
from partnerkg.model import iris
from partnerkg.model.name import fold
from partnerkg.namespaces import expand, prefixes
from partnerkg.store.base import CLAIMS, ONTOLOGY, REFERENCE, ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.model.terms import Row, Term
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
    none, WrongValue if it is of another class or no IRI; both with the nearest right names. Ambiguous if
    several have that slug or name; of several, those count first that the pattern of a parameter's choices
    finds: `bookshop` is a class where classes are offered, and a kind where kinds are.
    """
    if not name.strip():
        raise _wrong(
            name, parameter, Message(N_("it is empty")), _meant(name, store, class_, parameter, choices)
        )
    known, fitting = _known(_candidates(name, parameter, store), store, class_)
    if not fitting and ":" not in name:
        fitting = _fitting(called(name, store, class_) or _titled(name, store), store, class_)
    if choices and class_ is None and ":" not in name and not offered(fitting, parameter, choices, store):
        others = [*called(name, store), *_titled(name, store)]
        fitting = offered(others, parameter, choices, store) or fitting
    if len(fitting) > 1 and choices:
        fitting = offered(fitting, parameter, choices, store) or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        from partnerkg.query.naming import which

        raise which(name, fitting, store)
    near = _meant(name, store, class_, parameter, choices)
    if known or (class_ and called(name, store)):
        raise _wrong(name, parameter, Message("it is no {name}", name=class_), near)
    raise UnknownThing(name=name, suggestion=near)


def _titled(name: str, store: Store) -> list[NamedNode]:
    """Return the things whose label, title or number this is, where no claim gives it as a name."""
    from partnerkg.query.search.things import things_of

    return things_of(store).same(name)


def _meant(name: str, store: Store, class_: str | None, parameter: str, choices: str | None) -> Message:
    """Return what may have been meant, as the end of a sentence; where nothing is near, what there is."""
    from partnerkg.query.naming import meant

    offers: list[NamedNode] = []
    if choices:
        text = f"SELECT DISTINCT ?{parameter} {{ {choices} }}"
        offers = [row[0] for row in store.select(text) if isinstance(row[0], NamedNode)]
    elif class_:
        named = rows(store, _NAMED, {"class": class_iri(class_)}, EVERYWHERE)
        offers = [row[0] for row in named if isinstance(row[0], NamedNode)]
        if not offers:
            return Message("the graph has none yet.")
    found = sorted(dict.fromkeys(offers), key=str)
    return meant(name, store, lambda thing: class_ is None or is_a(thing, class_, store), found)


def _fitting(candidates: list[NamedNode], store: Store, class_: str | None) -> list[NamedNode]:
    """Return the things of a class; where any will do, those that have a name come first."""
    if class_ is not None:
        return [thing for thing in candidates if is_a(thing, class_, store)]
    if len(candidates) < 2:
        return candidates
    return [thing for thing in candidates if rows(store, _NAME, {"thing": thing}, EVERYWHERE)] or candidates


def offered(candidates: list[NamedNode], parameter: str, choices: str, store: Store) -> list[NamedNode]:
    """Return those of the things that the pattern of a parameter's choices finds: one way to it is enough."""
    values = "VALUES ?{parameter} {{ {thing} }}"
    asked = (f"ASK {{ {values.format(parameter=parameter, thing=thing)} {choices} }}" for thing in candidates)
    return [thing for thing, text in zip(candidates, asked, strict=True) if store.ask(text)]


def called(name: str, store: Store, class_: str | None = None) -> list[NamedNode]:
    """Return the things that go by a name: as it is written, else in any other spelling."""
    exact = Literal(name), *(Literal(name, language=tag) for tag in LANGUAGES)
    text = _CALLED % {"names": " ".join(map(str, exact))}
    things = {row[0] for row in rows(store, text, {}, DATA)}
    wanted = fold(name)
    if not things and wanted:
        things = set(_folded(store, class_).get(wanted, ()))
    return sorted((thing for thing in things if isinstance(thing, NamedNode)), key=str)


@lru_cache(maxsize=16)
def _folded(store: Store, class_: str | None) -> Mapping[str, list[Term | None]]:
    """Return the things of a class by their names without accents and capitals, read once, whoever asks."""
    given = {"class": class_iri(class_)} if class_ else {}
    found: dict[str, list[Term | None]] = {}
    for thing, name, *_ in rows(store, _NAMED, given, EVERYWHERE if class_ else DATA):
        if isinstance(name, Literal):
            found.setdefault(fold(name.value), []).append(thing)
    return found


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


def _candidates(name: str, parameter: str, store: Store) -> list[NamedNode]:
    return [iri(name, parameter)] if ":" in name else iris.candidates(name, store.spaces())


def iri(name: str, parameter: str = "") -> NamedNode:
    """Return the IRI that a CURIE, or an IRI with or without its brackets, stands for; else WrongValue."""
    bare = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    prefix, colon, _ = bare.partition(":")
    written = bare if "://" in bare else expand(bare)
    if colon and written is None:
        reason = Message("there is no prefix `{prefix}`", prefix=prefix)
        near: Message = Suggestion(prefix, prefixes())
        if not near.template:
            near = Message(N_("prefixes are such as `organization`, `place` and `pk`."))
        raise _wrong(name, parameter, reason, near)
    try:
        return NamedNode(written or bare)
    except ValueError:
        example = Message("one looks like {example}.", example=prefixes()["organization"] + "ville-d-arras")
        raise _wrong(name, parameter, Message("it is no IRI"), example) from None


def _wrong(name: str, parameter: str, reason: Message, suggestion: Message) -> WrongValue:
    if not parameter:
        return WrongName(value=name, reason=reason, suggestion=suggestion)
    return WrongValue(value=name, name=parameter, reason=reason, suggestion=suggestion)


def class_iri(class_: str) -> NamedNode:
    """Return the IRI of a class given as a CURIE or in full."""
    return NamedNode(expand(class_) or class_)


def rows(store: Store, text: str, given: dict[str, NamedNode], rooms: tuple[str, ...]) -> list[Row]:
    """Return the rows of a SELECT, with some of its variables given."""
    return list(store.select(text, {Variable(name): value for name, value in given.items()}, rooms))
