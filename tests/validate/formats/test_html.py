from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from partnerkg.validate import Report, Result, Severity, formats
from partnerkg.validate.shapes import read

EMPTY = {"meta"}


class Reader(HTMLParser):
    """Checks that elements are nested, and keeps start tags and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        self.text += data


def test_it_is_well_nested_and_names_the_language(counted, look) -> None:
    page = Reader(counted.written("html", look(language="fr")))
    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "fr"})


def test_it_needs_no_script_and_no_other_file(counted, look) -> None:
    page = Reader(counted.written("html", look()))
    assert {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags} == set()
    assert "url(" not in page.text and "@import" not in page.text


def test_it_gives_every_table_headers_and_a_name(counted, look) -> None:
    page = Reader(counted.written("html", look()))
    scopes = [attributes["scope"] for tag, attributes in page.tags if tag == "th"]
    assert {"col", "row"} == set(scopes)
    tables = sum(tag == "table" for tag, _ in page.tags)
    assert tables == 3 == sum("aria-label" in attributes for _, attributes in page.tags)


def test_it_shows_a_message_in_both_languages(counted, look) -> None:
    text = counted.written("html", look(language="fr"))
    assert '<p class="message" lang="fr">Donnez un nom.</p>\n<p class="other message" lang="en">Give' in text


def test_it_escapes_names_and_values_and_tells_their_language(counted, look) -> None:
    text = counted.written("html", look())
    assert ">Chez &lt;Nous&gt; (organization:bare-0)</a></th>" in text
    assert "<td>&lt;1&gt; &amp; 2</td>" in text
    assert '<td lang="fr">été</td>' in text


def test_it_shows_misspelt_shapes_before_all_else(judge, bare) -> None:
    shapes = "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI . pks:B sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal ."
    text = judge(bare, shapes).written("html")
    assert text.index("Shapes whose targets the data do not know (1)") < text.index("What was found")


def test_it_tells_by_its_colour_that_a_strict_report_fails(judge, named, look) -> None:
    unmet = judge(named, "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI .")
    assert 'class="verdict conforms"' in unmet.written("html", look())
    assert 'class="verdict fails"' in unmet.written("html", look(strict=True))


def page_of(value: str) -> Reader:
    node = NamedNode("https://page.example/a")
    result = Result(node, None, Literal(value), Severity.VIOLATION, "x:y", "x:z", {"en": value})
    return Reader("".join(formats.lines(Report((result,), 1, {}, (), read([])), "html")))


@given(value=st.text(st.characters(codec="utf-8", exclude_categories=["C"])))
def test_it_shows_any_value_and_nothing_else_of_it(value) -> None:
    page = page_of(value)
    assert page.open == []
    assert page.text.count(value) >= 2  # as value and as message
    assert page.tags == page_of("plain").tags


@pytest.mark.parametrize("width", [320, 1280])
def test_it_never_scrolls_sideways(counted, look, tmp_path, absent, width) -> None:
    browser = shutil.which("chromium") or absent("no Chromium here: apt-get install chromium")
    (tmp_path / "report.html").write_text(counted.written("html", look()), encoding="utf-8")
    frame = f'<iframe id="f" src="report.html" style="width:{width}px;height:900px;border:0"></iframe>'
    measure = "<script>onload=()=>{const d=f.contentDocument.documentElement;document.title=d.scrollWidth-d.clientWidth}</script>"
    (tmp_path / "frame.html").write_text(
        f"<!DOCTYPE html><title>no</title>{frame}{measure}", encoding="utf-8"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]
    options += [f"--user-data-dir={tmp_path / 'profile'}", f"file://{tmp_path}/frame.html"]
    found = subprocess.run([browser, *options], capture_output=True, text=True, check=True, timeout=60)
    assert re.search("<title>(.*?)</title>", found.stdout)[1] == "0"
