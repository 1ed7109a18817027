"""What the queries of tables answer, each asked once, as tables of a temporary database."""

from __future__ import annotations

from typing import NamedTuple

from partnerkg.export.tables.database import answered, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from partnerkg.export import Watch
    from partnerkg.export.tables.database import Database
    from partnerkg.export.tables.plan import Plan
    from partnerkg.store.base import Store


class Answer(NamedTuple):
    """Where the answer to a query stands: in which table, in which columns."""

    table: str
    columns: list[str]


class Answers:
    """The answers that stand in a database; what is asked again is not asked of the store again."""

    def __init__(self, base: Database, store: Store, watch: Watch) -> None:
        self._base = base
        self._store = store
        self._watch = watch
        self._asked: dict[str, Answer] = {}

    def answer(self, plan: Plan, query: str, wanted: Collection[str] | None = None) -> Answer:
        """Return where the answer to a query stands; one that no wanted column needs is left empty."""
        if query in self._asked:
            return self._asked[query]
        rows = answered(query, self._store)
        names = rows.columns
        answer = Answer(f"answer{len(self._asked)}", names)
        keys = {plan.columns[place].name for place in plan.key}
        if wanted is not None and not {*names} - keys & {*wanted, plan.through}:
            return Answer(answer.table, [])
        self._asked[query] = answer
        self._base.execute(f"CREATE TABLE {answer.table} ({', '.join(map(quoted, names))})")
        self._base.insert(answer.table, len(names), tokens(self._watch(rows)))
        return answer


def quoted(name: str) -> str:
    """Return the name of a column of an answer: `end` is a word of SQL."""
    return f'"{name}"'
