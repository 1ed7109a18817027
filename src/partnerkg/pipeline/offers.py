"""What a shell may offer while somebody types: questions, the values they take, the things of the graph."""

from __future__ import annotations

from partnerkg.errors import PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Completeness
    from partnerkg.pipeline.opened import Opened
    from partnerkg.query.catalogue import Question

PATIENCE = 2.0  # seconds that a person waits for an endpoint
_THINGS = "SELECT DISTINCT ?thing ?name { ?thing skos:prefLabel ?name }"
_SOURCES = "SELECT DISTINCT ?thing ?name { ?thing a pk:Source ; dct:title ?name }"
_KINDS = "SELECT DISTINCT ?thing ?name { ?thing skos:inScheme concept:kind ; skos:prefLabel ?name }"


def begins(value: str, typed: str) -> bool:
    """Return whether a value is what somebody has begun to write: `Méd`, `Cap N` lead to slugs as well."""
    from partnerkg.model.name import fold

    begun = fold(typed)
    return value.casefold().startswith(typed.casefold()) or (begun != "" and fold(value).startswith(begun))


def questions(opened: Opened) -> dict[str, str]:
    """Return what each question asks, by its name."""
    return {question.name: question.summary[opened.language] for question in opened.questions}


def values(opened: Opened, question: Question, name: str) -> list[str]:
    """Return what may be written for a parameter; nothing if the graph cannot be asked."""
    from partnerkg.query.choices import written
    from partnerkg.store import opening

    try:
        return written(
            question, name, opening.read(opened.project, opened.endpoint, PATIENCE), opened.language
        )
    except PartnerkgError:
        return []


def things(opened: Opened) -> dict[str, str]:
    """Return the names of the things of the claims and of the places, by slug."""
    return _by_slug(opened, _THINGS)


def sources(opened: Opened) -> dict[str, str]:
    """Return the titles of the sources by slug."""
    return _by_slug(opened, _SOURCES)


def kinds(opened: Opened) -> dict[str, str]:
    """Return the names of the kinds of organisations by slug."""
    return _by_slug(opened, _KINDS)


def classes(opened: Opened) -> dict[str, str]:
    """Return the labels of the classes of which something is wanted, by their names."""
    from partnerkg.completeness.naming import local_names

    found = _measured(opened)
    known = dict.fromkeys(cell.wanted.class_ for cell in found.cells) if found else {}
    return {local_names(class_)[-1]: found.class_name(class_, opened.language) for class_ in known if found}


def properties(opened: Opened, class_: str) -> dict[str, str]:
    """Return what is wanted of the things of a class, by the names that a command takes."""
    found = _measured(opened)
    try:
        cells = found.cells_of(class_) if found else ()
    except PartnerkgError:
        return {}
    return {found.address(cell.wanted)[1]: cell.wanted.name(opened.language) for cell in cells if found}


def _measured(opened: Opened) -> Completeness | None:
    from partnerkg.pipeline.complete import Measuring, measured

    try:
        return measured(opened, Measuring())
    except PartnerkgError:
        return None


def _by_slug(opened: Opened, query: str) -> dict[str, str]:
    from pyoxigraph import Literal, NamedNode

    from partnerkg.model import iris
    from partnerkg.store import opening
    from partnerkg.store.base import CLAIMS, EVIDENCE, ONTOLOGY, REFERENCE

    rooms = {_THINGS: (CLAIMS, REFERENCE), _SOURCES: (CLAIMS, EVIDENCE), _KINDS: (ONTOLOGY,)}[query]
    known: dict[str, str] = {}
    try:
        for thing, name in opening.read(opened.project, opened.endpoint, PATIENCE).select(query, rooms=rooms):
            slug = iris.slug(thing.value) if isinstance(thing, NamedNode) else None
            if slug and isinstance(name, Literal) and (slug not in known or name.language == opened.language):
                known[slug] = name.value
    except PartnerkgError:
        return {}
    return known
