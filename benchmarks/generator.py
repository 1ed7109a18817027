"""Invented partner graphs of any size, in the form of the real one: claims, evidence, places.

What is said of one organisation, publisher, network or town is as much in a large graph as in a small one,
and the same of those that come first: who asks about one of them gets the same answer whatever the size.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, serialize

from benchmarks.invented_organisation import CLASSES, Organisation
from benchmarks.invented_world import World, node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import BlankNode, NamedNode, Triple

    Term = NamedNode | BlankNode | Literal | Triple

STATEMENTS = 33  # about so many an organisation


def quads(statements: int, seed: int = 1) -> Iterator[Quad]:
    """Yield about so many quads: organisations with name, site, partner, network, and what says so.

    Every fifth organisation is named by a second page too, which says its kind and name again.
    """
    chance = random.Random(seed)  # invented data, the same at every run
    count = max(statements // STATEMENTS, 1)
    world = World(count)
    yield from world.quads()
    for number in range(count):
        yield from Organisation(number, chance.randrange(len(CLASSES)), world).quads()


def write(path: Path, statements: int) -> Path:
    """Write the graph as N-Quads and return the path."""
    serialize(quads(statements), str(path), format=RdfFormat.N_QUADS)
    return path


def faulty(statements: Iterable[Quad], every: int = 500) -> Iterator[Quad]:
    """Yield the statements, each so-many-th left out, with a wrong value, or with a second one."""
    for number, quad in enumerate(statements, start=1):
        fault = number // every % 3 if number % every == 0 else None
        if fault not in (0, 1):
            yield quad
        if fault in (1, 2):
            yield Quad(quad.subject, quad.predicate, _wrong(quad.object, number), quad.graph_name)


def _wrong(value: Term, number: int) -> NamedNode | Literal:
    """Return another value: a text without language, a number below zero, another thing."""
    if isinstance(value, Literal):
        return Literal(" ") if value.language else Literal(-number)
    return node("organization", f"nobody-{number}")
