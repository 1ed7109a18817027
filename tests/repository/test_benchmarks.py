"""The programs that measure, run on next to nothing: they work, whatever they measure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import cost, forms, generator, questions
from benchmarks.measure import Pair, at_most, best, faster, lowest, mean
from pyoxigraph import Store

from partnerkg.pipeline.graph import open_graph

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lines():
    command = [sys.executable, "-m", "benchmarks", "--statements", "3000", "--rounds", "1"]
    found = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout.splitlines()


@pytest.mark.thorough
@pytest.mark.parametrize("goal", ["1", "2", "3", "6", "7", "8"])
def test_every_goal_has_its_lines_with_a_verdict(lines, goal):
    own = [line for line in lines if line.startswith(f"{goal} ")]
    assert own
    assert all(line.endswith(("met", "NOT MET")) for line in own if "have another form" not in line)


@pytest.mark.thorough
def test_no_peer_gives_other_rows(lines):
    assert not [line for line in lines if "DIFFER" in line]
    assert [line for line in lines if "the same bytes" in line and "NOT MET" not in line]


def test_the_generated_graph_is_as_large_as_asked_and_always_the_same():
    found = list(generator.quads(30_000))
    assert 0.9 < len(found) / 30_000 < 1.1
    assert found == list(generator.quads(30_000))
    assert found != list(generator.quads(30_000, seed=2))


def test_the_generated_graph_answers_every_question_that_is_measured(tmp_path):
    engine = questions.bare(generator.write(tmp_path / "a.nq", 6000))
    assert isinstance(engine, Store)
    for form in forms.FORMS.glob("*.rq"):
        name = form.name.split(".")[0]
        rows = questions.ask(engine, form.read_text(encoding="utf-8"), forms.MORE_VALUES.get(name, {}))
        assert rows, form.name


def test_it_reckons_as_its_words_say(capsys):
    assert at_most(1, "twice", Pair(2.0, "peer", 1.0), 1.5) == 2
    assert faster(1, "twice", Pair(1.0, "peer", 2.0), 1.5) == 2
    assert [line.endswith("NOT MET") for line in capsys.readouterr().out.splitlines()] == [True, False]
    assert mean([1.0, 4.0]) == pytest.approx(2)
    assert lowest([[1, 4], [2, 3]]) == [1, 3]
    assert [seconds < 1 for seconds in best(lambda: None, lambda: None, rounds=2)] == [True, True]


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    return open_graph(generator.write(tmp_path_factory.mktemp("invented") / "a.nq", 6000))


def test_every_question_has_rows_in_the_generated_graph(invented):
    empty = {
        name for name, values, _ in cost.asked(invented, ()) if not cost.ask(invented, name, values, False)
    }
    assert not empty


def test_whoever_comes_first_is_told_as_much_of_whatever_the_size_of_the_graph(tmp_path):
    graphs = [open_graph(generator.write(tmp_path / f"{size}.nq", size)) for size in (9000, 14_000)]
    for name in ("organization_statements", "supporter_beneficiaries", "activity_categories"):
        (values,) = cost.VALUES[name]
        assert len({cost.ask(graph, name, values, False) for graph in graphs}) == 1


def test_it_fits_an_exponent_and_judges_it_by_what_the_question_is_about():
    assert cost.exponent([10, 100, 1000], [2, 20, 200]) == pytest.approx(1)
    assert cost.exponent([10, 100], [3, 3]) == pytest.approx(0)
    about_one, about_all = ({"organization": "x"}, {"below": "1"})
    for values, seconds, verdict in (
        (about_one, [1.0, 1.2], "met"),
        (about_one, [1.0, 2.0], "NOT MET"),
        (about_all, [1.0, 10.0], "met"),
        (about_all, [1.0, 30.0], "NOT MET"),
    ):
        one = cost.Measured("a", values, False, [1, 1], seconds)
        assert cost.line(one, [1000, 10_000]).split("  ")[-1] == verdict
    assert "no rows" in cost.line(cost.Measured("a", {}, False, [0, 1], [1, 1]), [1, 10])


def test_lines_of_questions_measured_again_take_the_place_of_theirs(tmp_path):
    table = tmp_path / "cost.txt"
    table.write_text("question\na_b one\na_b with proof one\nc_d one\n")
    cost.into(table, ["9 b_c new", "9 a_b two", "9 a_b with proof two"])
    assert table.read_text().splitlines() == [
        "question",
        "a_b two",
        "a_b with proof two",
        "b_c new",
        "c_d one",
    ]


def test_every_question_was_measured():
    rows = (ROOT / "benchmarks" / "cost.txt").read_text().splitlines()[1:]
    assert {row.split()[0] for row in rows} == set(open_graph().questions.names())
