"""`partnerkg documentation` and `partnerkg fair`."""

from __future__ import annotations

import json


def test_it_writes_the_pages_and_names_them(run, tmp_path):
    found = run("documentation", "-o", "pages")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.split() == ["pages/ontology.en.html", "pages/ontology.fr.html", "pages/ontology.ttl"]
    before = {path.name: path.read_bytes() for path in (tmp_path / "pages").iterdir()}
    assert len(before) == 3
    run("documentation", "-o", "pages")
    assert {path.name: path.read_bytes() for path in (tmp_path / "pages").iterdir()} == before


def test_it_counts_the_graph_that_is_asked_for(ask, tmp_path):
    assert ask("documentation", "-o", ".").returncode == 0
    article = (
        (tmp_path / "ontology.en.html").read_text().partition('id="Bookshop"')[2].partition("</article>")[0]
    )
    assert "class · current · 3 things" in article


def test_it_asks_for_a_folder_in_one_line(run):
    found = run("documentation")
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)


def test_a_place_that_cannot_be_written_is_said_in_one_line(run, tmp_path):
    (tmp_path / "file").write_text("")
    found = run("documentation", "-o", "file")
    assert (found.returncode, found.stderr.count("\n")) == (2, 1)
    assert "file cannot be written" in found.stderr


def test_it_scores_the_pages_and_says_what_to_mend(run):
    run("documentation", "-o", "pages")
    found = run("fair", "pages")
    assert (found.returncode, found.stderr) == (0, "")
    assert "FOOPS!: 15.5 of 24 points (64.6%); open: 8\n" in found.stdout
    assert json.loads(run("fair", "pages", "--format", "json").stdout)["fixes"]


def test_it_ends_with_1_below_the_score_that_is_asked_for(run):
    run("documentation", "-o", "pages")
    assert run("fair", "pages", "--at-least", "10").returncode == 0
    found = run("fair", "pages", "--at-least", "99.5")
    assert (found.returncode, found.stderr) == (1, "")


def test_wrong_use_is_said_in_one_line(run):
    for arguments in (("nowhere",), (".",), (".", "--at-least", "most"), (".", "--format", "xml"), ()):
        found = run("fair", *arguments)
        assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1), arguments
