"""Which solutions of an opened query make each row of an answer."""

from __future__ import annotations

from partnerkg.query.joined import joined
from partnerkg.sparql import ordering
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.joined import Joining
    from partnerkg.query.proof.found import Finder, Solution
    from partnerkg.query.table import Table
    from partnerkg.sparql.opened import Opened


class Made:
    """The rows of an answer, and how they come out of solutions."""

    def __init__(self, text: str, opened: Opened, answer: Table, joining: Joining) -> None:
        self._opened = opened
        self._columns = answer.columns
        self._keys = [name for name in answer.columns if name not in opened.counted]
        self._rows = [self._key(dict(zip(answer.columns, row, strict=True))) for row in answer]
        self._joining = joining
        self._order = ordering.of(read(text)) if joining else None

    def _key(self, values: Mapping[str, Term | None]) -> Row:
        return tuple(values.get(name) for name in self._keys)

    def solutions(self, finder: Finder) -> list[list[list[Solution]]]:
        """Return for each row the solutions that make it: each alone, or those together that make one."""
        if not self._rows:
            return []
        made: dict[Row, list[list[Solution]]] = {row: [] for row in self._rows}
        found = finder.solutions(self._opened, only=self._wanted())
        for key, group in self._joined(found) if self._joining else self._grouped(found):
            if key in made:
                made[key].append(group)
        return [made[row] for row in self._rows]

    def _wanted(self) -> tuple[Sequence[str], Collection[Row]]:
        """Return the columns that a row has from each of its solutions, and what the rows have there."""
        told = self._opened.columns if self._joining else self._keys
        places = [
            place for place, name in enumerate(self._keys) if name in told and name not in self._joining
        ]
        return (
            [self._keys[place] for place in places],
            {tuple(row[place] for place in places) for row in self._rows},
        )

    def _grouped(self, found: Iterable[Solution]) -> Iterator[tuple[Row, list[Solution]]]:
        """Yield each solution with its row; all of them that are counted for one together."""
        groups: dict[Row, list[Solution]] = {}
        for solution in found:
            key = self._key(solution)
            if self._opened.counted:
                groups.setdefault(key, []).append(solution)
            else:
                yield key, [solution]
        yield from groups.items()

    def _joined(self, found: Iterable[Solution]) -> Iterator[tuple[Row, list[Solution]]]:
        """Yield the solutions that are alike in all but what is joined, with the row that they become."""
        names = self._opened.columns
        alike: dict[Row, list[Solution]] = {}
        for solution in found:
            key = tuple(solution.get(name) for name in names if name not in self._joining)
            alike.setdefault(key, []).append(solution)
        for group in alike.values():
            rows: Iterable[Row] = dict.fromkeys(tuple(map(solution.get, names)) for solution in group)
            if self._order:
                rows = self._order.sorted(list(names), rows, ordering.for_people)
            for row in joined(names, rows, self._joining, self._columns):
                yield self._key(dict(zip(self._columns, row, strict=True))), group
