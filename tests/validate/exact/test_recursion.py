"""Shapes that lead back to themselves: SHACL leaves open what they mean (§3.4.3), we give one answer."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from partnerkg.validate.engine import validate
from partnerkg.validate.reading import load

PREFIXES = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX ex: <http://e/> "
ALL = "sh:targetSubjectsOf ex:p ; sh:targetObjectsOf ex:p"


@pytest.fixture
def found(tmp_path):
    """Return which nodes fail which shapes, the same from both engines."""

    def answer(data: str, shapes: str) -> set[str]:
        file = tmp_path / "shapes.ttl"
        file.write_text(PREFIXES + shapes, encoding="utf-8")
        quads = [Quad(*triple) for triple in _triples(data)]
        known = load([file])
        auto, exact = (_failing(quads, known, engine) for engine in ("auto", "exact"))
        assert auto == exact
        return auto

    return answer


def _triples(data: str):
    return ((each.subject, each.predicate, each.object) for each in parse(PREFIXES + data, RdfFormat.TURTLE))


def _failing(quads, known, engine) -> set[str]:
    report = validate(quads, known, engine=engine)
    return {f"{local(each.shape)} {local(each.focus_node.value)}" for each in report.results}


def local(iri: str) -> str:
    return iri.rpartition("/")[2]


def test_it_takes_the_largest_set_that_fits_together_without_negation(found):
    shapes = (
        f"ex:S a sh:NodeShape ; {ALL} ; sh:node ex:T . ex:T a sh:NodeShape ; sh:node ex:S ; sh:class ex:C ."
    )
    assert found("ex:a ex:p ex:b . ex:a a ex:C .", shapes) == {"S b"}
    shapes = f"ex:S a sh:NodeShape ; {ALL} ; sh:node ex:T . ex:T a sh:NodeShape ; {ALL} ; sh:node ex:S ; sh:class ex:C ."
    assert found("ex:a ex:p ex:b . ex:a a ex:C .", shapes) == {"S b", "T b"}


def test_it_finds_who_wins_a_game_without_circles(found):
    shapes = f"""ex:Won a sh:NodeShape ; {ALL} ;
        sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:not ex:Won ] ; sh:qualifiedMinCount 1 ] ."""
    lost = {name.split()[1] for name in found("ex:a ex:p ex:b . ex:b ex:p ex:c . ex:c ex:p ex:d .", shapes)}
    assert lost == {"b", "d"}


def test_it_finds_what_asks_not_to_be_met_and_says_so_to_all_others(found):
    shapes = f"""ex:S a sh:NodeShape ; {ALL} ; sh:not ex:S .
        ex:U a sh:NodeShape ; {ALL} ; sh:node ex:S . ex:V a sh:NodeShape ; {ALL} ; sh:not ex:S ."""
    assert found("ex:a ex:p ex:a .", shapes) == {"S a", "U a"}


@pytest.mark.parametrize("targets", [("S", "T"), ("S",), ("T",)])
def test_it_finds_the_same_whichever_shape_is_asked_first(found, targets):
    shapes = " ".join(
        f"ex:{name} a sh:NodeShape ; {ALL + ' ;' if name in targets else ''} {said} ."
        for name, said in (("S", "sh:not ex:T"), ("T", "sh:node ex:S"))
    )
    assert found("ex:a ex:p ex:a .", shapes) == {f"{name} a" for name in targets if name == "S"}


def test_it_goes_round_a_ring_once(found):
    shapes = "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:P . ex:P sh:path ex:p ; sh:class ex:C ; sh:property ex:P ."
    data = "ex:a ex:p ex:b ; a ex:C . ex:b ex:p ex:c ; a ex:C . ex:c ex:p ex:a ."
    assert found(data, shapes) == {"P b"}


def test_it_follows_a_line_as_far_as_it_goes(found):
    line = " ".join(f"ex:n{place} ex:p ex:n{place + 1} ." for place in range(600))
    shapes = """ex:S a sh:NodeShape ; sh:targetNode ex:n0 ;
        sh:property [ sh:path ex:p ; sh:node ex:S ] ; sh:not [ sh:class ex:Bad ] ."""
    assert len(found(line, shapes)) == 0
    assert len(found(line + " ex:n600 a ex:Bad .", shapes)) == 1
