"""Scores, fixes and how they are written."""

from __future__ import annotations

import json

import pytest

from partnerkg import fair
from partnerkg.errors import BrokenFile, MissingFile
from partnerkg.fair.formats import FORMATS
from partnerkg.fair.score import fixes, overall


def _scores(folder: str) -> list[fair.Score]:
    return fair.assess(fair.read(folder))


def test_points_are_those_of_the_frameworks(release):
    assert [score.possible for score in _scores(release())] == [24, 26, 405]


def test_open_checks_count_as_not_won(release):
    foops, fuji, mqa = _scores(release())
    assert (foops.won, foops.open) == (16, 8)
    assert (fuji.won, fuji.open) == (23.5, 2.5)
    assert (mqa.won, mqa.open) == (295, 110)


def test_all_three_count_the_same(release):
    scores = _scores(release())
    assert overall(scores) == pytest.approx(100 * (16 / 24 + 23.5 / 26 + 295 / 405) / 3)


def test_the_next_fix_is_the_one_that_wins_the_largest_share(release):
    scores = _scores(release(("dcat:keyword", "dct:subject"), ("dct:modified", "dct:date")))
    assert [one.check.id for _, one in fixes(scores)] == ["dcat:keyword", "FsF-F2-01M-3", "dct:modified"]


def test_nothing_that_only_the_web_can_tell_is_a_fix(release):
    assert fixes(_scores(release())) == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_every_check(release, name):
    scores = _scores(release(("dcat:keyword", "dct:subject")))
    text = "".join(FORMATS[name](scores, "en"))
    assert all(one.check.id in text for score in scores for one in score.judged)


def test_json_can_be_read_by_programs(release):
    found = json.loads("".join(FORMATS["json"](_scores(release()), "en")))
    assert [one["name"] for one in found["frameworks"]] == ["FOOPS!", "F-UJI", "MQA"]
    assert {check["status"] for one in found["frameworks"] for check in one["checks"]} == {"pass", "open"}


def test_markdown_tables_have_four_cells_a_row(release):
    lines = "".join(FORMATS["markdown"](_scores(release()), "en")).splitlines()
    rows = [line.replace("\\|", "") for line in lines if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}


def test_a_folder_that_releases_nothing_is_refused(tmp_path):
    with pytest.raises(fair.NoRelease):
        fair.read(str(tmp_path))
    with pytest.raises(MissingFile):
        fair.read(str(tmp_path / "absent"))


def test_it_takes_no_file_for_a_release(tmp_path):
    (tmp_path / "one.ttl").write_text("")
    with pytest.raises(fair.NoRelease):
        fair.read(str(tmp_path / "one.ttl"))


def test_a_broken_file_is_named_with_its_line(release, tmp_path):
    folder = release()
    (tmp_path / "more.ttl").write_text("<https://e.example/> a", encoding="utf-8")
    with pytest.raises(BrokenFile, match=r"more\.ttl, line 1"):
        fair.read(folder)


def test_a_page_with_broken_json_describes_nothing(release):
    assert fair.read(release(('"@type":"Dataset"', '"@type":'))).embedded == ()


def test_the_dataset_is_the_one_with_the_most_files(release, tmp_path):
    folder = release()
    other = "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<https://a.example/> a dcat:Dataset ."
    (tmp_path / "a.ttl").write_text(other, encoding="utf-8")
    assert fair.read(folder).dataset == "https://w3id.org/example/"


def test_what_two_files_say_counts_once(release, tmp_path):
    folder = release()
    (tmp_path / "copy.ttl").write_text((tmp_path / "dcat.ttl").read_text(), encoding="utf-8")
    assert len(fair.read(folder).distributions) == 1
