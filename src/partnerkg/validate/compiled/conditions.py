"""Shapes that one look at a value decides, as one SPARQL expression: `sh:or` of classes is one query then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import tests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH, RDF = namespace("sh"), namespace("rdf")
NAMES = ("node", "not", "and", "or", "xone")
_IGNORED = ("flags", "ignoredProperties")


class Conditions:
    """Shapes as expressions about one variable; the names of the variables inside EXISTS differ."""

    def __init__(
        self,
        shapes: Shapes,
        subclasses: Mapping[str, Sequence[str]],
        value: str,
        covers: Callable[[Shape], bool],
    ) -> None:
        """Take what says whether a shape can be compiled at all."""
        self._covers = covers
        self._shapes = shapes
        self._subclasses = subclasses
        self._value = value
        self._count = 0

    def of(self, name: str, parameter: Term, shape: Shape) -> str | None:
        """Return when a value passes a constraint of NAMES, None if more than the value must be looked at."""
        members = [parameter] if name in ("node", "not") else shape.lists[parameter]
        shapes = [self._shapes.by_iri.get(_name(member)) for member in members]
        found = ["true" if each is None else self._of_shape(each) for each in shapes]
        known = [condition for condition in found if condition is not None]
        if len(known) < len(found):
            return None
        if name == "not":
            return f"!({known[0]})"
        if name == "xone":
            return f"({' + '.join(f'IF({condition}, 1, 0)' for condition in known) or '0'}) = 1"
        sign, none = (" || ", "false") if name == "or" else (" && ", "true")
        return sign.join(f"({condition})" for condition in known) or none

    def _of_shape(self, shape: Shape) -> str | None:
        if shape.deactivated:
            return "true"
        if shape.path is not None or shape.properties or not self._covers(shape):
            return None
        found = list(self._each(shape))
        known = [condition for condition in found if condition is not None]
        return " && ".join(known) or "true" if len(known) == len(found) else None

    def _each(self, shape: Shape) -> Iterator[str | None]:
        yield from (condition for _, condition in tests.tests(shape, self._value))
        for predicate, parameter in shape.constraints:
            name = predicate.removeprefix(SH.iri)
            if name == "class":
                yield self._is_a(parameter)
            elif name == "hasValue":
                yield f"({tests.same(parameter, self._value)})"
            elif name in NAMES:
                below = self.of(name, parameter, shape)
                yield below and f"({below})"
            elif name not in tests.NAMES and name not in _IGNORED:
                yield None

    def _is_a(self, parameter: Term) -> str:
        self._count += 1
        classes = self._subclasses.get(str(parameter), (str(parameter),))
        kind = f"?kind{self._count}"
        typed = f"{self._value} <{RDF.type.value}> {kind} FILTER({kind} IN ({', '.join(classes)}))"
        if len(classes) == 1:
            typed = f"{self._value} <{RDF.type.value}> {classes[0]}"
        return f"EXISTS {{ {typed} }}"


def _name(node: Term) -> str:
    return str(getattr(node, "value", node))
