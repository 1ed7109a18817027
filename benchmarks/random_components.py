"""Random shapes with random uses of each constraint component (SHACL §4 and §5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.random_shapes import (
    DATATYPES,
    DEEPEST,
    FOCUS_QUERIES,
    KINDS,
    PATH_QUERIES,
    PATTERNS,
    RDF,
    SH,
    VALUE_QUERIES,
    XSD,
    Component,
    Shapes,
)
from benchmarks.random_terms import WILD, Subject, Terms


def _simple(predicate: str, value: Callable[[Shapes], object]) -> Component:
    def component(maker: Shapes, iri: NamedNode, depth: int) -> None:
        maker.say(iri, predicate, value(maker))  # type: ignore[arg-type]

    return component


def _pattern(maker: Shapes, iri: NamedNode, depth: int) -> None:
    pattern, flags = maker.terms.chance.choice(PATTERNS)
    maker.say(iri, "pattern", Literal(pattern))
    if flags:
        maker.say(iri, "flags", Literal(flags))


def _below(maker: Shapes, depth: int, property_: bool | None = None) -> NamedNode:
    """Return a shape to refer to; at the bottom one that refers to no other."""
    if depth < DEEPEST:
        return maker.shape(depth + 1, property_)
    iri = maker.terms.name(f"S{len(maker.paths)}")
    maker.paths[iri] = path = maker.terms.property() if property_ else None
    if path:
        maker.say(iri, "path", path)
        maker.say(iri, "minCount", Literal(1))
    else:
        maker.say(iri, "nodeKind", SH[maker.terms.chance.choice(KINDS)])
    return iri


def _list_of_shapes(predicate: str) -> Component:
    def component(maker: Shapes, iri: NamedNode, depth: int) -> None:
        number = maker.terms.chance.randint(1, 3)
        maker.say(iri, predicate, maker.rdf_list([_below(maker, depth) for _ in range(number)]))

    return component


def _shape(predicate: str, property_: bool | None = None) -> Component:
    def component(maker: Shapes, iri: NamedNode, depth: int) -> None:
        maker.say(iri, predicate, _below(maker, depth, property_))

    return component


def _qualified(maker: Shapes, iri: NamedNode, depth: int) -> None:
    """Count the values of a shape, sometimes beside a sibling that takes its values away."""
    maker.say(iri, "qualifiedValueShape", _below(maker, depth))
    low = maker.terms.chance.randint(0, 2)
    if maker.terms.one_in(2):
        maker.say(iri, "qualifiedMaxCount", Literal(maker.terms.chance.randint(low, 2)))
    else:
        maker.say(iri, "qualifiedMinCount", Literal(low + 1))


def _siblings(maker: Shapes, iri: NamedNode, depth: int) -> None:
    """Give the shape two property shapes of one path that count values apart from each other."""
    path = maker.path(1)
    for _ in range(2):
        child = maker.terms.name(f"S{len(maker.paths)}")
        maker.paths[child] = path
        maker.quads.append(Quad(child, RDF.type, SH.PropertyShape))
        maker.say(child, "path", path)
        _qualified(maker, child, max(depth, DEEPEST - 1))
        if not maker.terms.one_in(4):
            maker.say(child, "qualifiedValueShapesDisjoint", Literal(True))
        maker.say(iri, "property", child)


def _closed(maker: Shapes, iri: NamedNode, depth: int) -> None:
    maker.say(iri, "closed", Literal(not maker.terms.one_in(6)))
    if maker.terms.one_in(2):
        maker.say(iri, "ignoredProperties", maker.rdf_list([RDF.type, maker.terms.property()]))


def _in(maker: Shapes, iri: NamedNode, depth: int) -> None:
    number = maker.terms.chance.randint(0, 4)
    maker.say(iri, "in", maker.rdf_list([maker.terms.named() for _ in range(number)]))


def _languages(maker: Shapes, iri: NamedNode, depth: int) -> None:
    tags = maker.terms.chance.choice((("en",), ("fr",), ("en-gb",), ("fr", "en"), ("de",)))
    maker.say(iri, "languageIn", maker.rdf_list([Literal(tag) for tag in tags]))


def _query(maker: Shapes, iri: NamedNode, depth: int) -> None:
    """Ask of values in a property shape: shifty gives a value where a query there names none (§5.3.2)."""
    text = maker.terms.chance.choice(_queries(maker.paths[iri])).format(base=maker.terms.base)
    here = maker.terms.name(f"{iri.value.removeprefix(maker.terms.base)}-query")
    maker.quads.append(Quad(here, RDF.type, SH.SPARQLConstraint))
    maker.say(here, "select", Literal(text))
    maker.say(iri, "sparql", here)


def _queries(path: Subject | None) -> Sequence[str]:
    """Return the queries for a shape; pySHACL cannot write every path into one ($PATH)."""
    if path is None:
        return (*FOCUS_QUERIES, *VALUE_QUERIES)
    return (*VALUE_QUERIES, *PATH_QUERIES) if isinstance(path, NamedNode) else VALUE_QUERIES


def _number(low: int, high: int) -> Callable[[Shapes], Literal]:
    return lambda maker: Literal(maker.terms.chance.randint(low, high))


def _bound(maker: Shapes) -> Literal:
    plain = [literal for literal in maker.terms.literals if literal.value and not literal.language]
    return maker.terms.chance.choice(plain)


def _compared(maker: Shapes) -> NamedNode:
    return maker.terms.name(maker.terms.chance.choice(("q", "r")))


def _datatype(maker: Shapes) -> NamedNode:
    name = maker.terms.chance.choice((*DATATYPES, "langString"))
    return RDF[name] if name == "langString" else XSD[name]


COMPONENTS: Mapping[str, Component] = {
    "class": _simple("class", lambda maker: maker.terms.class_()),
    "datatype": _simple("datatype", _datatype),
    "nodeKind": _simple("nodeKind", lambda maker: SH[maker.terms.chance.choice(KINDS)]),
    "minExclusive": _simple("minExclusive", _bound),
    "minInclusive": _simple("minInclusive", _bound),
    "maxExclusive": _simple("maxExclusive", _bound),
    "maxInclusive": _simple("maxInclusive", _bound),
    "minLength": _simple("minLength", _number(1, 3)),
    "maxLength": _simple("maxLength", _number(0, 3)),
    "pattern": _pattern,
    "languageIn": _languages,
    "equals": _simple("equals", lambda maker: maker.terms.property()),
    "disjoint": _simple("disjoint", lambda maker: maker.terms.property()),
    "not": _shape("not"),
    "and": _list_of_shapes("and"),
    "or": _list_of_shapes("or"),
    "xone": _list_of_shapes("xone"),
    "node": _shape("node", property_=False),
    "property": _shape("property", property_=True),
    "siblings": _siblings,
    "closed": _closed,
    "hasValue": _simple("hasValue", lambda maker: maker.terms.named()),
    "in": _in,
    "query": _query,
    "minCount": _simple("minCount", _number(0, 3)),
    "maxCount": _simple("maxCount", _number(0, 2)),
    "uniqueLang": _simple("uniqueLang", lambda maker: Literal(True)),
    "lessThan": _simple("lessThan", _compared),
    "lessThanOrEquals": _simple("lessThanOrEquals", _compared),
    "qualified": _qualified,
}
_OF_PROPERTIES = {"minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualified"}
_OF_ORDER = {"minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "lessThan", "lessThanOrEquals"}


def usable(terms: Terms, path: Subject | None) -> dict[str, Component]:
    """Return the components that a node shape (without path) or property shape of this world may have."""
    unfit = set() if path else set(_OF_PROPERTIES)
    unfit |= set() if terms.compares else _OF_ORDER
    unfit |= set() if terms.asks else {"query"}
    if terms.kind != WILD and path not in (terms.name("q"), terms.name("r")):
        unfit |= {"lessThan", "lessThanOrEquals"}
    return {name: component for name, component in COMPONENTS.items() if name not in unfit}


def shapes(terms: Terms) -> list[Quad]:
    """Return one to three shapes with targets, and the shapes that these refer to."""
    maker = Shapes(terms, usable)
    for _ in range(terms.chance.randint(1, 3)):
        maker.target(maker.shape(0))
    return maker.quads
