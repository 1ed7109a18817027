"""Where a row leads that no words prove: the questions that list what it counts or misses."""

from __future__ import annotations

import os

from partnerkg.errors import UnknownQuery
from partnerkg.query.lead import Lead
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.model.terms import Substitutions, Term
    from partnerkg.query.catalogue import Question
    from partnerkg.query.counted import Counted
    from partnerkg.query.table import Table
    from partnerkg.store.base import Store

    Told = Mapping[str, object]


def leads(question: Question, answer: Table, terms: Substitutions, store: Store) -> list[tuple[Lead, ...]]:
    """Return where each row of an answer leads, to a question that was told these values."""
    given = {variable.value: term for variable, term in terms.items()}
    rows: list[Told] = [{**given, **dict(zip(answer.columns, row, strict=True))} for row in answer]
    wanted: list[tuple[str | None, Counted]] = [
        *question.counts.items(),
        *((None, one) for one in question.lists),
    ]
    columns = [_column(name, one, question, rows, store) for name, one in wanted]
    return [tuple(column[place] for column in columns) for place in range(len(rows))]


def _column(
    name: str | None, leading: Counted, question: Question, rows: Iterable[Told], store: Store
) -> list[Lead]:
    """Return where one column of every row leads."""
    other = _beside(question, leading.question)
    if other is None:
        return [Lead(leading.question, column=name) for _ in rows]
    told = [leading.values(other.parameters, row) for row in rows]  # type: ignore[arg-type]
    written = {
        key: _written(other, key, (row[key] for row in told if key in row), store) for key in other.parameters
    }
    return [
        Lead(
            other.name,
            tuple((key, written[key][value]) for key, value in row.items() if value is not None),
            name,
        )
        for row in told
    ]


def _written(question: Question, name: str, values: Iterable[object], store: Store) -> Mapping[object, str]:
    """Return the values of a parameter as a person writes them in any language; texts stand as they are."""
    found = dict.fromkeys(value for value in values if value is not None)
    terms: list[Term] = [value for value in found if not isinstance(value, str)]  # type: ignore[misc]
    forms = question.parameters[name].type.write(terms, store, "fr")
    return {value: value if isinstance(value, str) else forms.get(value, text(value)) for value in found}  # type: ignore[call-overload,arg-type]


def _beside(question: Question, name: str) -> Question | None:
    """Return the question of this name in the folder of another, else among those that are shipped."""
    from partnerkg.query.catalogue import catalogue, read

    path = os.path.join(os.path.dirname(question.path), f"{name}.rq")
    try:
        return read(path) if os.path.isfile(path) else catalogue()[name]
    except UnknownQuery:
        return None
