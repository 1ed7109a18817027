"""Asking: a question of the catalogue or any SPARQL query → its answer, or the query as it would be asked."""

from __future__ import annotations

from partnerkg.errors import N_, Message, UnknownFormat, WrongUse
from partnerkg.pipeline import rows
from partnerkg.pipeline.opened import PATIENCE
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.query.catalogue import Question
    from partnerkg.query.proof import Proven
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Outcome, Task
    from partnerkg.query.table import Table
    from partnerkg.store.base import Store


ENDINGS = {**rows.ENDINGS, ".ttl": "turtle"}
QUERY_ENDINGS = {".rq": "sparql", ".sparql": "sparql"}


class Bounds:
    """How much of an answer is wanted, and how long it may take; None where nothing bounds it."""

    __slots__ = ("rows", "seconds")

    def __init__(self, rows: int | None = None, seconds: float | None = None) -> None:
        self.rows = rows
        self.seconds = seconds


class Asking:
    """A question with its values, or a free SPARQL text, and how the answer is wanted.

    `format` is None for what suits the audience; `why` asks for the quotes behind each row, `every` for all
    ways in which they prove it, where one is shown else.
    """

    __slots__ = ("bounds", "every", "format", "query", "values", "why")

    def __init__(
        self,
        query: Question | str,
        values: Mapping[str, object] | None = None,
        bounds: Bounds | None = None,
        *,
        format: str | None = None,  # noqa: A002
        why: bool = False,
        every: bool = False,
    ) -> None:
        self.query = query
        self.values = dict(values or {})
        self.bounds = bounds or Bounds()
        self.format = format
        self.why = why or every
        self.every = every


def text_of(path: str) -> str:
    """Return the query in a file, whose address is the base of what it names (RFC 3986 §5.1.3).

    MissingFile, UnreadableFile, BrokenFile with the line that is not UTF-8, or WrongSparql if it is longer
    than anybody writes one: no more than that is read.
    """
    from partnerkg.rdf import forms, iris
    from partnerkg.rdf import opened as files
    from partnerkg.sparql.query import LONGEST, based

    with files.opened(path) as file:
        data = files.read(path, file, 4 * LONGEST + 1)  # bytes that so many characters have at most
    if len(data) <= 4 * LONGEST:
        files.check_utf_8(path, data)
    text = data.decode(errors="replace")
    return based(text, None if path == forms.STANDARD_INPUT else iris.of_file(path))


def outcome(opened: Opened, asking: Asking) -> Outcome:
    """Return the answer as terms.

    It is found in a process of its own if its time is bounded, or if anybody may have written the query (it
    has PATIENCE by default): an engine that takes all memory, or ends, takes that process with it. OutOfTime,
    OutOfMemory, WorkerEnded, and what is wrong with the query, its values or the graph.
    """
    from partnerkg.query.run import Task, perform, perform_apart

    task = Task(asking.query, asking.values, asking.bounds.rows, why=asking.why)
    seconds = asking.bounds.seconds
    if seconds is None and not (isinstance(asking.query, str) and opened.endpoint is None):
        return perform(task, opened.store)
    from partnerkg.pipeline import apart

    if opened.is_unread or opened.endpoint:
        return perform_apart(task, opened.project, opened.endpoint, seconds=seconds or PATIENCE)
    return apart.do(opened, seconds or PATIENCE, _performed, task)


def freely(opened: Opened, text: str, seconds: float | None) -> Solutions | bool | Iterable[Triple]:
    """Return what a query asks for that anybody may have written; it is asked here if nothing bounds it."""
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Task, ask

    if seconds is None or opened.endpoint is not None:
        return ask(text, opened.store)
    from partnerkg.pipeline import apart

    opened.store.own().settle(text)
    answer = apart.do(opened, seconds, _performed, Task(text)).answer
    if isinstance(answer, Solutions):
        answer.prove_by(lambda rows: apart.do(opened, seconds, _proofs, text, rows))
    return answer


def _performed(store: Store, task: Task) -> Outcome:
    from partnerkg.query.run import perform

    return perform(task, store)


def _proofs(store: Store, text: str, rows: Table) -> list[Proven]:
    from partnerkg.query.proof import prove

    return prove(text, rows, store.own(), {})


def answer(opened: Opened, asking: Asking, audience: Audience) -> Output:
    """Return the answer in the format wanted; what cannot be written so is refused before it is asked.

    The errors of `outcome` and of `rows.chosen`; WrongUse for the quotes behind what has no rows.
    """
    _form(asking, audience)
    return shown(opened, asking, audience, outcome(opened, asking))


def _form(asking: Asking, audience: Audience) -> str:
    of_triples = isinstance(asking.query, str) and asking.format == "turtle"
    return "turtle" if of_triples else rows.chosen(asking.format, audience, why=asking.why)


def shown(opened: Opened, asking: Asking, audience: Audience, reached: Outcome) -> Output:
    """Return an outcome in the format wanted; the errors of `rows.chosen`, and WrongUse."""
    from partnerkg.query.results import Solutions

    why = {"why": asking.why, "every": asking.every}
    name = _form(asking, audience)
    if isinstance(reached.answer, Solutions):
        # A store that was asked in another process is not opened here for labels that nobody needs.
        store = opened.store if asking.why or rows.have_things(reached.answer) else None
        of_catalogue = not isinstance(asking.query, str)  # a free query has the columns that it asks for
        look = {"labelled": of_catalogue, "concise": of_catalogue}
        title = _title(opened, asking, audience) if name == "html" else ""
        written = rows.written(
            reached.answer, name, store, audience, title=title, where=opened.where, **why, **look
        )
    elif asking.why:
        reason = Message("--why is for a question or a SELECT query")
        raise WrongUse(reason=reason, program="partnerkg query")
    elif isinstance(reached.answer, bool):
        written = Output([_truth(reached.answer, asking.format, audience)])
    else:
        written = Output(_triples(reached.answer, opened, asking.format, audience))
    if reached.cut:
        written.notes = (*written.notes, rows.more_than(asking.bounds.rows))
    return written


def _title(opened: Opened, asking: Asking, audience: Audience) -> str:
    if isinstance(asking.query, str):
        return ""
    from partnerkg.query.sentence import sentence

    return sentence(asking.query, asking.values, opened.store, audience.language)


def _truth(truth: bool, format_name: str | None, audience: Audience) -> str:
    from partnerkg.query import formats

    document = formats.truth(truth, format_name) if format_name else None
    return document or f"{audience.translate(N_('yes') if truth else N_('no'))}\n"


def _triples(
    triples: list[Triple], opened: Opened, format_name: str | None, audience: Audience
) -> Iterator[str] | Iterator[bytes]:
    if format_name == "svg":
        from partnerkg.query import formats
        from partnerkg.query.statements import Statements

        return formats.lines(Statements(triples).solutions(), "svg", rows.look(opened.store, audience))
    if format_name not in (None, "turtle"):
        raise UnknownFormat(name=format_name, known="turtle, svg")
    from partnerkg.rdf import writer

    return writer.turtle(triples)


def explained(opened: Opened, asking: Asking, audience: Audience) -> Output:
    """Return the SPARQL query as it would be asked, its values written into it, unasked."""
    from partnerkg.query.bind import bind
    from partnerkg.query.explain import explain

    query, notes, given = asking.query, [], None
    if isinstance(query, str):
        text = query
    else:
        text, given = query.text, bind(query, opened.store, asking.values)
        notes.append(f"{query.name}: {query.summary[audience.language]}")
        if query.joined:
            said = N_("Rows that differ in nothing but {columns} prove together and are shown as one.")
            notes.append(
                audience.translate(said).format(columns=", ".join(f"?{name}" for name in query.joined))
            )
    notes.append(audience.translate(N_("The default graph is the union of all graphs, each triple once.")))
    return Output([explain(text, given, asking.bounds.rows, notes)])


def unknown_parameter(question: Question, name: str) -> PartnerkgError:
    """Return the error for a parameter that a question does not have, with the nearest ones."""
    from partnerkg.query.bind import unknown

    return unknown(question, name)
