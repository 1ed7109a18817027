"""The values that make sense for a parameter, taken from the graph."""

from __future__ import annotations

from partnerkg.model.name import fold
from partnerkg.query.values import text

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
    rows = store.select(f"SELECT DISTINCT ?{name} {{ {pattern} }}", rooms=question.reads)
    return sorted((term for (term,) in rows if term is not None), key=text)


def written(question: Question, name: str, store: Store, language: str) -> list[str]:
    """Return what the graph offers for a parameter as a person writes it, sorted."""
    offers = choices(question, name, store)
    return sorted(question.parameters[name].type.write(offers, store, language).values(), key=fold)
