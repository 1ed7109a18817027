"""Which organisations two datasets have: added, removed, merged into others, renamed, described otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from partnerkg.rdf.statements import Graphs

    Names = tuple[tuple[str, str], ...]

_TYPE = str(namespace("rdf").type)
_SUBCLASS = str(namespace("rdfs").subClassOf)
_LABEL = str(namespace("skos").prefLabel)
_REPLACED = str(namespace("dct").isReplacedBy)
_DEPRECATED = str(namespace("owl").deprecated)
_ORGANIZATION = str(namespace("org").Organization)
_WANTED = (_TYPE, _SUBCLASS, _LABEL, _REPLACED, _DEPRECATED)
_REFERENCE = str(namespace("graph").reference)
_TRUE = ('"true"', '"1"')


@dataclass(frozen=True, order=True)
class Organization:
    """An organisation of one of the datasets: its IRI, and its names with their languages, sorted."""

    iri: str
    names: Names = ()

    def name(self, language: str) -> str:
        """Return its name in a language, else any name, else its IRI."""
        return dict(self.names).get(language) or next((text for _, text in self.names), self.iri)


@dataclass(frozen=True)
class Renamed:
    """An organisation with other names than before, under the same IRI."""

    before: Organization
    after: Organization


@dataclass(frozen=True)
class Merged:
    """An organisation that is deprecated now, or replaced by others; `into` may be empty."""

    organization: Organization
    into: tuple[Organization, ...]


@dataclass(frozen=True)
class Organizations:
    """How many organisations there were and are, and what became of them; all sorted by IRI.

    `altered` are those of both datasets of which something else is said than their name.
    """

    before: int
    after: int
    added: tuple[Organization, ...]
    removed: tuple[Organization, ...]
    merged: tuple[Merged, ...]
    renamed: tuple[Renamed, ...]
    altered: tuple[Organization, ...]


@dataclass
class _Side:
    """What one dataset says of organisations and classes, as N-Quads tokens."""

    types: dict[str, set[str]] = field(default_factory=dict)
    above: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    replaced: dict[str, set[str]] = field(default_factory=dict)
    deprecated: set[str] = field(default_factory=set)

    def take(self, line: str, is_reference: bool) -> None:
        """Keep what the line says of an organisation; places name public bodies that are none of ours."""
        subject, predicate, thing = line.split(" ", 2)
        if predicate == _TYPE and not is_reference:
            self.types.setdefault(subject, set()).add(thing)
        elif predicate == _SUBCLASS:
            self.above.setdefault(subject, set()).add(thing)
        elif predicate == _LABEL:
            self.names.setdefault(subject, set()).add(thing)
        elif predicate == _REPLACED:
            self.replaced.setdefault(subject, set()).add(thing)
        elif predicate == _DEPRECATED and thing.startswith(_TRUE):
            self.deprecated.add(subject)

    def organization(self, token: str) -> Organization:
        """Return the organisation with its names."""
        return Organization(token[1:-1], tuple(sorted(map(_name, self.names.get(token, ())))))


def compare(
    old: Graphs, new: Graphs, ontology: Iterable[str], altered: Callable[[str], bool]
) -> Organizations:
    """Return what became of the organisations.

    `ontology` are lines "subject predicate object" that say what is a class of organisations where the
    datasets do not; `altered` says of an N-Quads token whether it is described differently.
    """
    before, after = _side(old), _side(new)
    classes = _classes((before.above, after.above, _above(ontology)))
    had, has = _members(before, classes), _members(after, classes)
    merged = {token for token in had if _withdrawn(token, after) and not _withdrawn(token, before)}
    kept = (had & has) - merged
    renamed = {token for token in kept if before.names.get(token) != after.names.get(token)}
    return Organizations(
        len(had),
        len(has),
        tuple(after.organization(token) for token in sorted(has - had - merged)),
        tuple(before.organization(token) for token in sorted(had - has - merged)),
        tuple(_merged(token, before, after) for token in sorted(merged)),
        tuple(Renamed(before.organization(token), after.organization(token)) for token in sorted(renamed)),
        tuple(after.organization(token) for token in sorted(kept - renamed) if altered(token)),
    )


def _side(graphs: Graphs) -> _Side:
    side = _Side()
    for graph, lines in graphs.items():
        for line in lines:
            if line.split(" ", 2)[1] in _WANTED:
                side.take(line, graph == _REFERENCE)
    return side


def _above(lines: Iterable[str]) -> dict[str, set[str]]:
    side = _Side()
    for line in lines:
        side.take(line, is_reference=True)
    return side.above


def _classes(tables: Iterable[Mapping[str, set[str]]]) -> set[str]:
    """Return the tokens of org:Organization and of every class below it."""
    below: dict[str, set[str]] = {}
    for table in tables:
        for lower, uppers in table.items():
            for upper in uppers:
                below.setdefault(upper, set()).add(lower)
    classes, waiting = {_ORGANIZATION}, [_ORGANIZATION]
    while waiting:
        fresh = below.get(waiting.pop(), set()) - classes
        classes |= fresh
        waiting += fresh
    return classes


def _members(side: _Side, classes: set[str]) -> set[str]:
    return {token for token, types in side.types.items() if token[0] == "<" and not classes.isdisjoint(types)}


def _withdrawn(token: str, side: _Side) -> bool:
    return token in side.replaced or token in side.deprecated


def _merged(token: str, before: _Side, after: _Side) -> Merged:
    into = sorted(thing for thing in after.replaced.get(token, ()) if thing[0] == "<")
    return Merged(before.organization(token), tuple(after.organization(thing) for thing in into))


def _name(token: str) -> tuple[str, str]:
    quad = next(iter(parse(f"<a:a> <a:a> {token} .", format=RdfFormat.N_TRIPLES)))
    label = quad.object
    if isinstance(label, Literal):
        return label.language or "", label.value
    return "", label.value if isinstance(label, NamedNode) else token
