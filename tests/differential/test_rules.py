"""Random rules of shapes: what follows by ours is what follows by pySHACL, after one time and after many."""

from __future__ import annotations

from random import Random

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from partnerkg.validate import entailed
from partnerkg.validate.data import Loaded
from partnerkg.validate.reading import read

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://e/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
WORLDS = 20
NODES, PROPERTIES, CLASSES = "abcdef", "pqr", ("A", "B", "C")


def data(draw: Random) -> str:
    lines = [f"ex:{node} a ex:{draw.choice(CLASSES)} ." for node in NODES if draw.random() < 0.8]
    for _ in range(12):
        value = draw.choice(
            [f"ex:{draw.choice(NODES)}", f"ex:{draw.choice(NODES)}", '"x"', '"x"@en', "7", "[]"]
        )
        lines.append(f"ex:{draw.choice(NODES)} ex:{draw.choice(PROPERTIES)} {value} .")
    return "\n".join(lines)


def target(draw: Random) -> str:
    """Return a target without texts: pySHACL lets them be subjects of what follows."""
    some, kind, node = draw.choice(PROPERTIES), draw.choice(CLASSES), draw.choice(NODES)
    return draw.choice(
        [f"sh:targetClass ex:{kind}", f"sh:targetSubjectsOf ex:{some}", f"sh:targetNode ex:{node}"]
    )


def expression(draw: Random) -> str:
    """Return the object of a triple rule; no sh:filterShape, at which pySHACL fails."""
    one, two = draw.choice(PROPERTIES), draw.choice(PROPERTIES)
    return draw.choice(
        [
            "sh:this",
            f"ex:{draw.choice(NODES)}",
            f"[ sh:path ex:{one} ]",
            f"[ sh:path ( [ sh:inversePath ex:{one} ] ex:{two} ) ]",
            f"[ sh:union ( [ sh:path ex:{one} ] ex:{two} ) ]",
            f"[ sh:intersection ( [ sh:path ex:{one} ] [ sh:path ex:{two} ] ) ]",
        ]
    )


def query(draw: Random) -> str:
    one, two, three = (draw.choice(PROPERTIES) for _ in range(3))
    return draw.choice(
        [
            f"CONSTRUCT {{ $this e:{one} ?x }} WHERE {{ $this e:{two}/e:{three} ?x }}",
            f"CONSTRUCT {{ ?x e:{one} $this . $this a e:C }} WHERE {{ $this e:{two} ?x FILTER(isIRI(?x)) }}",
            f"CONSTRUCT {{ ?x e:{one} ?y }} WHERE {{ $this e:{two} ?x , ?y FILTER(?x != ?y && !isLiteral(?x)) }}",
            f"CONSTRUCT {{ $this e:{one} ?n }} WHERE {{ $this e:{two} ?x BIND(STRLEN(STR(?x)) AS ?n) FILTER(isLiteral(?x)) }}",
            f"CONSTRUCT {{ $this e:{one} ?y }} WHERE {{ {{ $this e:{two} ?y }} UNION {{ ?y e:{three} $this FILTER EXISTS {{ $this a ?k }} }} }}",
        ]
    )


def rule(draw: Random, order: object) -> str:
    condition = draw.choice(
        [
            "",
            "",
            f"sh:condition [ a sh:NodeShape ; sh:class ex:{draw.choice(CLASSES)} ] ;",
            f"sh:condition [ a sh:NodeShape ; sh:property [ sh:path ex:{draw.choice(PROPERTIES)} ; sh:minCount 1 ] ] ;",
        ]
    )
    off = draw.choice(["", "", "", "sh:deactivated true ;", "sh:deactivated false ;"])
    said = f"sh:order {order} ; {condition} {off}"
    if draw.random() < 0.5:
        return f'sh:rule [ a sh:SPARQLRule ; {said} sh:construct "PREFIX e: <http://e/> {query(draw)}" ]'
    way = draw.choice([*(f"ex:{name}" for name in PROPERTIES), "rdf:type"])
    value = f"ex:{draw.choice(CLASSES)}" if way == "rdf:type" else expression(draw)
    return f"sh:rule [ a sh:TripleRule ; {said} sh:subject sh:this ; sh:predicate {way} ; sh:object {value} ]"


def shapes(draw: Random) -> str:
    """Return shapes whose rules all have another order: pySHACL lets those of one order see each other."""
    return "\n".join(
        f"ex:s{number} a sh:NodeShape ; sh:order {draw.choice([number, number + 0.5])} ; {target(draw)} ; "
        + " ; ".join(rule(draw, place) for place in range(draw.randint(1, 3)))
        + " ."
        for number in range(draw.randint(1, 4))
    )


def ours(data: str, shapes: str, way: str) -> rdflib.Graph:
    given = Loaded(parse(HEAD + data, RdfFormat.TURTLE))
    found = entailed.of(given, read(parse(HEAD + shapes, RdfFormat.TURTLE)), way).data
    lines = (f"{s} {p} {o} ." for s, p, o, _ in found.everything())
    return rdflib.Graph().parse(data="\n".join(dict.fromkeys(lines)), format="nt")


def theirs(data: str, shapes: str, way: str) -> rdflib.Graph:
    from pyshacl import shacl_rules

    graph = rdflib.Graph().parse(data=HEAD + data, format="turtle")
    known = rdflib.Graph().parse(data=HEAD + shapes, format="turtle")
    while True:
        before = len(graph)
        followed = shacl_rules(graph, shacl_graph=known, advanced=True, inplace=False)
        graph = rdflib.Graph()
        for s, p, o, *_ in followed:  # type: ignore[str-unpack]
            graph.add((s, p, o))  # type: ignore[arg-type]
        if way == entailed.ONCE or len(graph) == before:
            return graph


@pytest.mark.parametrize("way", entailed.RULES)
def test_the_same_follows_by_our_rules_and_by_pyshacl(way: str) -> None:
    pytest.importorskip("pyshacl")
    for seed in range(WORLDS):
        draw = Random(seed)
        given, known = data(draw), shapes(draw)
        ours_, theirs_ = ours(given, known, way), theirs(given, known, way)
        assert isomorphic(ours_, theirs_), f"{given}\n{known}\n{set(ours_) ^ set(theirs_)}"
