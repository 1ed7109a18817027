"""What comes of a query: results, and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from partnerkg.namespaces import namespace
from partnerkg.validate import messages
from partnerkg.validate.result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")


def worded(result: Result, shapes: Shapes, constraint: str = "") -> Result:
    """Return a result with what its shape, or that constraint of it, says to the person who can mend it."""
    if result.messages:
        return result
    said = messages.of(
        shapes,
        result.shape,
        result.component,
        focus=result.focus_node,
        value=result.value,
        constraint=constraint,
    )
    return replace(result, messages=said)


def result_of(
    shape: Shape, component: str, node: Term | None, value: Term | None, way: Path | None
) -> Result:
    """Return a result without messages: most of those found on the way are never shown."""
    name = f"{SH.iri}{component[0].upper()}{component[1:]}ConstraintComponent"
    return Result(node, way, value, shape.severity, shape.iri, name, own_severity=shape.own_severity)  # type: ignore[arg-type]


def multiset(results: Iterable[Result]) -> Counter[tuple[str, ...]]:
    """Return how often each result comes, whatever its path and message: what two engines must agree on."""
    return Counter(
        (result.shape, result.component, str(result.focus_node), str(result.value), result.severity.name)
        for result in results
    )
