"""How many rows a question has, without the rows."""

from __future__ import annotations

from partnerkg.query.run import run
from partnerkg.query.values import text
from partnerkg.sparql import ordering
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store

_ROWS = "{prologue}SELECT DISTINCT (COUNT(DISTINCT *) AS ?rows) WHERE {{ {{ {question} }} }}"


def count(question: Question, store: Store) -> int:
    """Return how many rows the answer to a question has that is told nothing."""
    if question.joined:
        return len(run(question, store))
    query = read(question.text)
    start = query.opening.start if query.opening else 0
    order = ordering.of(query)
    asked = (order.text if order else question.text)[start:]
    (row,) = store.select(_ROWS.format(prologue=query.prologue, question=asked), None, question.reads)
    return int(text(row[0]) or 0)
