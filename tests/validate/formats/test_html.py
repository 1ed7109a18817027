from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message
from partnerkg.validate import Report, Result, Severity, formats
from partnerkg.validate.reading import read

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
    assert tables == 3 == sum(tag == "caption" for tag, _ in page.tags)


def test_it_shows_a_message_in_both_languages(counted, look) -> None:
    text = counted.written("html", look(language="fr"))
    assert '<p class="message" lang="fr">Donnez un nom.</p>\n<p class="other message" lang="en">Give' in text


def test_it_escapes_names_and_values_and_tells_their_language(counted, look) -> None:
    text = counted.written("html", look())
    assert '>Chez &lt;Nous&gt; <span class="id">organization:bare-0</span></th>' in text
    assert ">&lt;1&gt; &amp; 2</td>" in text
    assert '<span lang="fr">été</span></td>' in text


def test_it_shows_misspelt_shapes_before_all_else(judge, bare) -> None:
    shapes = "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI . pks:B sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal ."
    text = judge(bare, shapes).written("html")
    assert text.index("Shapes whose targets the data do not know (1)") < text.index('<h2 id="violations">')


MET = "pks:B sh:targetClass pk:Bookshop ; sh:nodeKind sh:IRI . "
UNMET = "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI . "


@pytest.mark.parametrize(
    ("shapes", "loose"), [(MET, "conforms"), (MET + UNMET, "conforms"), (UNMET, "nothing")]
)
def test_it_tells_by_its_colour_what_was_found(judge, named, look, shapes, loose) -> None:
    report = judge(named, shapes)
    strict = "fails" if UNMET in shapes else "conforms"
    assert f'<h1 class="verdict {loose}">' in report.written("html", look())
    assert f'<h1 class="verdict {strict}">' in report.written("html", look(strict=True))


def page_of(value: str) -> Reader:
    node = NamedNode("https://page.example/a")
    result = Result(node, None, Literal(value), Severity.VIOLATION, "x:y", "x:z", {"en": value})
    return Reader("".join(formats.lines(Report((result,), 1, {}, (), read([])), "html")))


@given(value=st.text(st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="`")))
def test_it_shows_any_value_and_nothing_else_of_it(value) -> None:
    page = page_of(value)
    assert page.open == []
    assert page.text.count(value) >= 2  # as value and as message
    assert page.tags == page_of("plain").tags


def test_its_links_lead_to_a_place_on_the_page(counted, look) -> None:
    page = Reader(counted.written("html", look()))
    targets = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    places = {f"#{attributes['id']}" for _, attributes in page.tags if "id" in attributes}
    assert "#warnings" in targets
    assert set(targets) <= places


def test_it_folds_up_what_is_no_violation(counted, look) -> None:
    page = Reader(counted.written("html", look()))
    folds = {attributes["class"]: "open" in attributes for tag, attributes in page.tags if tag == "details"}
    assert folds == {"fold violation": True, "fold warning": False, "fold section": False}


def test_it_unfolds_shapes_that_are_misspelt(judge, bare) -> None:
    shapes = "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI ."
    page = Reader(judge(bare, shapes).written("html"))
    folds = ["open" in attributes for tag, attributes in page.tags if tag == "details"]
    assert folds == [True, False]


def test_it_shows_code_as_code(judge, bare) -> None:
    shapes = 'pks:A sh:targetClass pk:Bookshop ; sh:nodeKind sh:Literal ; sh:message "Write `kinds`."@en .'
    text = judge(bare, shapes).written("html")
    assert "Write <code>kinds</code>." in text
    assert "`" not in text


def test_it_says_what_was_checked(counted, look) -> None:
    subject = (Message("Checked: {place}.", place="<graph>"),)
    assert "<p>Checked: &lt;graph&gt;.</p>" in counted.written("html", look(subject=subject))
