"""What people see of the rows of a table in a database: the labels of things, and the order by them."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.query.batches import BATCH
from partnerkg.query.labels import labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.export.tables.database import Database
    from partnerkg.export.tables.plan import Plan
    from partnerkg.store.base import Store

_KNOWN = "SELECT DISTINCT term FROM {said} WHERE place IN ({places}) AND substr(term, 1, 1) = '<'"


def label(plan: Plan, base: Database, store: Store, language: str) -> None:
    """Fetch the labels of the things of a table that are not known yet."""
    known = _KNOWN.format(said=f"{plan.name}_said", places=labelled(plan))
    base.execute(f"CREATE TABLE asked AS {known} EXCEPT SELECT thing FROM label")
    reader = base.execute("SELECT term FROM asked")
    while batch := reader.fetchmany(BATCH):
        things = {term: NamedNode(term[1:-1]) for (term,) in batch if term[1] != "<"}
        names = labels(things.values(), store, language)
        told = ((term, names.get(thing.value) or None) for term, thing in things.items())
        base.insert("label", 2, told)
    base.execute("DROP TABLE asked")


def order(plan: Plan, base: Database) -> None:
    """Say in which order the rows of a table stand: by what people see of their keys, then by these."""
    things = labelled(plan).split(", ")
    seen, joins = [], []
    for place in plan.key:
        label = f"label{place}.label" if str(place) in things else "NULL"
        seen.append(f"CASE key{place} WHEN '' THEN NULL ELSE coalesce({label}, name(key{place})) END")
        joins.append(f" LEFT JOIN label AS label{place} ON label{place}.thing = key{place}")
    order = ", ".join([*seen, *(f"key{place}" for place in plan.key)])
    base.execute(
        f"INSERT INTO {plan.name}_order SELECT row, row_number() OVER (ORDER BY {order})"
        f" FROM {plan.name}{''.join(joins)}"
    )


def labelled(plan: Plan) -> str:
    """Return the places of the columns that hold things."""
    return ", ".join(str(place) for place, column in enumerate(plan.columns) if column.has_labels)
