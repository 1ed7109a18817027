"""To which organisations statements belong: an organisation has names, sites, identifiers, relations.

What has no name of its own stands for those that it speaks of: a site for whoever has it, a membership for
both its ends. A claim belongs to nobody because somebody makes it. So the record of an organisation is what
is said of it, and of what is reached through such things, upwards and downwards.
"""

from __future__ import annotations

from collections import defaultdict

from partnerkg.namespaces import namespace
from partnerkg.rdf.statements import is_blank
from partnerkg.release import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Set

    from partnerkg.rdf.statements import Graphs

    Links = Mapping[str, Set[tuple[str, str]]]  # node -> how it is linked, and with what

_TYPE = str(namespace("rdf").type)
_FARTHEST = 4  # steps from an organisation


def altered(
    changed: Iterable[str], organizations: Collection[str], sides: tuple[Graphs, Graphs]
) -> dict[str, set[str]]:
    """Return the organisations to whose records the changed lines belong, and what parts of these changed.

    The parts are those of `vocabulary`, `NAME` for what may be the name it goes by.
    """
    found: dict[str, set[str]] = defaultdict(set)
    others = set()
    for line in changed:
        subject, predicate, thing = line.split(" ", 2)
        if subject not in organizations:
            others.add(subject)
            continue
        aspect = _of_name(predicate) or vocabulary.aspect(predicate)
        found[subject].add(aspect)
        if aspect in vocabulary.RELATIONS and thing in organizations:
            found[thing].add(aspect)
    links = _links(others, organizations, sides)
    for predicate, organization in _reached(others, links, organizations):
        found[organization].add(vocabulary.aspect(predicate))
    return found


def _of_name(predicate: str) -> str:
    return vocabulary.NAME if vocabulary.known(predicate) in vocabulary.names() else ""


def _links(nodes: set[str], organizations: Collection[str], sides: tuple[Graphs, Graphs]) -> Links:
    """Return what leads from the nodes to organisations: a step away, then two, and so on."""
    links: dict[str, set[tuple[str, str]]] = {}
    waiting = nodes
    for _ in range(_FARTHEST):
        if not waiting:
            break
        near = _Near(waiting, organizations)
        for side in sides:
            for lines in side.values():
                for line in lines:
                    near.take(line)
        links |= near.links()
        reached = {other for node in waiting for _, other in links.get(node, ())}
        waiting = {node for node in reached if node not in organizations and node not in links}
    return links


class _Near:
    """What is said with some nodes that are no organisations."""

    def __init__(self, nodes: set[str], organizations: Collection[str]) -> None:
        self._nodes = nodes
        self._organizations = organizations
        self._above: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._spoken_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._named: set[str] = set()
        self._parts: set[str] = set()

    def take(self, line: str) -> None:
        """Keep what a line says with one of the nodes."""
        subject, predicate, thing = line.split(" ", 2)
        if thing in self._nodes:
            self._above[thing].add((predicate, subject))
        if subject not in self._nodes:
            return
        if _of_name(predicate):
            self._named.add(subject)
        elif predicate == _TYPE and vocabulary.known(thing) in vocabulary.parts():
            self._parts.add(subject)
        elif thing in self._organizations and vocabulary.known(predicate) not in vocabulary.authors():
            self._spoken_of[subject].add((predicate, thing))

    def links(self) -> dict[str, set[tuple[str, str]]]:
        """Return what each node stands for: nothing, if it stands for itself."""
        return {node: self._stands_for(node) for node in self._nodes}

    def _stands_for(self, node: str) -> set[tuple[str, str]]:
        if node in self._named and node not in self._parts and not is_blank(node):
            return set()
        above, spoken_of = self._above[node], self._spoken_of[node]
        relations = {one for one in spoken_of if vocabulary.aspect(one[0]) != vocabulary.OTHER}
        return above | (relations if above or relations else spoken_of)


def _reached(nodes: Iterable[str], links: Links, organizations: Collection[str]) -> Iterator[tuple[str, str]]:
    seen = set(nodes)
    waiting = list(seen)
    while waiting:
        for predicate, other in links.get(waiting.pop(), ()):
            if other in organizations:
                yield predicate, other
            elif other not in seen:
                seen.add(other)
                waiting.append(other)
