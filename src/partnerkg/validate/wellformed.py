"""Shapes that no engine can use, refused before one tries: the syntax rules of SHACL §4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.namespaces import namespace
from partnerkg.validate import parameters, patterns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

RDF, SH = namespace("rdf"), namespace("sh")
_DEACTIVATED = SH.deactivated.value
# not sh:qualifiedMinCount and its like: alone, without sh:qualifiedValueShape, they say nothing (§4.7.3)
_ONLY_WITH_PATH = (
    "minCount",
    "maxCount",
    "uniqueLang",
    "lessThan",
    "lessThanOrEquals",
    "qualifiedValueShape",
)


class UnknownEntailment(PartnerkgError):
    message = N_(
        "The shapes ask for the entailment {regime} (sh:entailment), which is not supported; take that line "
        "out of {place}, and give data that say what follows if the shapes need it."
    )


def check(shapes: Shapes) -> None:
    """Raise UnknownEntailment if something must follow that does not (SHACL §3.2), WrongShape for a shape."""
    for node, row in shapes.index.items():
        for regime in row.get(SH.entailment.value, ()):
            if regime == SH.Rules:
                continue
            place = shapes.place(node)
            where = place.text() if place else Message(N_("the file that it stands in"))
            raise UnknownEntailment(regime=str(getattr(regime, "value", regime)), place=where)
    for shape in shapes:
        for reason in _faults(shape, shapes.index):
            raise shapes.wrong(shape, reason)


def _faults(shape: Shape, index: Index) -> Iterator[Message]:
    row = index.get(shape.node, {})
    kinds = row.get(RDF.type.value, ())
    if shape.path is None and SH.PropertyShape in kinds:
        yield Message("it is a property shape without sh:path")
    if shape.path is not None and SH.NodeShape in kinds:
        yield Message("it is a node shape with sh:path")
    if (count := len(row.get(_DEACTIVATED, ()))) > 1:
        yield Message("it has {count} sh:deactivated, and may have one", count=count)
    given = [(name.removeprefix(SH.iri), value) for name, values in row.items() for value in values]
    for name, value in given:
        fault = parameters.fault(name, value, index)
        if fault is not None:
            yield fault
        if name in _ONLY_WITH_PATH and shape.path is None:
            yield Message("sh:{name} needs sh:path", name=name)
        if name == "pattern":
            yield from _of_pattern(value, row)


def _of_pattern(value: Term, row: Mapping[str, Sequence[Term]]) -> Iterator[Message]:
    flags = "".join(getattr(flag, "value", "") for flag in row.get(SH.flags.value, ()))
    fault = patterns.fault(value.value, flags) if isinstance(value, Literal) else None
    if fault is not None:
        yield fault
