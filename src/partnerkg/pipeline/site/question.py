"""A question of the catalogue as a page shows it: the answer, and what proves each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.pipeline.ask import Asking, Bounds, explained, outcome
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.site.choosing import terms
from partnerkg.pipeline.site.terms import ORG
from partnerkg.query.extent import COMPLETE, PARTIAL, UNKNOWN
from partnerkg.query.formats.concise import without_repeats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.query.catalogue import Question
    from partnerkg.query.extent import Extent, Listed
    from partnerkg.query.proof import Proof, Proven
    from partnerkg.query.results import Solutions
    from partnerkg.query.table import Table

    Ask = Callable[[Question, Mapping[str, str]], Solutions]

ROWS = 500  # of an answer that a page shows
TOLD = 5  # rows that tell what columns hold
LISTED = ROWS  # answers that are remembered, as many as one page lists

# What is known of an answer, and whether a page says so in words.
_VERDICTS = {
    (COMPLETE, True): N_("Yes, on the day the pages were read: they say so."),
    (COMPLETE, False): N_("Yes, on the day the pages were read."),
    (PARTIAL, True): N_("No: the answer is partial, and the pages say so."),
    (PARTIAL, False): N_("No: the answer is partial; not every item of its lists was read."),
    (UNKNOWN, False): N_("It is not known whether this is all: no page says so."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer: the terms of the columns that are shown, and what proves it.

    `claims` are those whose quotes prove it, or single places of theirs, or of something that is named there.
    `leads` are, by column, the question that has the rows that the column counts, and the values it is told.
    """

    terms: Sequence[Term | None]
    claims: Sequence[NamedNode]
    proven: Proven | None
    leads: Mapping[str, tuple[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered; `columns` are those that say something a person does not read beside them.

    `links` are pairs of things, with the kind of their link, where the rows stand for links.
    """

    solutions: Solutions
    columns: Sequence[str]
    rows: Sequence[Row]
    extent: Extent | None
    links: Sequence[tuple[NamedNode, NamedNode, NamedNode | None]]


def ask(whole: Whole) -> Ask:
    """Return what asks questions of the graph that is open; at most ROWS rows, with their proof."""
    last: dict[tuple[str, tuple[tuple[str, str], ...]], Solutions] = {}

    def asked(question: Question, values: Mapping[str, str]) -> Solutions:
        key = question.name, tuple(sorted(values.items()))
        if key not in last:  # the same page in the other language comes next
            asking = Asking(question, terms(question, values, whole), Bounds(rows=ROWS), why=True)
            answer = outcome(whole.opened, asking).answer
            last.clear()
            last[key] = answer  # type: ignore[assignment]
        return last[key]

    return asked


def number(question: Question, values: Mapping[str, str], whole: Whole) -> int:
    """Return how many rows a page has for the answer; the errors of asking. It is counted without proof."""
    key = question.name, tuple(sorted(values.items()))
    if key not in whole.numbers:
        found = outcome(whole.opened, Asking(question, values, Bounds(rows=ROWS))).answer
        whole.numbers[key] = len(found)  # type: ignore[arg-type]
    return whole.numbers[key]


def leads(
    question: Question, values: Mapping[str, str], whole: Whole
) -> list[dict[str, tuple[str, Mapping[str, str]]]]:
    """Return where the numbers of each row of an answer lead, as `Row` has it; the errors of asking."""
    found = outcome(whole.opened, Asking(question, terms(question, values, whole), Bounds(rows=ROWS))).answer
    return _leads(found)  # type: ignore[arg-type]


def everything(question: Question, values: Mapping[str, str], whole: Whole) -> Solutions:
    """Return all rows of an answer, which has more than a page shows; the errors of asking."""
    key = question.name, tuple(sorted(values.items()))
    if key not in whole.rows:  # its other forms come next
        found = outcome(whole.opened, Asking(question, terms(question, values, whole))).answer
        whole.rows.clear()
        whole.rows[key] = found  # type: ignore[assignment]
    return whole.rows[key]


def listed(question: Question, values: Mapping[str, str], whole: Whole, language: str) -> Table:
    """Return the rows of an answer without what proves them, and without names that stand beside things."""
    key = question.name, tuple(sorted(values.items()))
    if key not in whole.listed:  # the same page in the other language comes next, and both as data
        if len(whole.listed) >= LISTED:
            whole.listed.clear()
        asking = Asking(question, terms(question, values, whole), Bounds(rows=ROWS))
        whole.listed[key] = outcome(whole.opened, asking).answer  # type: ignore[assignment]
    return _concise(whole.listed[key], whole, language)


def _concise(solutions: Table, whole: Whole, language: str) -> Table:
    names = whole.names(language)
    known = {
        term.value: names[term].words for row in solutions for term in row if isinstance(term, NamedNode)
    }
    return without_repeats(solutions, known)


def answered(question: Question, values: Mapping[str, str], ask: Ask, whole: Whole, language: str) -> Answer:
    """Return the answer to a question with these values.

    UnknownParameter, MissingParameter, WrongValue or UnknownThing, and what asking raises.
    """
    from partnerkg.query import network

    solutions = ask(question, values)
    shown = _concise(solutions, whole, language)
    order = _order(shown, whole)
    proofs: Sequence[Proven | None] = solutions.proofs or [None] * len(solutions)
    rows = [
        Row(
            [row[place] for place in order],
            whole.evidence.shown(_best_first(proven)) if proven else [],
            proven,
            led,
        )
        for row, proven, led in zip(shown, proofs, _leads(solutions), strict=True)
    ]
    found = network.of(solutions)
    links = [(link.source, link.target, link.kind) for link in found.links] if found else []
    return Answer(solutions, [shown.columns[place] for place in order], rows, solutions.completeness, links)


def _order(table: Table, whole: Whole) -> list[int]:
    """Return the columns as a page has them: the organisations before a number that sorts them."""
    places, rows = list(range(len(table.columns))), [row for row, _ in zip(table, range(TOLD), strict=False)]
    if not rows or not all(isinstance(row[0], Literal) and _is_number(row[0]) for row in rows):
        return places
    who = (place for place in places[1:] if all(_is_organization(row[place], whole) for row in rows))
    lead = next(who, 0)
    return [lead, *(place for place in places if place != lead)]


def _is_number(literal: Literal) -> bool:
    return literal.value.replace(".", "", 1).lstrip("-").isdecimal()


def _is_organization(term: Term | None, whole: Whole) -> bool:
    return isinstance(term, NamedNode) and whole.is_a(term, ORG.Organization)


def _best_first(proven: Proven) -> list[Proof]:
    return [*proven.best, *(proof for proof in proven.proofs if proof not in proven.best)]


def _leads(solutions: Solutions) -> list[dict[str, tuple[str, Mapping[str, str]]]]:
    """Return where the numbers of each row lead, the values as a form has them."""
    return [
        {lead.column: (lead.question, dict(lead.told)) for lead in row if lead.column}
        for row in solutions.leads or [()] * len(solutions)
    ]


def sparql(question: Question, values: Mapping[str, str], whole: Whole, language: str) -> str:
    """Return the query as it is asked, its values written into it."""
    asking = Asking(question, terms(question, values, whole))
    return "".join(map(str, explained(whole.opened, asking, Audience(language)).pieces))


def verdict(extent: Extent) -> Message:
    """Return whether an answer is all there is, as a sentence; which lists say so stands below it."""
    return Message(_VERDICTS[extent.state, any(listed.words for listed in extent.reasons)])


def lists(extent: Extent) -> list[Listed]:
    """Return the lists that an answer rests on, those first that make it complete or partial."""
    reasons = extent.reasons
    return [*reasons, *(listed for listed in extent.lists if listed not in reasons)]
