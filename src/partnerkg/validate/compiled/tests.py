"""Constraints on one value at a time, as SPARQL expressions that say whether it is as it should be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import lexical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shape import Shape

SH = namespace("sh")
_KINDS = {
    "IRI": ("isIRI",),
    "BlankNode": ("isBlank",),
    "Literal": ("isLiteral",),
    "BlankNodeOrIRI": ("isBlank", "isIRI"),
    "BlankNodeOrLiteral": ("isBlank", "isLiteral"),
    "IRIOrLiteral": ("isIRI", "isLiteral"),
}
_COMPARED = {"minInclusive": ">=", "minExclusive": ">", "maxInclusive": "<=", "maxExclusive": "<"}
_LENGTHS = {"minLength": ">=", "maxLength": "<="}


def tests(shape: Shape, value: str) -> Iterator[tuple[str, str]]:
    """Yield the component and the expression of each such constraint of a shape.

    An expression is true of a value that passes, and never an error; `value` is the variable it reads.
    """
    for predicate, parameter in shape.constraints:
        name = predicate.removeprefix(SH.iri)
        write = _WRITERS.get(name)
        if write is not None:
            yield name, f"COALESCE({write(name, parameter, shape, value)}, false)"


def constants(shape: Shape, name: str) -> list[Term]:
    """Return the values that a shape gives a parameter of SHACL, such as `flags`."""
    return [value for predicate, value in shape.constraints if predicate == SH.iri + name]


def same(term: Term, value: str) -> str:
    """Return the expression that a variable is exactly this term."""
    return f"{value} = {term}" if isinstance(term, NamedNode) else f"sameTerm({value}, {term})"


def _node_kind(name: str, parameter: Term, shape: Shape, value: str) -> str:
    kinds = _KINDS[str(getattr(parameter, "value", "")).removeprefix(SH.iri)]
    return " || ".join(f"{kind}({value})" for kind in kinds)


def _datatype(name: str, parameter: Term, shape: Shape, value: str) -> str:
    if parameter == namespace("rdf").langString:  # some engines have no DATATYPE for it
        return f'isLiteral({value}) && LANG({value}) != ""'
    if parameter == namespace("xsd").string:  # and some give this one to literals with a language
        return f'DATATYPE({value}) = {parameter} && LANG({value}) = ""'
    formed = lexical.test(str(getattr(parameter, "value", "")), value)
    typed = f"DATATYPE({value}) = {parameter}"
    return f"{typed} && {formed}" if formed else typed


def _compared(name: str, parameter: Term, shape: Shape, value: str) -> str:
    if getattr(parameter, "value", "") == "NaN":  # some engines take it for at most itself
        return "false"
    return f"{value} {_COMPARED[name]} {parameter}"


def _length(name: str, parameter: Term, shape: Shape, value: str) -> str:
    return f"!isBlank({value}) && STRLEN(STR({value})) {_LENGTHS[name]} {parameter}"


def _pattern(name: str, parameter: Term, shape: Shape, value: str) -> str:
    arguments = [f"STR({value})", str(parameter), *map(str, constants(shape, "flags"))]
    return f"!isBlank({value}) && REGEX({', '.join(arguments)})"


def _in(name: str, parameter: Term, shape: Shape, value: str) -> str:
    members = shape.lists[parameter]
    nodes = [str(member) for member in members if isinstance(member, NamedNode)]
    # An IRI equals only itself, but literals are equal by value: "1" and "01" are one number, two terms.
    conditions = [f"{value} IN ({', '.join(nodes)})"] if nodes else []
    conditions += [same(member, value) for member in members if isinstance(member, Literal)]
    return " || ".join(conditions) or "false"


def _language_in(name: str, parameter: Term, shape: Shape, value: str) -> str:
    ranges = [f"LANGMATCHES(LANG({value}), {member})" for member in shape.lists[parameter]]
    return " || ".join(ranges) or "false"


Writer = Callable[[str, "Term", "Shape", str], str]
_WRITERS: dict[str, Writer] = {
    "nodeKind": _node_kind,
    "datatype": _datatype,
    **dict.fromkeys(_COMPARED, _compared),
    **dict.fromkeys(_LENGTHS, _length),
    "pattern": _pattern,
    "in": _in,
    "languageIn": _language_in,
}
NAMES = frozenset(_WRITERS)
