"""Where the things of a network stand in its picture: the same network always gives the same picture.

Most stand on a ring, where there is room for every label; the few that are linked with many stand inside it,
each near what it is linked with.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from statistics import median

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import NamedNode

    from partnerkg.query.network import Network

    Neighbours = dict[NamedNode, set[NamedNode]]
    Order = Callable[[NamedNode], tuple[str, ...]]

MOST_HUBS = 12
_FEWEST = 4  # neighbours of a hub
_OFTEN = 3  # times as many as others have
_APART = 0.3  # between two hubs; the ring has radius 1
_INSIDE = 0.7  # as far out as a hub may stand
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """Places on a disc of radius 1: angles (radians) of what is on its rim, places of what is inside."""

    ring: dict[NamedNode, float]
    hubs: dict[NamedNode, tuple[float, float]]


def place(network: Network, order: Order) -> Layout:
    """Return where each thing stands; `order` sorts those that are linked with the same hubs."""
    neighbours = network.neighbours()
    hubs = _chain(_hubs(network, neighbours), neighbours)
    ring = _ring([node for node in network.nodes if node not in hubs], hubs, neighbours, order)
    angles = {node: 2 * pi * index / len(ring) for index, node in enumerate(ring)}
    return Layout(angles, _inside(hubs, angles, neighbours))


def _hubs(network: Network, neighbours: Neighbours) -> list[NamedNode]:
    usual = median(len(near) for near in neighbours.values())
    many = max(_FEWEST, _OFTEN * usual)
    return [node for node in network.nodes if len(neighbours[node]) >= many][:MOST_HUBS]


def _chain(hubs: list[NamedNode], neighbours: Neighbours) -> list[NamedNode]:
    """Return the hubs so that those which share much follow each other, the greatest first."""
    left, found = list(hubs), hubs[:1]
    while left := [hub for hub in left if hub not in found]:
        last = neighbours[found[-1]]
        found.append(max(left, key=lambda hub: len(neighbours[hub] & last)))  # the first of equals
    return found


def _ring(
    nodes: Iterable[NamedNode], hubs: list[NamedNode], neighbours: Neighbours, order: Order
) -> list[NamedNode]:
    """Return the nodes so that those which are linked with the same hub stand side by side."""
    rank = {hub: index for index, hub in enumerate(hubs)}
    walk = {node: index for index, node in enumerate(_walk(nodes, neighbours))}

    def near(node: NamedNode) -> float | None:
        ranks = [rank[hub] for hub in neighbours[node] if hub in rank]
        return sum(ranks) / len(ranks) if ranks else None

    def key(node: NamedNode) -> tuple[float, float, tuple[str, ...]]:
        own = near(node)
        if own is not None:
            return own, -1, order(node)
        through = [found for other in neighbours[node] if (found := near(other)) is not None]
        return (min(through) if through else float(len(hubs))), walk[node], ()

    return sorted(walk, key=key)


def _walk(nodes: Iterable[NamedNode], neighbours: Neighbours) -> list[NamedNode]:
    """Return the nodes from neighbour to neighbour, depth first."""
    allowed = dict.fromkeys(nodes)
    found: dict[NamedNode, None] = {}
    for start in allowed:
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in found and node in allowed:
                found[node] = None
                waiting.extend(sorted(neighbours[node], key=lambda other: other.value, reverse=True))
    return list(found)


def _inside(
    hubs: list[NamedNode], angles: dict[NamedNode, float], neighbours: Neighbours
) -> dict[NamedNode, tuple[float, float]]:
    """Return for each hub the middle of what it is linked with on the ring, pushed off other hubs."""
    places = []
    for index, hub in enumerate(hubs):
        near = [angles[node] for node in sorted(neighbours[hub], key=str) if node in angles]
        turn = 2 * pi * index / len(hubs)
        count = len(near) + 1  # a little of its own direction, so that no two stand at one point
        x = (sum(map(cos, near)) + 0.1 * cos(turn)) / count
        y = (sum(map(sin, near)) + 0.1 * sin(turn)) / count
        places.append((x, y) if len(hubs) > 1 else (0.0, 0.0))
    for _ in range(_STEPS):
        places = [_pushed(index, places) for index in range(len(places))]
    return dict(zip(hubs, places, strict=True))


def _pushed(index: int, places: list[tuple[float, float]]) -> tuple[float, float]:
    x, y = places[index]
    for other, (left, top) in enumerate(places):
        distance = hypot(x - left, y - top)
        if other != index and 0 < distance < _APART:
            push = (_APART - distance) / distance / 2
            x, y = x + (x - left) * push, y + (y - top) * push
    out = hypot(x, y)
    return (x, y) if out <= _INSIDE else (x * _INSIDE / out, y * _INSIDE / out)
