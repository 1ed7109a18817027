"""What the columns of tables are called."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from partnerkg import cli
from partnerkg.query.catalogue import catalogue
from partnerkg.query.headings import HEADINGS, headings

WORLD = str(Path(__file__).parents[1] / "world")
TABLES = (
    "search plume",
    "questions plume",
    "query",
    "completeness",
    "completeness --ranking",
    "completeness --by town",
    "completeness --steps",
    "completeness --steps record",
    "completeness --missing Bookshop siret",
    "completeness --organization la-plume-rivebois",
    "read page.txt",
    "validate",
)


@pytest.mark.parametrize("command", TABLES)
def test_a_table_is_headed_in_the_language_asked_for(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("Nos partenaires : la librairie La Plume (Arras), la Ville de Lens.")
    seen = {}
    for language in ("en", "fr"):
        arguments = f"--project {WORLD} --lang {language} {command} --format csv".split()
        assert cli.run(arguments) == 0
        seen[language] = next(csv.reader(io.StringIO(capsys.readouterr().out)))
    same = {name for name, french in headings(HEADINGS, "fr").items() if name == french}
    assert len(seen["en"]) == len(seen["fr"])
    assert not set(seen["fr"]) & (set(HEADINGS) | set(seen["en"])) - same
    assert not any("_" in heading for heading in seen["fr"])


@pytest.mark.parametrize("name", catalogue().names())
def test_every_column_of_a_question_has_a_name_in_french(name):
    question = catalogue()[name]
    assert set(question.headings["fr"]) >= set(question.columns)
