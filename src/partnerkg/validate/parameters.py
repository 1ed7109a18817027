"""What the parameters of a shape may be (SHACL appendix A, "Summary of SHACL Syntax Rules")."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate import paths
from partnerkg.validate.compiled import lexical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index

    Test = Callable[[Term, Index], bool]

SH, XSD = namespace("sh"), namespace("xsd")
_KINDS = (
    *("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"),
    "TripleTerm",
)
_OF_KIND = frozenset(SH[kind] for kind in _KINDS)
_BY_TYPES = SH.ByTypes
_BOOLEAN = XSD.boolean
_WHOLE_NUMBERS = frozenset(XSD[name].value for name in lexical.RANGES)


def fault(name: str, value: Term, index: Index) -> Message | None:
    """Return why a value cannot be that parameter, None if it can."""
    for test, wrong in _BY_NAME.get(name, ()):
        if not test(value, index):
            return Message(wrong, name=name, value=_said(value), known=", ".join(_KINDS))
    return None


def _said(value: Term) -> Message | str:
    if isinstance(value, BlankNode):
        return Message(N_("a node without name"))
    return value.value if isinstance(value, NamedNode) else str(value)


def _is_whole(value: Term, index: Index) -> bool:
    """Return whether it is a whole number; SHACL wants xsd:integer, other engines take its subtypes."""
    return isinstance(value, Literal) and value.value.isdecimal() and value.datatype.value in _WHOLE_NUMBERS


def _is_switch(value: Term, index: Index) -> bool:
    if not isinstance(value, Literal):
        return value == _BY_TYPES
    return value.datatype == _BOOLEAN and value.value in ("true", "false", "1", "0")


def _are_kinds(value: Term, index: Index) -> bool:
    return all(each in _OF_KIND for each in _members(value, index))


def _are_names(value: Term, index: Index) -> bool:
    return all(isinstance(each, NamedNode) for each in _members(value, index))


def _members(value: Term, index: Index) -> Iterator[Term]:
    """Yield the members of a list (SHACL 1.2 §4), or the value alone."""
    try:
        yield from paths.items(value, index) if isinstance(value, BlankNode) else [value]
    except ValueError:
        yield value


def _is_name(value: Term, index: Index) -> bool:
    return isinstance(value, NamedNode)


def _is_literal(value: Term, index: Index) -> bool:
    return isinstance(value, Literal)


def _is_no_literal(value: Term, index: Index) -> bool:
    return not isinstance(value, Literal)


def _is_path(value: Term, index: Index) -> bool:
    try:
        paths.read(value, index)
    except ValueError:
        return False
    return True


def _are_tags(value: Term, index: Index) -> bool:
    return all(isinstance(each, Literal) for each in paths.items(value, index))


def _are_properties(value: Term, index: Index) -> bool:
    return all(isinstance(each, NamedNode) for each in paths.items(value, index))


def _has_path(value: Term, index: Index) -> bool:
    """Return whether a property shape has a path; one that is described nowhere is told elsewhere."""
    return value not in index or SH.path.value in index[value]


_RULES: tuple[tuple[tuple[str, ...], Test, str], ...] = (
    (
        (
            *("minCount", "maxCount", "minLength", "maxLength", "qualifiedMinCount", "qualifiedMaxCount"),
            *("minListLength", "maxListLength"),
        ),
        _is_whole,
        N_("sh:{name} is no whole number"),
    ),
    (("nodeKind",), _are_kinds, N_("sh:{name} is none of {known}")),
    (
        (
            *("deactivated", "uniqueLang", "closed", "qualifiedValueShapesDisjoint", "singleLine"),
            *("uniqueMembers", "reificationRequired"),
        ),
        _is_switch,
        N_("sh:{name} is neither true nor false, but {value}"),
    ),
    (
        ("class", "datatype", "rootClass", "uniqueValuesFor"),
        _are_names,
        N_("sh:{name} is no IRI, but {value}"),
    ),
    (
        ("targetClass", "targetSubjectsOf", "targetObjectsOf"),
        _is_name,
        N_("sh:{name} is no IRI, but {value}"),
    ),
    (
        ("equals", "disjoint", "subsetOf", "lessThan", "lessThanOrEquals"),
        _is_path,
        N_("sh:{name} is no property, but {value}"),
    ),
    (
        ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive", "pattern", "flags"),
        _is_literal,
        N_("sh:{name} is no literal, but {value}"),
    ),
    (
        (
            *("node", "property", "not", "qualifiedValueShape", "someValue", "memberShape", "reifierShape"),
            *("sparql", "targetWhere"),
        ),
        _is_no_literal,
        N_("sh:{name} is no shape, but {value}"),
    ),
    (("property",), _has_path, N_("what sh:{name} leads to, {value}, has no sh:path")),
    (("languageIn",), _are_tags, N_("sh:{name} is no list of texts")),
    (("ignoredProperties",), _are_properties, N_("sh:{name} is no list of IRIs")),
)
_BY_NAME = {
    name: [(test, wrong) for names, test, wrong in _RULES if name in names]
    for names, _, _ in _RULES
    for name in names
}
