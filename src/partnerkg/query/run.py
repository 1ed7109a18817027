"""A question, a store and the values it must be told → its answer."""

from __future__ import annotations

from pyoxigraph import QuerySolutions

from partnerkg.query.bind import bind
from partnerkg.query.results import Solutions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store


def run(query: Question, store: Store, **parameters: object) -> Solutions:
    """Return the answer to a question of the catalogue, its columns as its header names them.

    UnknownParameter, MissingParameter, WrongValue or UnknownThing if the values do not fit.
    """
    answer = store.query(query.text, bind(query, store, parameters), query.reads)
    if not isinstance(answer, QuerySolutions):
        raise TypeError(query.path)
    return _solutions(answer, list(query.columns))


def ask(text: str, store: Store) -> Solutions | bool | Iterator[Triple]:
    """Return what a free SPARQL text asks for: the solutions of SELECT, the truth of ASK, or triples.

    WrongSparql if the text is wrong or asks for what is not allowed.
    """
    answer = store.query(text)
    if isinstance(answer, QuerySolutions):
        return _solutions(answer, [variable.value for variable in answer.variables])
    return bool(answer) if hasattr(answer, "__bool__") else iter(answer)


def _solutions(answer: QuerySolutions, columns: list[str]) -> Solutions:
    given = [variable.value for variable in answer.variables]
    if columns == given:
        return Solutions(columns, [tuple(row) for row in answer])
    places = [given.index(column) for column in columns]
    return Solutions(columns, [tuple(row[place] for place in places) for row in answer])
