"""What the two pages say of their lists: each statement by its words, and what the readings took of them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.readings import load

ROOT = Path(resources.root())
TEXTS = Path(os.environ.get("PARTNERKG_SOURCES", ROOT.parent / "shared" / "seeds"))
CONCEPT = "https://w3id.org/partnerkg/concept/"
SAID = {
    "coleres-du-present-apei-lens-et-environs-parts": ("open", "notamment", "stated", 1),
    "coleres-du-present-companions": ("continued-elsewhere", "(voir ici) et aussi", "stated", 1),
    "lis-avec-moi-bookshops": ("open", "in particular", "stated", 1),
    "lis-avec-moi-librairies-sorcieres-values": ("open", "single price of the book…", "stated", 2),
    "lis-avec-moi-premieres-pages-actions": ("open", "among others", "interpreted", 2),
}
READ = {
    "coleres-du-present": {"institutional", "media", "schools", "bookshops", "libraries", "companions"},
    "lis-avec-moi": {"libraries", "departmental-libraries", "bookshops"},
}
# What stands between the items of the lists and names nobody: signs, articles, the words of no statement.
NOTHING = re.compile(r"(and|also|de|et|Libraries|They|\W)*")


def test_the_pages_say_of_five_lists_that_there_is_more_and_of_none_that_it_is_complete(ask):
    rows = ask(
        "SELECT ?list ?said ?words ?status (COUNT(DISTINCT ?evidence) AS ?times) {"
        " GRAPH ?claim { ?list pk:listCompleteness ?said ; pk:completenessWords ?words }"
        " ?claim pk:claimStatus ?status ; pk:evidence ?evidence } GROUP BY ?list ?said ?words ?status"
    )
    found = {row[0]: (row[1].rsplit("/")[-1], row[2], row[3].rsplit("/")[-1], int(row[4])) for row in rows}
    assert found == SAID


def test_the_words_stand_in_a_quote_of_every_piece_of_evidence(ask):
    rows = ask(
        "SELECT ?evidence { GRAPH ?claim { ?list pk:completenessWords ?words } ?claim pk:evidence ?evidence"
        " MINUS { ?claim pk:evidence ?evidence . GRAPH ?claim { ?list pk:completenessWords ?words }"
        " ?evidence pk:passage/oa:hasSelector/oa:exact ?quote FILTER(CONTAINS(?quote, ?words)) } }"
    )
    assert rows == []


def test_only_the_reader_says_what_was_read(ask):
    rows = ask(
        "SELECT ?status { GRAPH ?claim { ?list pk:everyItemRead ?whole } ?claim pk:claimStatus ?status }"
    )
    assert rows == [(f"{CONCEPT}status/curated",)]


@pytest.mark.parametrize("page", READ)
def test_every_section_of_the_page_was_read_whole(ask, page):
    rows = ask(f"SELECT ?list {{ ?list pk:listSubject organization:{page} ; pk:everyItemRead true }}")
    assert {name for (name,) in rows} == {f"{page}-{section}" for section in READ[page]}


@pytest.mark.parametrize("page", READ)
def test_nothing_in_the_page_that_names_anybody_is_without_evidence(page, absent):
    path = TEXTS / f"{page}.txt"
    if not path.exists():
        absent(f"the page {path.name} is not here; set PARTNERKG_SOURCES to the folder that has it")
    text = list(path.read_bytes().decode())
    (reading,) = load.read(str(ROOT / "graph" / "readings" / f"{page}.yaml"))
    for claim in reading.claims:
        for evidence in claim.evidence:
            for passage in (*evidence.passages, *evidence.headings):
                text[passage.start : passage.end] = "\0" * (passage.end - passage.start)
    left = re.split("\0+", "".join(text))
    assert [words for words in left if not NOTHING.fullmatch(words)] == []
