"""Who has what the shapes want: the numbers of every cell."""

from __future__ import annotations

import os

import pytest

from partnerkg.completeness import measure
from partnerkg.validate import validate
from partnerkg.validate.reading import shipped as shipped_shapes

from .conftest import RECORD

EX = "https://example.org/"


def numbers(cell):
    return cell.answered, cell.of, len(cell.known_absent), len(cell.missing)


def short(things):
    return {thing.removeprefix(EX) for thing in things}


def test_it_counts_who_has_what_is_wanted(found):
    assert numbers(found.cell("Bookshop", "kind")) == (4, 5, 0, 1)
    assert numbers(found.cell("Bookshop", "town")) == (3, 5, 0, 2)
    assert found.missing("Bookshop", "town") == [f"{EX}b", f"{EX}d"]


def test_it_counts_what_is_known_to_have_no_answer_as_answered_and_apart(found):
    cell = found.cell("Bookshop", "own name")
    assert (cell.answered, cell.percent) == (3, 75)
    assert short(cell.known_absent) == {"c"}


def test_a_property_does_not_concern_a_record_of_which_it_asks_nothing(found):
    assert short(found.cell("Bookshop", "own name").applicable) == {"a", "b", "c", "d"}


def test_the_query_of_every_number_lists_its_rows(shipped, shipped_completeness):
    for cell in shipped_completeness.cells:
        listed = {name: {row[0].value for row in shipped.each(text)} for name, text in cell.queries.items()}
        assert listed["applicable"] == cell.applicable
        assert listed["missing"] == cell.missing
        assert listed["answered"] == cell.applicable - cell.missing
        assert listed.get("known_absent", set()) == cell.known_absent


def test_what_is_missing_is_what_the_validator_finds(shipped, shipped_completeness):
    focus: dict[str, set[str]] = {}
    expected = os.path.join("shapes", "completeness")
    files = [file for file in shipped_shapes() if expected in file or file.endswith("prefixes.ttl")]
    for result in validate(shipped, files).results:
        focus.setdefault(result.shape, set()).add(result.focus_node.value)
    compared = 0
    for cell in shipped_completeness.cells:
        assert cell.missing == focus.get(cell.wanted.shape, set()), cell.wanted.shape
        compared += len(cell.missing)
    assert compared > 100


HALLS = """
graph:reference { ex:hall a pk:Bookshop . ex:a a pk:Bookshop , org:Organization . }
ex:claim { ex:a a pk:Bookshop . }
"""
LEAVING = "ex:Record-Bookshop pk:leavesOut graph:reference ."


@pytest.mark.parametrize("engine", ["sparql", "exact", "pyshacl"])
def test_what_only_a_graph_speaks_of_that_a_shape_leaves_out_is_asked_for_nothing(
    store_of, shapes_of, engine
):
    store, shapes = store_of(HALLS), shapes_of(RECORD + LEAVING)
    assert short(measure(store, shapes).cell("Bookshop", "kind").applicable) == {"a"}
    report = validate(store, shapes, engine=engine)
    assert short({result.focus_node.value for result in report.results}) == {"a"}
    assert report.checked[f"{EX}Record-Bookshop-kind"].targeted == 1


@pytest.mark.parametrize("engine", ["sparql", "exact", "pyshacl"])
@pytest.mark.parametrize(("data", "more"), [(HALLS, ""), (HALLS.replace("graph:reference", "ex:o"), LEAVING)])
def test_it_counts_where_no_graph_is_left_out(store_of, shapes_of, engine, data, more):
    store, shapes = store_of(data), shapes_of(RECORD + more)
    assert short(measure(store, shapes).cell("Bookshop", "kind").applicable) == {"a", "hall"}
    found = validate(store, shapes, engine=engine).results
    assert short({result.focus_node.value for result in found}) == {"a", "hall"}


def test_nothing_is_asked_of_town_halls_that_no_page_names(shipped, shipped_completeness):
    named = {
        row[0].value
        for row in shipped.each("SELECT DISTINCT ?x { GRAPH ?g { ?x a ?c } FILTER(?g != graph:reference) }")
    }
    organizations = shipped_completeness.cell("Organization", "url").applicable
    assert len(organizations) == 142 and organizations <= named
    counted = validate(shipped).checked[shipped_completeness.cell("Organization", "url").wanted.shape]
    assert counted.targeted == 142


def test_subclasses_count(measured):
    data = "ex:Cafe rdfs:subClassOf pk:Bookshop . ex:a a ex:Cafe ."
    assert measured(data).cell("Bookshop", "kind").of == 1


def test_a_share_of_nothing_is_none_and_not_zero(measured):
    cell = measured("ex:a a ex:Other .").cell("Bookshop", "kind")
    assert (cell.of, cell.percent) == (0, None)


def test_a_shape_that_cannot_be_counted_is_left_out_and_named(measured):
    more = "ex:R sh:property ex:odd . ex:odd sh:path ex:p ; sh:minCount 1 ; sh:or ( [ sh:nodeKind sh:IRI ] ) ; pk:weight 1 ."
    found = measured(shapes=RULE + more)
    assert [cell.wanted.shape for cell in found.cells] == ["https://example.org/kind"]
    (one,) = found.uncounted
    assert str(one.message) == (
        "Not measured: https://example.org/odd, because completeness cannot count sh:or."
    )


def test_as_many_values_are_asked_for_as_the_shape_asks_for(measured):
    shapes = """ex:R a sh:NodeShape ; sh:targetClass ex:Work ; sh:property ex:makers .
        ex:makers sh:path ex:maker ; sh:minCount 2 ."""
    data = "ex:a a ex:Work ; ex:maker ex:m , ex:n . ex:b a ex:Work ; ex:maker ex:m . ex:c a ex:Work ."
    (cell,) = measured(data, shapes=shapes).cells
    assert short(cell.missing) == {"b", "c"}


RULE = """
ex:R a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:property ex:kind .
ex:kind sh:path org:classification ; sh:minCount 1 ; sh:severity sh:Warning ; pk:weight 1 .
"""


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("sh:minCount 2", {"a", "c", "d", "e"}),
        ("sh:hasValue kind:y", {"a", "c", "d", "e"}),
        ("sh:minCount 1 ; sh:in ( kind:x )", {"b", "d"}),
        ("sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:hasValue kind:y ]", {"a", "c", "d", "e"}),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:not [ sh:in ( kind:x ) ] ]",
            {"a", "c", "d", "e"},
        ),
        ("sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:in ( kind:x kind:y ) ]", {"a", "c", "d", "e"}),
    ],
)
def test_it_counts_each_way_of_asking_as_the_validator_does(shapes_of, store_of, asked, missing):
    from .conftest import SHOPS

    store, shapes = store_of(SHOPS), shapes_of(RULE.replace("sh:minCount 1", asked))
    cell = measure(store, shapes).cells[0]
    assert short(cell.missing) == missing
    assert {result.focus_node.value for result in validate(store, shapes).results} == cell.missing
