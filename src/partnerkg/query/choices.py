"""The values that make sense for a parameter, taken from the graph."""

from __future__ import annotations

from pyoxigraph import QuerySolutions

from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store, Term


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
