"""Shapes that no engine can use, refused before one tries: SHACL §4 syntax rules, and recursion (§3.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace, shorten
from partnerkg.validate.compiled import logic
from partnerkg.validate.shapes import WrongShape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shapes import Shape, Shapes

RDF, SH, XSD = namespace("rdf"), namespace("sh"), namespace("xsd")
_WHOLE = ("minCount", "maxCount", "minLength", "maxLength", "qualifiedMinCount", "qualifiedMaxCount")
# not sh:qualifiedMinCount and its like: alone, without sh:qualifiedValueShape, they say nothing (§4.7.3)
_ONLY_WITH_PATH = (
    "minCount",
    "maxCount",
    "uniqueLang",
    "lessThan",
    "lessThanOrEquals",
    "qualifiedValueShape",
)
_KINDS = ("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")


def check(shapes: Shapes) -> None:
    """Raise WrongShape if a shape is not well-formed or leads back to itself."""
    for shape in shapes:
        for reason in _faults(shape, shapes.index):
            raise WrongShape(shape=shorten(shape.iri), reason=reason)
    _check_recursion(shapes)


def _faults(shape: Shape, index: Index) -> Iterator[Message]:
    kinds = index.get(shape.node, {}).get(RDF.type.value, ())
    if shape.path is None and SH.PropertyShape in kinds:
        yield Message("it is a property shape without sh:path")
    if shape.path is not None and SH.NodeShape in kinds:
        yield Message("it is a node shape with sh:path")
    for predicate, value in shape.constraints:
        name = predicate.removeprefix(SH.iri)
        if name in _WHOLE and not _is_whole(value):
            yield Message("sh:{name} is no whole number", name=name)
        if name in _ONLY_WITH_PATH and shape.path is None:
            yield Message("sh:{name} needs sh:path", name=name)
        if name == "nodeKind" and getattr(value, "value", "") not in [SH[kind].value for kind in _KINDS]:
            yield Message("sh:{name} is none of {known}", name=name, known=", ".join(_KINDS))


def _is_whole(value: Term) -> bool:
    return isinstance(value, Literal) and value.value.isdecimal() and value.datatype == XSD.integer


def _check_recursion(shapes: Shapes) -> None:
    """Raise WrongShape if a shape leads back to itself: SHACL leaves open what that means (§3.4.3)."""
    done: set[str] = set()
    for shape in shapes:
        _walk(shape, shapes, [], done)


def _walk(shape: Shape, shapes: Shapes, way: list[str], done: set[str]) -> None:
    if shape.iri in way:
        circle = " → ".join(shorten(name) for name in [*way[way.index(shape.iri) :], shape.iri])
        raise WrongShape(
            shape=shorten(shape.iri), reason=Message(N_("it leads back to itself: {circle}"), circle=circle)
        )
    if shape.iri in done:
        return
    for name in logic.referred(shape, shapes):
        if name in shapes.by_iri:
            _walk(shapes.by_iri[name], shapes, [*way, shape.iri], done)
    done.add(shape.iri)
