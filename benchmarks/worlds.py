"""Random graphs with random shapes, small and full of corners, so that several engines can be asked the same.

What is left out, because an engine that is compared is known to be wrong about it, is said where it would be.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Quad

from benchmarks.random_components import shapes
from benchmarks.random_terms import KINDS, Chance, Terms
from partnerkg.namespaces import namespace

RDF, RDFS = (namespace(prefix) for prefix in ("rdf", "rdfs"))


@dataclass(frozen=True)
class World:
    """A graph and the shapes to hold it against."""

    data: tuple[Quad, ...]
    shapes: tuple[Quad, ...]


def graph(terms: Terms) -> list[Quad]:
    """Return up to two dozen statements about half a dozen things, with classes and subclasses."""
    quads = [_statement(terms) for _ in range(terms.chance.randint(1, 16))]
    quads += [Quad(terms.thing(), RDF.type, terms.class_()) for _ in range(terms.chance.randint(0, 6))]
    quads += [
        Quad(terms.class_(), RDFS.subClassOf, terms.class_()) for _ in range(terms.chance.randint(0, 2))
    ]
    return list(dict.fromkeys(quads))


def _statement(terms: Terms) -> Quad:
    """Return a statement; where values are compared, only one property leads to other things."""
    subject, predicate = terms.thing(), terms.property()
    literal = terms.kind in ("ordered", "dated") and predicate != terms.name("p")
    return Quad(subject, predicate, terms.literal() if literal else terms.value())


def world(chance: Chance, base: str = "http://example.org/", kind: str = "") -> World:
    """Return a random graph and random shapes of that kind, else of one of KINDS."""
    terms = Terms(base, kind or chance.choice(KINDS), chance)
    return World(tuple(graph(terms)), tuple(shapes(terms)))
