"""Asking a server what shapes find, and comparing it with what they find in the graph here, rule by rule."""

from __future__ import annotations

from pyoxigraph import BlankNode

from partnerkg.namespaces import shorten
from partnerkg.pipeline import check
from partnerkg.query.comparison import FAILURES, Comparison
from partnerkg.store.sameness import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.opened import Opened
    from partnerkg.validate import Report, Shapes
    from partnerkg.validate.result import Node, Result

    Findings = dict[str, list[tuple[str, ...]]]


def compared(here: Opened, server: Opened, paths: Sequence[str]) -> Iterator[Comparison]:
    """Yield for each rule of these shapes that finds something how the server's findings differ.

    Last comes the comparison of all findings. What the server refuses, or fails at, is told as the error of
    that. The errors of `check.loaded`.
    """
    shapes = check.loaded(paths)
    right = _findings(check.validate(here, shapes=shapes))
    given: Findings = {}
    error: PartnerkgError | None = None
    try:
        given = _findings(check.validate(server, shapes=shapes))
    except FAILURES as failure:
        error = failure
    for rule in sorted(right.keys() | given.keys()) if error is None else ():
        yield Comparison(rule, right.get(rule, []), given.get(rule, []), None)
    yield Comparison(", ".join(paths), _whole(right), _whole(given), error)


def _findings(report: Report) -> Findings:
    found: Findings = {}
    for result in report.results:
        found.setdefault(_rule(result, report.shapes), []).append(
            (_shown(result.focus_node), _shown(result.value))
        )
    return {rule: sorted(rows) for rule, rows in found.items()}


def _whole(found: Findings) -> list[tuple[str, ...]]:
    return sorted((rule, *row) for rule, rows in found.items() for row in rows)


def _rule(result: Result, shapes: Shapes) -> str:
    _, path, component = result.rule
    return " ".join(part for part in (shapes.called(result.shape), path, shorten(component)) if part)


def _shown(node: Node | None) -> str:
    """Return a node as both stores write it; blank nodes have other names there."""
    return "_:" if isinstance(node, BlankNode) else written(node)
