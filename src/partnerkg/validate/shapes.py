"""Shapes read from files: what they are called, what they say, whom they target, in which order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from math import inf
from typing import Any

from pyoxigraph import Literal, Quad

from partnerkg import resources
from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.namespaces import namespace, shorten
from partnerkg.validate import paths
from partnerkg.validate.sources import quads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index, Path

SH, RDF, RDFS, OWL = namespace("sh"), namespace("rdf"), namespace("rdfs"), namespace("owl")
_TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
_LEADS_TO_SHAPE = ("property", "node", "not", "qualifiedValueShape")
_LISTS_SHAPES = ("and", "or", "xone")
_LISTS = frozenset(SH[name].value for name in ("and", "or", "xone", "in", "languageIn", "ignoredProperties"))
_NOT_CONSTRAINTS = frozenset(
    SH[name].value
    for name in (
        *_TARGETS,
        *("path", "name", "description", "message", "severity", "group", "order", "property", "deactivated"),
        *("defaultValue", "declare"),
    )
)


class WrongShape(PartnerkgError):
    message = N_("The shape {shape} cannot be used: {reason}; correct the file that it stands in.")


class WrongShapes(PartnerkgError):
    message = N_("The shapes cannot be used: {reason}; correct the files that they stand in.")


class Severity(IntEnum):
    """How bad a finding is; a higher number is worse (SHACL §2.1.4)."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def iri(self) -> str:
        """Return the IRI: `sh:Violation` in full."""
        return SH[self.name.capitalize()].value

    @classmethod
    def named(cls, name: str | Severity) -> Severity:
        """Return the severity of that name or IRI (`warning`, sh:Warning); KeyError if there is none."""
        return name if isinstance(name, Severity) else cls[name.removeprefix(SH.iri).upper()]


@dataclass(frozen=True, slots=True)
class Target:
    """How focus nodes are found: `kind` is the local name of SHACL §2.1.3, such as `targetClass`."""

    kind: str
    term: Term


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which pages show property shapes; labels by language."""

    iri: str
    labels: Mapping[str, str]
    order: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape (`path` is None) or property shape; texts by language, `""` where a text has none.

    `node` is the shape in its graph, `iri` its IRI, or the label of its blank node. `constraints` are its
    parameters (SHACL §4) as pairs of predicate IRI and value, sorted; `properties` the IRIs of its property
    shapes; `lists` the members of the RDF lists among its parameters, by their first node. `own_severity` is
    the IRI of a severity that is none of SHACL's.
    """

    iri: str
    node: Term
    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    messages: Mapping[str, str]
    severity: Severity
    path: Path | None
    group: str | None
    order: float
    targets: tuple[Target, ...]
    constraints: tuple[tuple[str, Term], ...]
    properties: tuple[str, ...]
    deactivated: bool = False
    lists: Mapping[Term, tuple[Term, ...]] = field(default_factory=dict, compare=False, repr=False)
    own_severity: str = ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes of some files by IRI, the groups by IRI, and the quads they were read from.

    A shape without IRI goes by its blank node's label. `index` has the values of every subject by predicate,
    `memory` what was worked out of them and is wanted again.
    """

    by_iri: Mapping[str, Shape]
    groups: Mapping[str, Group]
    constraint_messages: Mapping[str, Mapping[str, str]] = field(repr=False)
    quads: tuple[Quad, ...] = field(repr=False)
    index: Index = field(repr=False, compare=False)
    memory: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Shape]:
        return iter(self.by_iri.values())

    def targeted(self) -> list[Shape]:
        """Return the active shapes that look for focus nodes themselves, by IRI."""
        return [shape for shape in self if shape.targets and not shape.deactivated]

    def properties(self, iri: str) -> list[Shape]:
        """Return the property shapes of a node shape as pages show them: by group, order, then IRI."""
        found = [self.by_iri[name] for name in self.by_iri[iri].properties if name in self.by_iri]
        return sorted(found, key=lambda shape: (self._place(shape.group), shape.order, shape.iri))

    def of_class(self, iri: str) -> list[Shape]:
        """Return the node shapes that target exactly this class, by IRI."""
        return [shape for shape in self if ("targetClass", iri) in _pairs(shape)]

    def _place(self, group: str | None) -> float:
        return self.groups[group].order if group is not None and group in self.groups else inf


def _pairs(shape: Shape) -> set[tuple[str, str]]:
    return {(target.kind, getattr(target.term, "value", "")) for target in shape.targets}


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


def load(files: Iterable[str | os.PathLike[str]] | None = None) -> Shapes:
    """Return the shapes of these files, else of the shipped ones.

    `ontology/prefixes.ttl` must be among the files if a shape holds SPARQL. MissingFile or BrokenFile if a
    file cannot be read, WrongShape if a shape is not well-formed.
    """
    return read(quads(shipped() if files is None else files))


def read(statements: Iterable[Quad]) -> Shapes:
    """Return the shapes that these quads describe; WrongShape if one is not well-formed."""
    kept = tuple(dict.fromkeys(statements))
    index = _index(kept)
    found = sorted((_shape(node, index) for node in _shape_nodes(index)), key=lambda one: one.iri)
    groups = [_group(node, row) for node, row in index.items() if _has_type(row, "PropertyGroup")]
    return Shapes(
        {shape.iri: shape for shape in found},
        {group.iri: group for group in sorted(groups, key=lambda one: one.iri)},
        {_name(node): _texts(row, SH.message.value) for node, row in index.items() if _is_query(row)},
        kept,
        index,
    )


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text in that language, else in English, else without language, else any; else ""."""
    for wanted in (language, "en", ""):
        if wanted in texts:
            return texts[wanted]
    return next(iter(texts.values()), "")


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
    targets = any(SH[kind].value in row for kind in _TARGETS)
    return targets or SH.path.value in row or _has_type(row, "NodeShape", "PropertyShape")


def _shape_nodes(index: Index) -> set[Term]:
    """Return what is a shape by its type, path or target, or because a shape refers to it (SHACL §2.1)."""
    found = {node for node, row in index.items() if _is_shape(row)}
    waiting = list(found)
    while waiting:
        referred = set(_referred(waiting.pop(), index)) - found
        found |= referred
        waiting += referred
    return found


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
    return min((float(_name(value)) for value in row.get(SH.order.value, ())), default=inf)


def _group(node: Term, row: Mapping[str, Sequence[Term]]) -> Group:
    return Group(_name(node), _texts(row, RDFS.label.value), _number(row))


def _severity(name: str) -> Severity:
    """Return how bad findings of this severity are; one of somebody's own is taken for a violation."""
    return Severity.named(name) if _is_standard(name) else Severity.VIOLATION


def _is_standard(name: str) -> bool:
    return name.startswith(SH.iri) or ":" not in name


def _shape(node: Term, index: Index) -> Shape:
    row = index.get(node, {})
    try:
        severity = [_severity(_name(value)) for value in row.get(SH.severity.value, ())]
        path = [paths.read(value, index) for value in row.get(SH.path.value, ())]
        lists = _lists(row, index)
    except KeyError:
        reason = Message("its sh:severity is none of sh:Violation, sh:Warning, sh:Info")
        raise WrongShape(shape=shorten(_name(node)), reason=reason) from None
    except ValueError as error:
        raise WrongShape(shape=shorten(_name(node)), reason=Message(str(error))) from None
    return Shape(
        _name(node),
        node,
        _texts(row, SH.name.value) or _texts(row, RDFS.label.value),
        _texts(row, SH.description.value),
        _texts(row, SH.message.value),
        max(severity, default=Severity.VIOLATION),
        path[0] if path else None,
        next((_name(value) for value in row.get(SH.group.value, ())), None),
        _number(row),
        _found_by(node, row, index),
        _constraints(row),
        tuple(sorted(_name(value) for value in row.get(SH.property.value, ()))),
        any(_name(value) == "true" for value in row.get(SH.deactivated.value, ())),
        lists,
        next((name for name in map(_name, row.get(SH.severity.value, ())) if not _is_standard(name)), ""),
    )


def _found_by(node: Term, row: Mapping[str, Sequence[Term]], index: Index) -> tuple[Target, ...]:
    terms = {kind: sorted(row.get(SH[kind].value, ()), key=str) for kind in _TARGETS}
    if _is_class(row, index):  # SHACL §2.1.3.3: a shape that is a class targets it
        terms["targetClass"].append(node)
    return tuple(Target(kind, term) for kind, found in terms.items() for term in dict.fromkeys(found))


def _is_class(row: Mapping[str, Sequence[Term]], index: Index) -> bool:
    waiting = list(row.get(RDF.type.value, ()))
    seen: set[Term] = set()
    while waiting:
        kind = waiting.pop()
        if kind in (RDFS.Class, OWL.Class):
            return True
        if kind not in seen:
            seen.add(kind)
            waiting += index.get(kind, {}).get(RDFS.subClassOf.value, ())
    return False


def _lists(row: Mapping[str, Sequence[Term]], index: Index) -> dict[Term, tuple[Term, ...]]:
    heads = (value for predicate in _LISTS for value in row.get(predicate, ()))
    return {head: tuple(paths.items(head, index)) for head in heads}


def _constraints(row: Mapping[str, Sequence[Term]]) -> tuple[tuple[str, Term], ...]:
    found = [
        (predicate, value)
        for predicate, values in row.items()
        if predicate.startswith(SH.iri) and predicate not in _NOT_CONSTRAINTS
        for value in values
    ]
    return tuple(sorted(found, key=str))
