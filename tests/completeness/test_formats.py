"""The matrix to read and to work with."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from partnerkg.completeness import formats
from partnerkg.completeness.formats import View
from partnerkg.completeness.formats.as_table import _width
from partnerkg.errors import UnknownFormat

PAGES = (
    {
        "source": "https://example.org/page",
        "items": 3,
        "quotes": 5,
        "claims": 4,
        "doubtful": 1,
        "covered": 30,
        "characters": 40,
        "percent": 75,
        "gaps": 2,
    },
)


@pytest.fixture
def text(found):
    """Return a function that writes the shops with gaps in a format."""
    return lambda name, **options: "".join(formats.lines(View(found, pages=PAGES, **options), name))


def test_a_table_has_the_numbers_of_each_class_and_property(text):
    rows = [line.split() for line in text("table").splitlines()]
    assert ["bookshop", "75%", "2+1/4", "80%", "4/5"] in rows
    assert ["bookshop", "60%", "3/5"] in rows


def test_both_measures_stand_under_a_heading_of_their_own(text):
    for name in ("table", "markdown", "html"):
        found = text(name).rpartition("</nav>")[2]
        records, pages = found.index("Of what a good record needs"), found.index("Of what the pages say")
        assert records < found.index("4/5") < pages < found.index("30/40")


def test_a_table_fits_its_terminal(measured):
    shapes = (
        "ex:S a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:property "
        + " , ".join(f"ex:p{n}" for n in range(30))
        + " .\n"
    )
    shapes += "".join(
        f"ex:p{n} sh:path ex:q{n} ; sh:minCount 1 ; pk:weight 1 ; sh:name 'property {n}' .\n"
        for n in range(30)
    )
    found = measured(shapes=shapes)
    for width in (40, 80, 200):
        lines = "".join(formats.lines(View(found, width=width), "table")).split("What raises")[0].splitlines()
        assert all(_width(line) <= width for line in lines if "%" in line and "weight" not in line)
        assert sum(line.count("0/5") for line in lines) == 30


def test_colours_are_for_terminals_alone(text):
    assert "\x1b[" not in text("table")
    assert re.search(r"\x1b\[33m75% 2\+1/4\x1b\[0m", text("table", width=80, colour=True))


def test_what_does_not_apply_is_a_dash_and_not_zero(measured):
    shapes = """
    ex:A a sh:NodeShape ; sh:targetClass ex:A ; sh:property ex:a . ex:a sh:path ex:one ; sh:minCount 1 ; pk:weight 1 .
    ex:B a sh:NodeShape ; sh:targetClass ex:B ; sh:property ex:b . ex:b sh:path ex:two ; sh:minCount 1 ; pk:weight 1 .
    """
    found = measured("ex:x a ex:A . ex:y a ex:B .", shapes)
    rows = [line.split() for line in formats.lines(View(found), "table")]
    assert [row[1:] for row in rows if row and row[0].endswith("/A")] == [["0%", "0/1", "—"]]
    assert [row[1:] for row in rows if row and row[0].endswith("/B")] == [["—", "0%", "0/1"]]


def test_a_class_without_things_is_named_and_has_no_row(measured):
    found = "".join(formats.lines(View(measured("ex:x a ex:Other .")), "table"))
    assert "No record here of: bookshop\n" in found
    assert "0/0" not in found


def test_csv_has_a_line_a_cell_and_its_command(text):
    rows = {row["label"]: row for row in csv.DictReader(io.StringIO(text("csv")))}
    assert set(rows) == {"own name", "kind", "town"}
    found = rows["own name"]
    numbers = ("applicable", "answered", "known_absent", "missing", "percent")
    assert [found[column] for column in numbers] == ["4", "3", "1", "1", "75"]
    assert found["command"] == "partnerkg completeness --missing pk:Bookshop name"


def test_json_has_the_query_of_each_number_and_keeps_the_measures_apart(text):
    whole = json.loads(text("json"))
    assert set(whole) == {"records", "pages"}
    assert all(
        "SELECT DISTINCT ?thing" in query
        for cell in whole["records"]["cells"]
        for query in cell["queries"].values()
    )
    assert whole["pages"]["read"][0]["covered"] == 30
    assert whole["records"]["steps"][0]["property"] == "org:hasSite/pk:commune"


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.headers = 0

    def handle_starttag(self, tag, attrs) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id", ""))
        self.headers += tag == "th" and values.get("scope") in ("col", "row")
        if tag == "a" and values["href"].startswith("#"):
            self.targets.append(values["href"][1:])


def test_every_gap_on_the_page_leads_to_its_records(text):
    page = Links()
    page.feed(text("html"))
    assert sum(target.startswith("missing-") for target in page.targets) == 3
    assert set(page.targets) <= page.ids
    assert page.headers > 5


def test_the_page_needs_nothing_from_elsewhere(text):
    found = text("html")
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", found)
    assert found.startswith('<!DOCTYPE html>\n<html lang="en">')


def test_the_page_shows_the_trend_as_picture_and_words(text):
    found = text("html", trend=[("1.0.0", 40), ("1.1.0", 55)])
    assert 'aria-label="1.0.0: 40%, 1.1.0: 55%"' in found
    assert '<polyline points="40,70 120,55"/>' in found


def test_what_could_be_markup_is_escaped(measured):
    from .conftest import RECORD, SHOPS

    found = measured(SHOPS, RECORD.replace('"kind"@en', '"<b>|kind"@en'))
    assert "&lt;b&gt;|kind" in "".join(formats.lines(View(found), "html"))
    assert r"\<b\>\|kind" in "".join(formats.lines(View(found), "markdown"))


def test_it_speaks_french(found):
    lines = "".join(formats.lines(View(found, "fr"), "table"))
    assert "Identité" in lines
    assert "librairie" in lines


def test_an_unknown_format_is_an_error(found):
    with pytest.raises(UnknownFormat, match="table, csv, json"):
        formats.lines(View(found), "pdf")
