"""Shapes that no engine can use, refused before one tries: the syntax rules of SHACL §4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message
from partnerkg.namespaces import namespace
from partnerkg.validate import paths, patterns
from partnerkg.validate.compiled import lexical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

RDF, SH, XSD = namespace("rdf"), namespace("sh"), namespace("xsd")
_WHOLE = (
    "minListLength",
    "maxListLength",
    "minCount",
    "maxCount",
    "minLength",
    "maxLength",
    "qualifiedMinCount",
    "qualifiedMaxCount",
)
# not sh:qualifiedMinCount and its like: alone, without sh:qualifiedValueShape, they say nothing (§4.7.3)
_ONLY_WITH_PATH = (
    "minCount",
    "maxCount",
    "uniqueLang",
    "lessThan",
    "lessThanOrEquals",
    "qualifiedValueShape",
)
_KINDS = (
    *("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"),
    "TripleTerm",
)
_SWITCHES = (
    "deactivated",
    "uniqueLang",
    "closed",
    "qualifiedValueShapesDisjoint",
    "singleLine",
    "uniqueMembers",
)
_WHOLE_NUMBERS = frozenset(XSD[name].value for name in lexical.RANGES)


def check(shapes: Shapes) -> None:
    """Raise WrongShape if a shape is not well-formed."""
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
    switches = [("deactivated", value) for value in row.get(SH.deactivated.value, ())]
    given = [(predicate.removeprefix(SH.iri), value) for predicate, value in shape.constraints]
    for name, value in (*given, *switches):
        yield from _of_form(name, value, index)
        if name in _ONLY_WITH_PATH and shape.path is None:
            yield Message("sh:{name} needs sh:path", name=name)
        if name == "pattern":
            yield from _of_pattern(value, row)


def _of_form(name: str, value: Term, index: Index) -> Iterator[Message]:
    if name in _WHOLE and not _is_whole(value):
        yield Message("sh:{name} is no whole number", name=name)
    if name == "nodeKind" and not _are_kinds(value, index):
        yield Message("sh:{name} is none of {known}", name=name, known=", ".join(_KINDS))
    if name in _SWITCHES and not _is_switch(value) and value != SH.ByTypes:
        yield Message("sh:{name} is neither true nor false, but {value}", name=name, value=str(value))


def _of_pattern(value: Term, row: Mapping[str, Sequence[Term]]) -> Iterator[Message]:
    flags = "".join(getattr(flag, "value", "") for flag in row.get(SH.flags.value, ()))
    fault = patterns.fault(value.value, flags) if isinstance(value, Literal) else None
    if fault is not None:
        yield fault


def _are_kinds(value: Term, index: Index) -> bool:
    try:
        members = [value] if isinstance(value, NamedNode) else paths.items(value, index)
    except ValueError:
        return False
    return all(getattr(member, "value", "") in {SH[kind].value for kind in _KINDS} for member in members)


def _is_switch(value: Term) -> bool:
    return isinstance(value, Literal) and value.datatype == XSD.boolean


def _is_whole(value: Term) -> bool:
    """Return whether it is a whole number; SHACL wants xsd:integer, other engines take its subtypes."""
    return isinstance(value, Literal) and value.value.isdecimal() and value.datatype.value in _WHOLE_NUMBERS
