"""A question, a store and the values it must be told → its answer."""

from __future__ import annotations

from itertools import islice

from partnerkg.errors import N_, Message
from partnerkg.query.bind import bind
from partnerkg.query.results import Solutions
from partnerkg.sparql import ordering
from partnerkg.sparql.query import ASK, CONSTRUCT, DESCRIBE, read
from partnerkg.store.base import Rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import IO, Any

    from pyoxigraph import Triple

    from partnerkg.model.terms import Substitutions
    from partnerkg.query.catalogue import Question
    from partnerkg.query.extent import Extent
    from partnerkg.query.lead import Lead
    from partnerkg.query.proof import Proven
    from partnerkg.query.table import Table
    from partnerkg.sparql.ordering.keys import Keying
    from partnerkg.sparql.query import Query
    from partnerkg.store.base import Store


class Task:
    """A question with its values, or a free SPARQL text; `limit` is how many rows or triples are wanted.

    `why` says that the words behind the rows are wanted too.
    """

    __slots__ = ("limit", "query", "values", "why")

    def __init__(
        self,
        query: Question | str,
        values: Mapping[str, object] | None = None,
        limit: int | None = None,
        *,
        why: bool = False,
    ) -> None:
        self.query = query
        self.values = dict(values or {})
        self.limit = limit
        self.why = why


class Outcome:
    """An answer; `cut` if there is more than was wanted."""

    __slots__ = ("answer", "cut")

    def __init__(self, answer: Solutions | bool | list[Triple], cut: bool = False) -> None:
        self.answer = answer
        self.cut = cut


def perform(task: Task, store: Store) -> Outcome:
    """Return the outcome of a task on a store; the errors of `run` and `ask`."""
    if isinstance(task.query, str):
        answer = ask(task.query, store, task.limit)
    else:
        answer = solve(task.query, store, task.values, task.limit)
    if isinstance(answer, Solutions):
        if task.why:
            _ = answer.proofs  # found here, where the time is limited
        return Outcome(answer, answer.cut)
    if isinstance(answer, bool):
        return Outcome(answer)
    triples = list(answer if task.limit is None else islice(answer, task.limit))
    return Outcome(triples, task.limit is not None and next(answer, None) is not None)


def perform_apart(
    task: Task, project: str | None = None, endpoint: str | None = None, *, seconds: float | None
) -> Outcome:
    """Return the outcome of a task on a project or endpoint, read and asked in a process that can be killed.

    It may take any time if `seconds` is None. OutOfTime, OutOfMemory, WorkerEnded, and the errors of
    `perform`.
    """
    from partnerkg.workers import process

    return process.run(
        process.LONGEST if seconds is None else seconds, _read_and_perform, task, project, endpoint, seconds
    )


def _read_and_perform(
    task: Task, project: str | None, endpoint: str | None, seconds: float | None
) -> Outcome:
    from partnerkg.store import opening
    from partnerkg.workers import memory

    memory.bound(memory.room())  # for the graph, which is not what was asked
    store = opening.read(project, endpoint, seconds)
    if isinstance(task.query, str):
        store.own().settle(task.query)
    else:
        store.need(task.query.reads)
    memory.bound(memory.most())
    return perform(task, store)


def solve(query: Question, store: Store, values: Mapping[str, object], limit: int | None = None) -> Solutions:
    """Return the answer to a question, which can say whether it is complete, and what proves it.

    Errors and limit are those of `run`.
    """
    terms = bind(query, store, values)
    solutions = _answer(query, store, terms, limit)
    if query.completeness is not None:
        solutions.rest_on(lambda: _extent(query, store, terms))
    solutions.explain(lambda: _nothing(query, store, terms))
    if query.looked_at:
        solutions.lead_by(lambda answer: _leads(query, answer, terms, store))
    solutions.prove_by(
        lambda answer: _proofs(answer, store, query.text, terms, leads=answer.leads, joining=query.joined)
    )
    return solutions


def _leads(query: Question, answer: Table, terms: Substitutions, store: Store) -> list[tuple[Lead, ...]]:
    from partnerkg.query.leads import leads

    return leads(query, answer, terms, store)


def _proofs(answer: Table, store: Store, text: str, terms: Substitutions, **more: Any) -> list[Proven]:
    from partnerkg.query.proof import prove

    return prove(text, answer, store, terms, **more)


def _extent(query: Question, store: Store, terms: Substitutions) -> Extent | None:
    from partnerkg.query.extent import extent

    return extent(query, store, terms)


def _nothing(query: Question, store: Store, terms: Substitutions) -> Message:
    from partnerkg.query.empty import why

    return why(query, store, terms)


def run(query: Question, store: Store, limit: int | None = None, /, **parameters: object) -> Solutions:
    """Return the answer to a question of the catalogue, its columns as its header names them.

    `limit` is how many rows are wanted; the solutions say whether there are more.
    UnknownParameter, MissingParameter, WrongValue or UnknownThing if the values do not fit.
    """
    return _answer(query, store, bind(query, store, parameters), limit)


def _answer(query: Question, store: Store, terms: Substitutions, limit: int | None) -> Solutions:
    answer = _ordered(query.text, ordering.for_people, lambda text: store.select(text, terms, query.reads))
    columns = list(query.columns)
    if query.joined:
        from partnerkg.query.joined import joined

        answer = Rows(columns, joined(answer.columns, answer, query.joined, columns))
    solutions = _solutions(answer, columns, limit)
    solutions.headings = query.headings
    told = {variable.value: term for variable, term in terms.items()}
    solutions.links = tuple(
        (told.get(start, start), told.get(end, end), told.get(kind[0], kind[0]) if kind else None)
        for start, end, *kind in query.links
    )
    return solutions


def ask(text: str, store: Store, limit: int | None = None) -> Solutions | bool | Iterator[Triple]:
    """Return what a free SPARQL text asks for: the solutions of SELECT, the truth of ASK, or triples.

    What is asked of somebody's file is answered about that file, without the ontology lent to it.
    `limit` is how many rows of a SELECT are wanted. WrongSparql if the text is wrong or asks for what is not
    allowed.
    """
    from partnerkg.query import beyond, unreckoned

    query, store = read(text), store.own()
    beyond.tell(query, store)
    unreckoned.nodes(query, store)
    if query.form == ASK:
        return store.ask(text)
    if query.form in (CONSTRUCT, DESCRIBE):
        return store.construct(text)
    answer = _ordered(text, ordering.key, store.select)
    solutions = _solutions(answer, _as_written(answer.columns, query), limit)
    unreckoned.sums(query, store, solutions)
    solutions.explain(lambda: Message(N_("Nothing in the graph fits this query.")))
    solutions.prove_by(lambda rows: _proofs(rows, store, text, {}))
    return solutions


def written(text: str, store: Store, sink: IO[bytes]) -> bool:
    """Write the rows of a free SELECT as SPARQL 1.1 Query Results JSON; whether that could be done.

    It cannot where their order or that of the columns is ours to make. Errors are those of `ask`, and what
    the sink raises.
    """
    query, own = read(text), store.own()
    if query.columns is None or ordering.of(query) is not None:
        return False
    from partnerkg.query import beyond

    beyond.tell(query, own)
    return own.as_json(text, sink)


def _ordered(text: str, keying: Keying, select: Callable[[str], Rows]) -> Rows:
    """Return the rows of a SELECT in its order, texts among themselves by a key of ours."""
    order = ordering.of(read(text))
    answer = select(order.text if order else text)
    if order and not order.fits(answer.columns):
        return select(text)
    return Rows(answer.columns, order.sorted(answer.columns, answer, keying)) if order else answer


def _as_written(columns: list[str], query: Query) -> list[str]:
    """Return the columns of a `SELECT *` in the order in which the query first names them."""
    return columns if query.columns is not None else [name for name in query.variables if name in columns]


def _solutions(answer: Rows, columns: list[str], limit: int | None) -> Solutions:
    wanted = answer if limit is None else islice(answer, limit)
    if columns == answer.columns:
        rows = list(wanted)
    else:
        places = [answer.columns.index(column) for column in columns]
        rows = [tuple(row[place] for place in places) for row in wanted]
    return Solutions(columns, rows, cut=limit is not None and next(answer, None) is not None)
