"""What people call the things in the rows, in a column of its own beside that of the IRIs."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeVar

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

    Answer = TypeVar("Answer", bound=Table)
    One = TypeVar("One")

_LABEL = "_label"


def labelled(solutions: Answer, look: Look) -> Answer:
    """Return the rows with a column of labels beside each in which IRIs stand, if labels are at hand."""
    if look.store is None or not look.labelled:
        return solutions
    held = [
        place
        for place, column in enumerate(solutions.columns)
        if column + _LABEL not in solutions.columns
        and any(isinstance(row[place], NamedNode) for row in solutions)
    ]
    known = look.labels(solutions)
    columns = list(_beside(solutions.columns, [name + _LABEL for name in solutions.columns], held))
    rows: list[Row] = [tuple(_beside(row, [_label(term, known) for term in row], held)) for row in solutions]
    found = solutions.like(columns, rows)
    found.headings = {look.language: dict(_headings(solutions, look))} if solutions.headings else {}
    return found


def _beside(row: Sequence[One], labels: Sequence[One], held: Sequence[int]) -> Iterator[One]:
    for place, one in enumerate(row):
        yield one
        if place in held:
            yield labels[place]


def _label(term: Term | None, known: Mapping[str, str]) -> Literal | None:
    label = known.get(term.value) if isinstance(term, NamedNode) else None
    return None if label is None else Literal(label)


def _headings(solutions: Table, look: Look) -> Iterator[tuple[str, str]]:
    for name, heading in solutions.headings.get(look.language, {}).items():
        yield name, heading
        yield name + _LABEL, look.say(N_("{column}_label"), column=heading)
