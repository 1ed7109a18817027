"""Which SPARQL constraints may be asked of all focus nodes at once.

SHACL §5.3.1 gives a query its focus node before it runs. Asked of all nodes at once, `$this` is a variable
like others: the answers are the same if every expression that reads it stands where a pattern binds it, and
if no part of the query counts or cuts what belongs to different nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from partnerkg.errors import N_
from partnerkg.validate.graphs import prepared

BINDING = "?this <urn:partnerkg:is> <urn:partnerkg:focus> ."  # stands for the group of focus nodes
UNREAD = N_("it cannot be read")
THIS = Variable("this")
_CUTS = N_("it has LIMIT or OFFSET")
_SELECTS = ("Project", "Distinct", "Reduced", "OrderBy", "ToMultiSet")
_EXISTS = ("Builtin_EXISTS", "Builtin_NOTEXISTS")


def reason(text: str) -> str | None:
    """Return why a query cannot be asked of all nodes at once, None if it can.

    `BINDING` stands in `text` where the group of focus nodes will. BrokenQuery if the text is no SPARQL.
    """
    tree = prepared(text).algebra
    if tree.name != "SelectQuery":
        return N_("it is no SELECT")
    if any(node.name == "Slice" for node in _values(tree)):
        return _CUTS
    return _of_select(tree.p)


def _values(node: Any) -> Iterator[CompValue]:
    if isinstance(node, CompValue):
        yield node
    for child in _children(node):
        yield from _values(child)


def _children(node: Any) -> list[Any]:
    if isinstance(node, CompValue):
        return [value for name, value in node.items() if name != "_vars"]
    if isinstance(node, dict):
        return list(node.values())
    return list(node) if isinstance(node, list | tuple | set) else []


def _mentions(node: Any, variable: Variable) -> bool:
    return node == variable or any(_mentions(child, variable) for child in _children(node))


def _of_select(node: CompValue) -> str | None:
    """Judge a SELECT, outermost or inside: it must give `$this` on."""
    inner, given = node, True
    while inner.name in _SELECTS:
        given = given and (inner.name != "Project" or THIS in inner.PV)
        inner = inner.p
    if not given:  # ill-formed even where it does not mention $this (§5.2.1)
        return N_("a SELECT inside it does not give $this")
    return _of_pattern(inner) if _mentions(inner, THIS) else None


def _of_pattern(node: Any) -> str | None:
    judge = _JUDGES.get(node.name) if isinstance(node, CompValue) else None
    return judge(node) if judge else None


def _filter(node: CompValue) -> str | None:
    return _of_pattern(node.p) or _of_expression(node.expr, _binds(node.p))


def _extend(node: CompValue) -> str | None:
    if node.var == THIS and not str(node.expr).startswith("__agg_"):
        return N_("it binds $this itself")
    return _of_pattern(node.p) or _of_expression(node.expr, _binds(node.p))


def _left_join(node: CompValue) -> str | None:
    return _both(node) or _of_expression(node.expr, _binds(node.p1) or _binds(node.p2))


def _both(node: CompValue) -> str | None:
    return _of_pattern(node.p1) or _of_pattern(node.p2)


def _group(node: CompValue) -> str | None:
    if THIS not in (node.expr or ()):
        return N_("it counts without GROUP BY $this")
    return _of_pattern(node.p)


def _inside(node: CompValue) -> str | None:
    return _of_pattern(node.p)


_JUDGES: dict[str, Callable[[CompValue], str | None]] = {
    "Filter": _filter,
    "Extend": _extend,
    "LeftJoin": _left_join,
    "Join": _both,
    "Union": _both,
    "Group": _group,
    "AggregateJoin": _inside,
    "Graph": _inside,
    **dict.fromkeys(_SELECTS, _of_select),
}


def _of_expression(node: Any, bound: bool) -> str | None:
    """Judge an expression: where it reads `$this`, there must be a value."""
    if not _mentions(node, THIS):
        return None
    if not bound:
        return N_("it reads $this where no pattern binds it")
    exists = [each for each in _values(node) if each.name in _EXISTS]
    if any(part.name == "SubSelect" for each in exists for part in _values(each)):
        return N_("it has a SELECT inside EXISTS")
    return None


def _binds(node: Any) -> bool:
    """Return whether every solution of a pattern has a value for `$this`."""
    if node.name == "BGP":
        return any(THIS in triple for triple in node.triples)
    if node.name == "Union":
        return _binds(node.p1) and _binds(node.p2)
    if node.name == "Join":
        return _binds(node.p1) or _binds(node.p2)
    if node.name == "LeftJoin":
        return _binds(node.p1)
    if node.name == "Project" and THIS not in node.PV:
        return False
    return isinstance(node.get("p"), CompValue) and _binds(node.p)
