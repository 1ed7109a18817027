"""Shapes read from files and quads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from math import inf

from pyoxigraph import BlankNode, Literal, Quad, Triple

from partnerkg import resources
from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.rdf.read import parse, prefixes
from partnerkg.rdf.source import OWN
from partnerkg.validate import computed, paths, reified, severity, targets
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import Group, Shape
from partnerkg.validate.shapes import Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index

SH, RDF, RDFS = namespace("sh"), namespace("rdf"), namespace("rdfs")
_LEADS_TO_SHAPE = (
    *("property", "node", "not", "qualifiedValueShape"),
    *("someValue", "memberShape", "reifierShape", "targetWhere"),
)
_LISTS_SHAPES = ("and", "or", "xone")
_LISTS = frozenset(SH[name].value for name in ("and", "or", "xone", "in", "languageIn", "ignoredProperties"))
_PERHAPS = frozenset(
    SH[name].value for name in ("class", "datatype", "nodeKind", "rootClass", "uniqueValuesFor")
)  # a term or a list of such (SHACL 1.2)
_NOT_CONSTRAINTS = frozenset(
    SH[name].value
    for name in (
        *targets.KINDS,
        *("path", "name", "description", "message", "severity", "group", "order", "property", "deactivated"),
        *("defaultValue", "declare", "target", "codeIdentifier", "intent", "agentInstruction"),
        *("shapesGraph", "suggestedShapesGraph", "entailment", "rule", "prefixes", "parameter", "validator"),
        *("nodeValidator", "propertyValidator", "select", "ask", "labelTemplate", "optional", "values"),
    )
)


def shipped() -> list[str]:
    """Return the files of the shipped shapes for graphs, and the prefix table their queries use."""
    about_shapes = set(meta())
    files = _files("shapes")
    return [*(path for path in files if path not in about_shapes), *_prefix_table()]


def meta() -> list[str]:
    """Return the files of the shipped shapes for shapes, and the prefix table their queries use."""
    return [*_files("shapes", "meta"), *_prefix_table()]


def _files(*folder: str) -> list[str]:
    return resources.files(os.path.join(resources.root(), "ontology", *folder), ".ttl")


def _prefix_table() -> list[str]:
    return [os.path.join(resources.root(), "ontology", "prefixes.ttl")]


def load(files: Iterable[str | os.PathLike[str]] | None = None, base: str = OWN) -> Shapes:
    """Return the shapes of these files, else of the shipped ones; `base` is as in `rdf.read.parse`.

    `ontology/prefixes.ttl` must be among the files if a shape holds SPARQL. MissingFile or BrokenFile if a
    file cannot be read, WrongShape if a shape is not well-formed.
    """
    statements: list[Quad] = []
    standing: dict[Term, str] = {}
    names: dict[BlankNode, BlankNode] = {}
    sources = [os.fspath(path) for path in (shipped() if files is None else files)]
    for path in sources:
        for quad in parse(path, base):
            named = _renamed(quad, names)
            statements.append(named)
            standing.setdefault(named.subject, path)
    known = {} if files is None else prefixes(dict.fromkeys(standing.values()), base)
    return replace(read(statements, standing, known), sources=tuple(sources))


def read(
    statements: Iterable[Quad],
    files: Mapping[Term, str] | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> Shapes:
    """Return the shapes that these quads describe; WrongShape if one is not well-formed.

    `files` are those in which subjects are described, `prefixes` those that they declare.
    """
    names: dict[BlankNode, BlankNode] = {}
    given = statements if files is not None else (_renamed(quad, names) for quad in statements)
    kept = tuple(dict.fromkeys(given))
    index = _index(computed.known(reified.active(kept)))
    whole = Shapes({}, {}, {}, kept, index, files or {}, prefixes or {})
    found = sorted((_shape(node, index, whole) for node in _shape_nodes(index)), key=lambda one: one.iri)
    groups = [_group(node, row) for node, row in index.items() if _has_type(row, "PropertyGroup")]
    return Shapes(
        {shape.iri: shape for shape in found},
        {group.iri: group for group in sorted(groups, key=lambda one: one.iri)},
        {_name(node): _texts(row, SH.message.value) for node, row in index.items() if _is_query(row)},
        kept,
        index,
        files or {},
        prefixes or {},
    )


def _renamed(quad: Quad, names: dict[BlankNode, BlankNode]) -> Quad:
    """Return a quad whose blank nodes are called by when they come: the same for the same files."""

    def name(term: Term) -> Term:
        if isinstance(term, BlankNode):
            return names.setdefault(term, BlankNode(f"shape{len(names) + 1}"))
        if isinstance(term, Triple):
            return Triple(name(term.subject), term.predicate, name(term.object))  # type: ignore[arg-type]
        return term

    subject, value = name(quad.subject), name(quad.object)
    return Quad(subject, quad.predicate, value, quad.graph_name)  # type: ignore[arg-type]


def _index(statements: Sequence[Quad]) -> dict[Term, dict[str, list[Term]]]:
    index: dict[Term, dict[str, list[Term]]] = {}
    for subject, predicate, value, _ in statements:
        index.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
    return index


def _is_query(row: Mapping[str, Sequence[Term]]) -> bool:
    return SH.select.value in row or SH.ask.value in row


def _has_type(row: Mapping[str, Sequence[Term]], *names: str) -> bool:
    return any(SH[name] in row.get(RDF.type.value, ()) for name in names)


def _is_shape(row: Mapping[str, Sequence[Term]]) -> bool:
    aimed = any(SH[kind].value in row for kind in (*targets.KINDS, "target"))
    return aimed or SH.path.value in row or _has_type(row, "NodeShape", "PropertyShape", "ShapeClass")


def _shape_nodes(index: Index) -> set[Term]:
    """Return what is a shape by its type, path or target, or because a shape refers to it (SHACL §2.1)."""
    parameters = {node for row in index.values() for node in row.get(SH.parameter.value, ())}
    shapes = {node for node, row in index.items() if _is_shape(row) and node not in parameters}
    asked = (SH.filterShape.value, SH.condition.value)  # by expressions and rules
    shapes |= {shape for row in index.values() for name in asked for shape in row.get(name, ())}
    waiting = list(shapes)
    while waiting:
        referred = set(_referred(waiting.pop(), index)) - shapes
        shapes |= referred
        waiting += referred
    return shapes


def _referred(node: Term, index: Index) -> Iterator[Term]:
    row = index.get(node, {})
    for name in _LEADS_TO_SHAPE:
        yield from row.get(SH[name].value, ())
    for name in _LISTS_SHAPES:
        for listed in row.get(SH[name].value, ()):
            with suppress(ValueError):  # a broken list is named when the constraint is read
                yield from paths.items(listed, index)


def _name(node: Term) -> str:
    return str(getattr(node, "value", node))


def _texts(row: Mapping[str, Sequence[Term]], predicate: str) -> dict[str, str]:
    found = [value for value in row.get(predicate, ()) if isinstance(value, Literal)]
    return {value.language or "": value.value for value in sorted(found, key=str)}


def _number(row: Mapping[str, Sequence[Term]]) -> float:
    """Return the sh:order of a shape; what is no number says nothing (SHACL §2.3.2.4)."""
    orders = []
    for value in row.get(SH.order.value, ()):
        with suppress(ValueError):
            orders.append(float(_name(value)))
    return min(orders, default=inf)


def _group(node: Term, row: Mapping[str, Sequence[Term]]) -> Group:
    return Group(_name(node), _texts(row, RDFS.label.value), _number(row))


def _shape(node: Term, index: Index, whole: Shapes) -> Shape:
    row = index.get(node, {})
    bare = Shape(
        *(_name(node), node, {}, {}, {}, Severity.VIOLATION, None, None, inf, (), (), ()),
    )
    try:
        severities = [severity.of(value) for value in row.get(SH.severity.value, ())]
        path = [paths.read(value, index) for value in row.get(SH.path.value, ())]
        lists = _lists(row, index)
    except ValueError as error:
        reason = N_("its sh:severity is no IRI") if str(error) == "sh:severity" else str(error)
        raise whole.wrong(bare, Message(reason)) from None
    if len(path) > 1:
        raise whole.wrong(bare, Message(N_("it has {count} sh:path, and may have one"), count=len(path)))
    return Shape(
        _name(node),
        node,
        _texts(row, SH.name.value) or _texts(row, RDFS.label.value),
        _texts(row, SH.description.value),
        _texts(row, SH.message.value),
        max((level for level, _ in severities), default=Severity.VIOLATION),
        path[0] if path else None,
        next((_name(value) for value in row.get(SH.group.value, ())), None),
        _number(row),
        targets.of(node, index),
        _constraints(row),
        tuple(sorted(_name(value) for value in row.get(SH.property.value, ()))),
        Literal(True) in row.get(SH.deactivated.value, ()),
        lists,
        next((own for _, own in severities if own), ""),
    )


def _lists(row: Mapping[str, Sequence[Term]], index: Index) -> dict[Term, tuple[Term, ...]]:
    heads = [value for predicate in _LISTS for value in row.get(predicate, ())]
    perhaps = [value for predicate in _PERHAPS for value in row.get(predicate, ())]
    heads += [value for value in perhaps if isinstance(value, BlankNode)]
    return {head: tuple(paths.items(head, index)) for head in heads}


def _constraints(row: Mapping[str, Sequence[Term]]) -> tuple[tuple[str, Term], ...]:
    found = [
        (predicate, value)
        for predicate, values in row.items()
        if predicate.startswith(SH.iri) and predicate not in _NOT_CONSTRAINTS
        for value in values
    ]
    return tuple(sorted(found, key=str))
