"""A filled sheet taken into a project."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.identifiers.take import take
from partnerkg.readings.build import build

SOURCE = "https://register.example/"
ROWS = (
    f"college-gambetta-arras,uai,0750655E,{SOURCE}1,2026-11-22",
    f"les-libraires-d-en-haut,rna,W595000001,{SOURCE}2,",
    f"les-lisieres,siret,73282932000074,{SOURCE}3,",
    f"meura-lille,isni,000000012281955X,{SOURCE}4,",
)

pytestmark = pytest.mark.slow  # each test validates the whole graph


def wrong(project, path):
    taken = take(str(project), path)
    assert bool(taken.files) != bool(taken.faults)
    return [
        (fault.line, fault.said["en"] if hasattr(fault.said, "keys") else str(fault.said))
        for fault in taken.faults
    ]


def test_it_becomes_part_of_a_graph_that_conforms(project, write):
    taken = take(str(project), write(*ROWS))
    assert (taken.faults, taken.count) == ((), 4)
    for path, data in taken.files.items():
        path.write_bytes(data)
    build(str(project)).generated.write()
    graph = partnerkg.open(project)
    assert graph.validate().passes()
    assert graph.sparql(
        "ASK { organization:college-gambetta-arras adms:identifier ?number . GRAPH ?claim { ?number skos:notation "
        "'0750655E' } ?claim pk:evidence ?evidence . ?evidence dct:date '2026-11-22'^^xsd:date ; pk:seenOn ?page . "
        f"?page schema:url <{SOURCE}1> }}"
    )
    assert take(str(project), write(*ROWS)).files == {}


WRONG = (
    ("college-gambetta-arras,uai,0750655F", "letter is wrong"),
    ("college-marie-curie-arras,uai,750655E", "form of its register"),
    ("les-lisieres,siret,73282932000075", "check digit"),
    ("meura-lille,isni,0000000122819550", "check character"),
    ("les-libraires-d-en-haut,rna,595000001", "form of its register"),
    ("college-gambetta-arras,siren,216200410", "Several organisations"),
)


def test_it_holds_each_number_against_the_shapes(project, write):
    found = dict(wrong(project, write(*(f"{row},{SOURCE}{n}," for n, (row, _) in enumerate(WRONG)), ROWS[3])))
    told = [(line, words) for line, (_, words) in enumerate(WRONG, start=2) if words in found.get(line, "")]
    assert told == [(line, words) for line, (_, words) in enumerate(WRONG, start=2)]
    assert sorted(found) == list(range(2, 8))


def test_it_lists_all_that_is_wrong(project, write):
    lines = (*ROWS, "college-gambeta-arras,uai,0750655E,,", "les-lisieres,siret,73282932000074,x,")
    assert [line for line, _ in wrong(project, write(*lines))] == [6, 6, 7]


def test_it_lists_what_breaks_a_rule_beside_what_is_no_number_at_all(project, write):
    lines = (ROWS[0].replace("0750655E", "0750655F"), ROWS[2].replace("73282932000074", '"7,32829E+13"'))
    first, second = wrong(project, write(*lines))
    assert first[0] == 2
    assert "letter is wrong" in first[1]
    assert second[0] == 3
    assert "rounded" in second[1]


def test_it_refuses_two_numbers_of_one_register_for_an_organisation(project, write):
    lines = [f"meura-lille,siren,{number},{SOURCE}{number}," for number in ("732829320", "356000000")]
    assert [line for line, _ in wrong(project, write(*lines))] == [2, 3]


def test_it_names_so_many_faults_as_somebody_can_mend(project, write, monkeypatch):
    monkeypatch.setattr("partnerkg.identifiers.take.MOST", 3)
    found = wrong(project, write(*(f"nobody-{number},uai,0750655E,{SOURCE}1," for number in range(9))))
    assert [line for line, _ in found] == [2, 3, 4]
