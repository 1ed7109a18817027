"""The values that make sense for a parameter, taken from the graph."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import NamedNode, QuerySolutions

from partnerkg.model import iris
from partnerkg.model.place import fold
from partnerkg.namespaces import shorten
from partnerkg.query.labels import labels
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store


def choices(question: Question, name: str, store: Store) -> list[Term]:
    """Return what the graph offers for a parameter of a question, sorted by text.

    None where its header names no choices: then any value of its type may be given.
    """
    pattern = question.parameters[name].choices
    if pattern is None:
        return []
    answer = store.query(f"SELECT DISTINCT ?{name} {{ {pattern} }}", rooms=question.reads)
    found = [row[0] for row in answer if row[0] is not None] if isinstance(answer, QuerySolutions) else []
    return sorted(found, key=text)


def written(question: Question, name: str, store: Store, language: str) -> list[str]:
    """Return what the graph offers for a parameter as a person writes it, sorted: slugs, names of places.

    What several of them share is written in full, a place by its slug.
    """
    found = choices(question, name, store)
    things = [term for term in found if isinstance(term, NamedNode)]
    slugs = {thing.value: iris.slug(thing.value) or shorten(thing.value) for thing in things}
    names = slugs
    if question.parameters[name].type == "place":
        names = {**slugs, **labels(things, store, language)}
    often = Counter(names.values())
    full = slugs if names is not slugs else {thing.value: shorten(thing.value) for thing in things}
    values = map(text, found)
    said = ((names if often[names.get(value, "")] == 1 else full).get(value, value) for value in values)
    return sorted(said, key=fold)
