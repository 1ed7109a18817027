"""How often a class or property is used, and one example, counted as `term_usage` counts."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.model.name import collated
from partnerkg.query import things
from partnerkg.query.labels import labels, shown
from partnerkg.query.values import text
from partnerkg.store.base import ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Row
    from partnerkg.store.base import Store

OF_CLASS, OF_PROPERTY = N_("things of this class"), N_("statements with this property")
EXAMPLE = N_("example")
_DATA = "FILTER(?graph NOT IN (graph:ontology, graph:quality, graph:inferred))"
_KINDS = "SELECT DISTINCT ?term ?kind { ?term a ?kind }"
_INSTANCES = f"SELECT DISTINCT ?term ?thing {{ GRAPH ?graph {{ ?thing a ?term }} {_DATA} }}"
_STATEMENTS = f"SELECT DISTINCT ?term ?thing ?value {{ GRAPH ?graph {{ ?thing ?term ?value }} {_DATA} }}"


def usage(term: NamedNode, store: Store, language: str) -> Iterator[tuple[str, str]]:
    """Yield how often a class or property is used and an example, each with what it is called in English.

    Nothing is yielded for what is neither.
    """
    kinds = {text(row[1]).rpartition("#")[2] for row in things.rows(store, _KINDS, {"term": term}, ROOMS)}
    if not any(kind.endswith(("Class", "Property")) for kind in kinds):
        return
    is_class = any(kind.endswith("Class") for kind in kinds)
    rows = list(things.rows(store, _INSTANCES if is_class else _STATEMENTS, {"term": term}, ROOMS))
    yield (OF_CLASS if is_class else OF_PROPERTY), str(len(rows))
    if rows:
        yield EXAMPLE, _example(rows, store, language)


def _example(rows: list[Row], store: Store, language: str) -> str:
    """Return the first of the rows whose things have names, in the order of the names."""
    named = [one for row in rows for one in row[1:] if isinstance(one, NamedNode)]
    known = labels(named, store, language)

    def order(row: Row) -> tuple[bool, str]:
        unnamed = any(isinstance(one, NamedNode) and one.value not in known for one in row[1:])
        return unnamed, collated(" ".join(shown(one, known) for one in row[1:]))

    return " → ".join(shown(one, known) for one in min(rows, key=order)[1:])
