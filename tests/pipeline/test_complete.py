"""How complete the records are, from every side."""

from __future__ import annotations

import csv
import io
import shutil

import pytest

from partnerkg.errors import NoProject, UnknownFormat, UnknownGap, UnknownGroup, UnknownRelease, UnknownThing
from partnerkg.pipeline import complete
from partnerkg.pipeline.complete import Measuring
from partnerkg.pipeline.graph import KnowledgeGraph

CSV = Measuring(format="csv")


@pytest.fixture
def rows(text):
    return lambda output: list(csv.DictReader(io.StringIO(text(output))))


@pytest.fixture
def kept(world, tmp_path):
    """Return a copy of the invented project that may be written to."""
    return KnowledgeGraph(shutil.copytree(world, str(tmp_path / "project")))


def test_the_commands_of_what_is_measured_find_the_same_place(graph, world):
    measured = complete.measured(graph, Measuring(by="town", group="Rivebois"))
    assert measured.call("--ranking").split()[2:] == [
        *("--ranking", "--by", "town", "--group", "Rivebois", "--project", world)
    ]


def test_the_whole_is_a_matrix_for_a_program_and_a_page_of_text_for_a_person(graph, program, person, text):
    assert text(complete.whole(graph, Measuring(), program)).startswith("class")
    assert "Of what the pages say" in text(complete.whole(graph, Measuring(), person))


def test_a_group_is_a_part_of_the_whole(graph, program, rows):
    part = rows(complete.whole(graph, Measuring("town", "Rivebois", format="csv"), program))
    whole = rows(complete.whole(graph, CSV, program))
    assert sum(int(row["applicable"]) for row in part) < sum(int(row["applicable"]) for row in whole)


def test_it_lists_who_lacks_something(graph, program, rows):
    missing = rows(complete.missing(graph, CSV, program, "Bookshop", "SIRET number"))
    assert {row["name"] for row in missing} == {"La Plume", "Le Grimoire", "Page blanche"}


def test_it_lists_the_worst_record_first(graph, program, rows):
    shares = [int(row["percent"]) for row in rows(complete.ranking(graph, CSV, program))]
    assert shares == sorted(shares)


def test_it_lists_the_record_first_that_raises_the_score_most(graph, program, rows):
    steps = rows(complete.steps(graph, CSV, program, "record"))
    points = [float(row["points"]) for row in steps]
    assert points == sorted(points, reverse=True)
    assert steps[0]["name"]


def test_it_lists_the_gaps_last_that_only_one_page_fills(graph, program, rows):
    steps = rows(complete.steps(graph, CSV, program, "property"))
    elsewhere = [step.wanted.of_page for step in graph.completeness().steps()]
    anywhere = elsewhere.index(True)
    assert all(elsewhere[anywhere:])
    points = [float(row["points"]) for row in steps]
    for some in points[:anywhere], points[anywhere:]:
        assert some == sorted(some, reverse=True)
        assert some


def test_it_scores_every_group(graph, program, rows):
    groups = rows(complete.groups(graph, Measuring("kind", format="csv"), program))
    assert "independent bookshop" in {row["group"] for row in groups}


def test_a_person_reads_the_score_of_an_organisation_above_what_it_lacks(graph, person, program, text):
    shown = text(complete.organization(graph, Measuring(), person, "la-plume-rivebois"))
    assert shown.startswith("La Plume\nhttps://")
    assert text(complete.organization(graph, Measuring(), program, "la-plume-rivebois")).startswith("facet,")


def test_it_keeps_what_was_measured_and_finds_nothing_changed(kept, program, rows):
    path = complete.record(kept, Measuring(), "1.0.0")
    assert path.endswith("project/graph/quality/1.0.0.ttl")
    same = complete.against(kept, CSV, program, "last", strict=True)
    assert rows(same) == []
    assert str(same.notes[0]) == "Since 1.0.0: 0 numbers changed, 0 shares fell."
    assert not same.findings


def test_a_share_that_fell_is_a_finding_if_it_is_strict(kept, world, program):
    complete.record(kept, Measuring(), "1.0.0")
    claims = f"{kept.project}/graph/claims/lire-en-ombre.trig"
    with open(claims, encoding="utf-8") as file:
        said = file.read().replace('pk:existsSince "1990"^^xsd:gYear ;', "")
    with open(claims, "w", encoding="utf-8") as file:
        file.write(said)
    changed = KnowledgeGraph(kept.project)
    assert complete.against(changed, CSV, program, "1.0.0", strict=True).findings
    assert not complete.against(changed, CSV, program, "1.0.0").findings


def test_the_history_has_a_column_a_release(kept, program, rows):
    for version in ("1.9.0", "1.10.0"):
        complete.record(kept, Measuring(), version)
    assert list(rows(complete.history(kept, CSV, program))[0]) == [
        "class",
        "property",
        "1.9.0",
        "1.10.0",
        "trend",
    ]


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda graph, who: complete.whole(graph, Measuring(format="pdf"), who), UnknownFormat),
        (lambda graph, who: complete.missing(graph, CSV, who, "Bookshop", "knd"), UnknownGap),
        (lambda graph, who: complete.whole(graph, Measuring("town", "Lenz"), who), UnknownGroup),
        (lambda graph, who: complete.organization(graph, CSV, who, "nobody"), UnknownThing),
        (lambda graph, who: complete.against(graph, CSV, who, "9.9"), UnknownRelease),
    ],
)
def test_it_says_what_there_is_not(graph, program, ask, error):
    with pytest.raises(error):
        ask(graph, program)


def test_releases_are_kept_in_project_folders(tmp_path):
    (tmp_path / "data.ttl").write_text("<https://example.org/a> a <https://example.org/T> .")
    with pytest.raises(NoProject):
        complete.record(KnowledgeGraph(str(tmp_path / "data.ttl")), Measuring(), "1.0.0")
