"""Shapes → what a good record of each class has, with its weight and facet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.completeness.asking import patterns
from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace, shorten
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import in_language
from partnerkg.validate.shapes import WrongShape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.asking import Patterns
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index, Path
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

SH, PK = namespace("sh"), namespace("pk")
_ASKING = ("minCount", "hasValue", "qualifiedMinCount")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """What a good record of a class has: a property shape, seen from the class it is wanted of.

    Texts are by language. `weight` is what it counts beside the others; `facet` the IRI of its heading, None
    if it has none; `value` the value it must have in short, empty if several will do. What only the graph
    `beyond` says to be of the class is no such record. `of_page` says that no page but its own tells it.
    `called` is what people call the shape, which may have no IRI.
    """

    class_: str
    shape: str
    path: Path
    names: Mapping[str, str]
    messages: Mapping[str, str]
    severity: Severity
    weight: float
    facet: str | None
    value: str
    patterns: Patterns
    beyond: str = ""
    of_page: bool = False
    called: str = ""

    def __repr__(self) -> str:
        return f"<Wanted: {self}>"

    def __str__(self) -> str:
        return f"{self.name('en')} of {shorten(self.class_)}"

    @property
    def key(self) -> str:
        """Return what tells it from the others of its class: the path, and the value it must have."""
        return f"{self.path.text()}={self.value}" if self.value else self.path.text()

    @property
    def expected(self) -> bool:
        """Return whether a record without it has a gap; what is only nice to have is an Info."""
        return self.severity > Severity.INFO

    def name(self, language: str) -> str:
        """Return what it is called in a language, the path if the shape has no name."""
        return in_language(self.names, language) or self.path.text()


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A property shape that completeness leaves out: what it is called, and why."""

    shape: str
    reason: Message

    @property
    def message(self) -> Message:
        """Return both as a sentence."""
        return Message(N_("Not measured: {shape}, because {reason}."), shape=self.shape, reason=self.reason)


def uncounted(shapes: Shapes) -> tuple[Uncounted, ...]:
    """Return the property shapes that ask for what cannot be counted: they are left out of `wanted`."""
    found: dict[str, Uncounted] = {}
    index = _index(shapes)
    for _, shape, presence in _chosen(shapes):
        try:
            patterns(shape, index, presence)
        except WrongShape as error:
            found[shape.iri] = Uncounted(shapes.called(shape.iri), error.reason)
    return tuple(found.values())


def wanted(shapes: Shapes) -> tuple[Wanted, ...]:
    """Return what the shapes want of each class they target, as pages show it: by class, facet, order.

    These are the property shapes that have a weight (`pk:weight`). Where none has: those that ask for a
    value and are no Violation, for that is what warnings and remarks about a record are. Where there are
    none of these either: every property of a class, and any values will do, as many as it asks for. What
    cannot be counted is left out, and told by `uncounted`. WrongShape if a weight is no number.
    """
    weights, index = _weights(shapes), _index(shapes)
    off = {one.shape for one in uncounted(shapes)}
    return tuple(
        _wanted(target, shape, weights, index, presence=presence, called=called)
        for target, shape, presence in _chosen(shapes)
        if (called := shapes.called(shape.iri)) not in off
    )


def _chosen(shapes: Shapes) -> list[tuple[Target, Shape, bool]]:
    """Return each class with the property shapes that are measured of it, and whether any value will do."""
    found = list(_pairs(shapes))
    weights = _weights(shapes)
    chosen = [(target, shape) for target, shape in found if shape.iri in weights or not weights]
    remarks = [(target, shape) for target, shape in chosen if weights or _is_remark(shape)]
    if remarks:
        return [(target, shape, False) for target, shape in remarks]
    once = {(target.term, _path(shape)): (target, shape, True) for target, shape in reversed(found)}
    return list(reversed(once.values()))


def _pairs(shapes: Shapes) -> Iterator[tuple[Target, Shape]]:
    """Yield each class that a shape targets, with each of the shape's property shapes."""
    off = _deactivated(shapes)
    targeted = [
        (target.term.value, shape.iri, target)
        for shape in shapes.targeted()
        for target in shape.targets
        if target.kind == "targetClass" and isinstance(target.term, NamedNode) and shape.iri not in off
    ]
    for _, iri, target in sorted(targeted, key=lambda one: one[:2]):
        for shape in shapes.properties(iri):
            if shape.path is not None and shape.iri not in off:
                yield target, shape


def _index(shapes: Shapes) -> Index:
    index: dict[Term, dict[str, list[Term]]] = {}
    for subject, predicate, value, _ in shapes.quads:
        index.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
    return index


def _deactivated(shapes: Shapes) -> set[str]:
    found = (quad for quad in shapes.quads if quad.predicate == SH.deactivated)
    return {_text(quad.subject) for quad in found if _text(quad.object) == "true"}


def _weights(shapes: Shapes) -> dict[str, float]:
    found = {_text(quad.subject): _text(quad.object) for quad in shapes.quads if quad.predicate == PK.weight}
    for shape, weight in found.items():
        if not _NUMBER.fullmatch(weight):
            raise WrongShape(shape=shorten(shape), reason=Message("its weight is no number"))
    return {shape: float(weight) for shape, weight in found.items()}


def _is_remark(shape: Shape) -> bool:
    asks = any(name.removeprefix(SH.iri) in _ASKING for name, _ in shape.constraints)
    return asks and shape.severity < Severity.VIOLATION


def _path(shape: Shape) -> str:
    return shape.path.text() if shape.path else ""


def _wanted(
    target: Target,
    shape: Shape,
    weights: Mapping[str, float],
    index: Index,
    *,
    presence: bool,
    called: str,
) -> Wanted:
    assert shape.path is not None
    values = [value for name, value in shape.constraints if name == SH.hasValue.value and not presence]
    return Wanted(
        _text(target.term),
        shape.iri,
        shape.path,
        shape.names,
        shape.messages,
        shape.severity,
        weights.get(shape.iri, 1.0),
        shape.group,
        " ".join(shorten(_text(value)) for value in values),
        patterns(shape, index, presence),
        target.beyond,
        "true" in map(_text, index.get(shape.node, {}).get(PK.saidByItsPageAlone.value, ())),
        called,
    )


def _text(term: Term) -> str:
    return str(getattr(term, "value", term))
