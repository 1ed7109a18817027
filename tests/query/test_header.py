"""The header of a question."""

from __future__ import annotations

import pytest
import yaml

from partnerkg import resources
from partnerkg.errors import MissingFile, UnreadableFile, WrongHeader
from partnerkg.query import catalogue, header
from partnerkg.query.checks import LANGUAGES

GOOD = """\
#+ summary: {"en": "Who?", "fr": "Qui ?"}
#+ columns: {"who": "organisation"}
#+ parameters:
#+   kind: {"type": "iri", "class": "pk:Network", "example": "x"}
#+ tags: ["network"]
#+ reads: ["claims"]
SELECT DISTINCT ?kind ?who { ?who a ?kind }
"""
SHIPPED = resources.files(resources.root() + "/queries", ".rq")


def written(tmp_path, text):
    path = tmp_path / "who.rq"
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.rsplit("/")[-1])
def test_it_reads_what_yaml_reads(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    assert header.read(path, text).values == yaml.safe_load("\n".join(lines))


def test_it_reads_a_question(tmp_path):
    question = catalogue.read(written(tmp_path, GOOD))
    assert (question.name, question.summary["fr"]) == ("who", "Qui ?")
    assert question.parameters["kind"].class_ == "pk:Network"
    assert question.reads == ("claims",)


def test_it_reads_a_default_and_choices(tmp_path):
    more = '"example": "x", "default": "y", "choices": "?any a ?kind"'
    kind = catalogue.read(written(tmp_path, GOOD.replace('"example": "x"', more))).parameters["kind"]
    assert (kind.default, kind.choices, kind.optional) == ("y", "?any a ?kind", False)


def test_it_has_no_default_and_no_choices_unless_the_header_says_so(tmp_path):
    kind = catalogue.read(written(tmp_path, GOOD)).parameters["kind"]
    assert (kind.default, kind.choices) == (None, None)


def test_it_reads_how_to_find_the_lists_that_an_answer_rests_on(tmp_path):
    more = '#+ completeness: "?list pk:listSubject ?kind"\n#+ reads'
    assert catalogue.read(written(tmp_path, GOOD)).completeness is None
    question = catalogue.read(written(tmp_path, GOOD.replace("#+ reads", more)))
    assert question.completeness == "?list pk:listSubject ?kind"


def test_it_reads_every_room_unless_the_header_says_less(tmp_path):
    assert len(catalogue.read(written(tmp_path, GOOD.replace('#+ reads: ["claims"]\n', ""))).reads) == 4


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('#+ tags: ["network"]', "#+ tags: [network]", 5, "`tags` is not JSON"),
        ('#+ tags: ["network"]', "#+ tags ['network']", 5, "not `key: value`"),
        ('#+ tags: ["network"]', '#+ tag: ["network"]', 5, "no key `tag`"),
        ('#+ tags: ["network"]', '#+ columns: {"who": "x"}', 5, "`columns` stands twice"),
        ('#+ reads: ["claims"]', '#+ reads: ["attic"]', 6, "`attic` is not one of"),
        (', "fr": "Qui ?"', "", 1, "no text in fr"),
        ('#+ summary: {"en": "Who?", "fr": "Qui ?"}\n', "", 1, "`summary` is missing"),
        ('{"who": "organisation"}', '{"whom": "organisation"}', 2, "does not SELECT `\\?whom`"),
        ('{"who": "organisation"}', '{"who": {"en": "organisation"}}', 2, "`columns` has no text in fr"),
        ('{"who": "organisation"}', '{"who": 5}', 2, "`columns` has no text in en"),
        ("?kind ?who", "?who", 4, "must SELECT `\\?kind`"),
        ("?kind ?who", "*", 1, "by name"),
        ('"iri"', '"uri"', 4, "must be one of iri"),
        (', "example": "x"', "", 4, "no example"),
        ('"example"', '"exemple"', 4, "unknown key `exemple`"),
        ("kind", "format", 4, "cannot be called `format`"),
        ('"example": "x"', '"example": "x", "description": {"en": "a kind"}', 4, "no text in fr"),
        ('"example": "x"', '"example": "x", "default": "x", "optional": true', 4, "optional already"),
        ('"example": "x"', '"example": "x", "choices": "?other a ?any"', 4, "with `\\?kind` in it"),
        ('"example": "x"', '"example": "x", "choices": ["?kind"]', 4, "must be a graph pattern"),
        ("#+ parameters:\n", "", 3, "not `key: value`"),
        ('#+ tags: ["network"]', '#+ completeness: "?l a ?who"', 5, "with `\\?list` in it"),
        ('#+ tags: ["network"]', '#+ completeness: ["?list"]', 5, "must be a graph pattern"),
        ('#+ tags: ["network"]', '#+ links: [["kind", "whom"]]', 5, "`whom`, which is no column"),
        ('#+ tags: ["network"]', '#+ links: ["kind", "who"]', 5, "each a list of two ends"),
        ('#+ tags: ["network"]', '#+ links: {"kind": "who"}', 5, "is a list of links"),
        ('#+ tags: ["network"]', '#+ links: [["who"]]', 5, "each a list of two ends"),
        ('#+ tags: ["network"]', '#+ headings: {"de": {"who": "wer"}}', 5, "by language, en, fr, not `de`"),
        ('#+ tags: ["network"]', '#+ headings: {"fr": {}}', 5, "no fr text for the column `who`"),
        ('#+ tags: ["network"]', '#+ headings: {"fr": {"who": "qui", "x": "y"}}', 5, "`x`, which is no col"),
        (
            '#+ tags: ["network"]\n#+ reads: ["claims"]',
            '#+ completeness: "?list a ?who"\n#+ reads: ["evidence"]',
            5,
            "stand in `claims`",
        ),
    ],
)
def test_it_says_at_which_line_a_header_is_wrong(tmp_path, old, new, line, words):
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(WrongHeader, match=words) as error:
        catalogue.read(path)
    assert f"{path}, line {line}:" in str(error.value)


def test_it_says_that_a_question_is_not_there(tmp_path):
    with pytest.raises(MissingFile):
        catalogue.read(str(tmp_path / "who.rq"))


def test_it_says_that_a_question_is_not_text(tmp_path):
    (tmp_path / "who.rq").write_bytes(b"\xff")
    with pytest.raises(UnreadableFile):
        catalogue.read(str(tmp_path / "who.rq"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.rsplit("/")[-1])
def test_every_shipped_question_is_written_for_people(path):
    question = catalogue.read(path)
    assert all(text.endswith("?") for text in question.summary.values())
    assert question.tags
    assert all(said.get(language) for said in question.columns.values() for language in LANGUAGES)


def test_it_says_what_a_column_holds_in_each_language(tmp_path):
    told = catalogue.read(written(tmp_path, GOOD)).columns
    assert told == {"who": {"en": "organisation", "fr": "organisation"}}
    two = GOOD.replace('"organisation"', '{"en": "a number", "fr": "un nombre"}')
    assert catalogue.read(written(tmp_path, two)).columns["who"]["fr"] == "un nombre"
