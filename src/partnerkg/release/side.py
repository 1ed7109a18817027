"""What one dataset says of organisations, as N-Quads tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from partnerkg.namespaces import namespace
from partnerkg.rdf.statements import is_blank
from partnerkg.release import vocabulary
from partnerkg.store.base import GRAPHS, REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.rdf.statements import Graphs

    Names = tuple[tuple[str, str], ...]

_TYPE = str(namespace("rdf").type)
_SUBCLASS = str(namespace("rdfs").subClassOf)
_REPLACED = str(namespace("dct").isReplacedBy)
_REPLACES = str(namespace("dct").replaces)
_DEPRECATED = str(namespace("owl").deprecated)
_REFERENCE = {str(namespace("graph")[name]) for name in GRAPHS[REFERENCE]}
_TRUE = ('"true"', '"1"')


@dataclass(frozen=True, order=True)
class Organization:
    """An organisation of one of the datasets: its IRI, and its names with their languages, sorted.

    One without an IRI has a label `_:…` of the comparison in its place.
    """

    iri: str
    names: Names = ()

    def name(self, language: str) -> str:
        """Return its name in a language, else any name, else its IRI."""
        return dict(self.names).get(language) or next((text for _, text in self.names), self.iri)


@dataclass
class Side:
    """Types, names, and what is replaced or withdrawn, of every thing that the dataset speaks of."""

    types: dict[str, set[str]] = field(default_factory=dict)
    above: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    replaced: dict[str, set[str]] = field(default_factory=dict)
    deprecated: set[str] = field(default_factory=set)

    def take(self, line: str, is_reference: bool) -> None:
        """Keep what the line says of an organisation; places name public bodies that are none of ours."""
        subject, predicate, thing = line.split(" ", 2)
        property_ = vocabulary.known(predicate)
        if property_ in vocabulary.names():
            self.names.setdefault(subject, {}).setdefault(property_, set()).add(thing)
        elif predicate == _DEPRECATED and thing.startswith(_TRUE):
            self.deprecated.add(subject)
        elif predicate == _REPLACES:
            self.replaced.setdefault(thing, set()).add(subject)
        elif predicate == _REPLACED:
            self.replaced.setdefault(subject, set()).add(thing)
        elif predicate in (_TYPE, _SUBCLASS) and not (predicate == _TYPE and is_reference):
            table = self.types if predicate == _TYPE else self.above
            table.setdefault(subject, set()).add(vocabulary.known(thing))

    def names_of(self, token: str) -> frozenset[str]:
        """Return the names of a thing by the first of the properties that name it."""
        found = self.names.get(token, {})
        return frozenset(next((found[one] for one in vocabulary.names() if one in found), ()))

    def organization(self, token: str) -> Organization:
        """Return the organisation with its names."""
        iri = token if is_blank(token) else token[1:-1]
        return Organization(iri, tuple(sorted(map(_name, self.names_of(token)))))

    def is_withdrawn(self, token: str) -> bool:
        """Return whether the dataset says that something is replaced by another, or withdrawn."""
        return token in self.replaced or token in self.deprecated

    def members(self, classes: frozenset[str]) -> set[str]:
        """Return what is of one of these classes, withdrawn or not."""
        return {token for token, types in self.types.items() if not classes.isdisjoint(types)}


def read(graphs: Graphs) -> Side:
    """Return what the graphs say."""
    side = Side()
    wanted = _wanted()
    for graph, lines in graphs.items():
        for line in lines:
            if line.split(" ", 2)[1] in wanted:
                side.take(line, graph in _REFERENCE)
    return side


def above(lines: Iterable[str]) -> Mapping[str, set[str]]:
    """Return what an ontology says of classes: each with those above it."""
    side = Side()
    for line in lines:
        side.take(line, is_reference=True)
    return side.above


def classes(tables: Iterable[Mapping[str, set[str]]]) -> frozenset[str]:
    """Return the classes of organisations and every class that the tables put below one."""
    below: dict[str, set[str]] = {}
    for table in tables:
        for lower, uppers in table.items():
            for upper in uppers:
                below.setdefault(upper, set()).add(vocabulary.known(lower))
    organisations = set(vocabulary.classes())
    waiting = list(organisations)
    while waiting:
        fresh = below.get(waiting.pop(), set()) - organisations
        organisations |= fresh
        waiting += fresh
    return frozenset(organisations)


def _wanted() -> frozenset[str]:
    own = {_TYPE, _SUBCLASS, _REPLACED, _REPLACES, _DEPRECATED, *vocabulary.names()}
    return frozenset(own | {name.replace("<https://schema.org/", "<http://schema.org/") for name in own})


def _name(token: str) -> tuple[str, str]:
    quad = next(iter(parse(f"<a:a> <a:a> {token} .", format=RdfFormat.N_TRIPLES)))
    label = quad.object
    if isinstance(label, Literal):
        return label.language or "", label.value
    return "", label.value if isinstance(label, NamedNode) else token
