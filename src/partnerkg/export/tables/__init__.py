"""Tables of the graph: what is in each stands in a `.rq` file beside this one, see `plan`."""

from __future__ import annotations

import json

from partnerkg.errors import N_, Message
from partnerkg.export import unwatched
from partnerkg.export.tables.gathering import Gathering
from partnerkg.export.tables.plan import NAMES, read
from partnerkg.store.held import Held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from partnerkg.export import Watch
    from partnerkg.export.tables.plan import Plan, Row
    from partnerkg.export.tables.values import Value
    from partnerkg.store.base import Store

SHOWN = 60  # characters of a value that an error names


class Table:
    """A table whose rows stand in order outside memory; each cell is a tuple of values."""

    __slots__ = ("_gathering", "plan")

    def __init__(self, plan: Plan, gathering: Gathering) -> None:
        self.plan = plan
        self._gathering = gathering

    def __len__(self) -> int:
        return self._gathering.count(self.plan)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows, each time from the first."""
        return self._gathering.rows(self.plan)

    def values(self, place: int) -> Iterator[Value]:
        """Yield the values of a column, each once, in no promised order."""
        return self._gathering.values(self.plan, place)

    def holds(self, place: int, text: str) -> bool:
        """Return whether a value of a column, or what it is called, has a text in it."""
        return self._gathering.holds(self.plan, place, text)


def in_cell(value: str, column: str, thing: str) -> Message:
    """Return how an error names a value: by its column, what its row is about, its beginning."""
    shown = json.dumps(value if len(value) <= SHOWN else f"{value[:SHOWN]}…", ensure_ascii=False)
    return Message(N_("{column} {value} of <{thing}>"), column=column, value=shown, thing=thing)


def tables(
    store: Store,
    language: str,
    names: Iterable[str] = NAMES,
    wanted: Collection[str] | None = None,
    watch: Watch = unwatched,
) -> Iterator[Table]:
    """Yield the tables of a store, labels in a language, else in another; each is made when it is taken.

    Of a part of a graph, those things have a row that it is about. `wanted` are the only columns to fill,
    besides those of the keys; `watch` sees the rows that pass. What they need beyond memory is in temporary
    files without a name.
    """
    about = store.about if isinstance(store, Held) else None
    whole = (store.whole if isinstance(store, Held) else None) or store
    here = Gathering(store, language, watch)
    everywhere = here if whole is store else Gathering(whole, language, watch)
    for name in names:
        plan = read(name)
        gathering = everywhere if plan.whole else here
        gathering.fill(plan, about, wanted)
        yield Table(plan, gathering)
