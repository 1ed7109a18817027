"""Constraints that an expression judges (SHACL Advanced Features §7, SHACL 1.2 Node Expressions)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal

from partnerkg.validate import messages
from partnerkg.validate.exact import expressions
from partnerkg.validate.exact.at import SH, At, Finding
from partnerkg.validate.exact.constraints.values import of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term


def _given(at: At, value: Term) -> list[Term] | None:
    """Return what the expression gives at a value node, None if it is not looked at, which is told."""
    row = at.engine.shapes.index.get(at.parameter, {})
    if Literal(True) in row.get(SH.deactivated.value, ()):
        return None
    if expressions.fault(at.parameter, at.engine.shapes) is not None:
        return None
    return expressions.values(at.parameter, value, at.shape, at.engine)


def _expression(at: At) -> Iterator[Finding]:
    texts: Sequence[Term] = at.engine.shapes.index.get(at.parameter, {}).get(SH.message.value, ())
    said = [text for text in texts if isinstance(text, Literal)]
    for value in at.values:
        if _given(at, value) not in (None, [Literal(True)]):
            bound = {"this": at.node, "value": value}
            filled = (messages.filled(text.value, bound, at.engine.shapes.prefixes) for text in said)
            yield Finding(value, messages={t.language or "": f for t, f in zip(said, filled, strict=True)})


def _node_by_expression(at: At, value: Term) -> bool:
    return all(at.engine.conforms(shape, value) for shape in _given(at, value) or ())


CONSTRAINTS = {"expression": _expression, "nodeByExpression": of(_node_by_expression)}
