"""Where a number leads: the question whose rows it counts, and what that question is told."""

from __future__ import annotations

from partnerkg.query.header import mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from partnerkg.model.terms import Term

QUESTION = "question"
COLUMN = "?"  # before the name of a column; without it, a value is written as for the command


class Counted:
    """The question whose rows a column counts.

    `told` are its parameters with the columns or values that they take; without it, each is told the column
    of its own name.
    """

    __slots__ = ("question", "told")

    def __init__(self, question: str, told: Mapping[str, str] | None = None) -> None:
        self.question = question
        self.told = dict(told) if told is not None else None

    def __repr__(self) -> str:
        return f"<Counted: {self.question}>"

    def values(self, parameters: Collection[str], row: Mapping[str, Term | None]) -> dict[str, object]:
        """Return what the question is told, which has these parameters, for a row by column."""
        told = self.told
        if told is None:
            told = {name: COLUMN + name for name in parameters if name in row}
        return {
            name: row[value.removeprefix(COLUMN)] if value.startswith(COLUMN) else value
            for name, value in told.items()
        }


def counted(value: object) -> dict[str, Counted]:
    """Return where the columns of a header lead that count rows, by column."""
    return {column: _one(leads) for column, leads in mapping(value).items()}


def listed(value: object) -> tuple[Counted, ...]:
    """Return where the rows of a header lead: to one question or several."""
    several = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(map(_one, several))


def _one(leads: object) -> Counted:
    if isinstance(leads, str):
        return Counted(leads)
    told = {name: str(value) for name, value in mapping(leads).items()}
    return Counted(told.pop(QUESTION, ""), told)
