"""Numbers, days and spaces as each language prints them."""

from __future__ import annotations

import pytest

from partnerkg.serve.site import links
from partnerkg.serve.site.typography import day, typeset
from partnerkg.translation import number, translations


@pytest.mark.parametrize(("language", "printed"), [("fr", "1\u202f234\u202f567"), ("en", "1,234,567")])
def test_thousands_stand_apart(language, printed):
    assert number(1_234_567, language) == printed
    assert number(999, language) == "999"


def test_a_day_is_written_out():
    assert day("2026-11-22", translations("fr")[0]) == "22 novembre 2026"
    assert day("2026-11-22", translations("en")[0]) == "22 November 2026"
    assert day("about 1981", translations("en")[0]) == "about 1981"


def test_french_has_its_spaces_and_no_line_begins_with_a_sign():
    assert (
        typeset("<p>Qui ? « Lui » : 5 %</p>", "fr") == "<p>Qui\u202f? «\u00a0Lui\u00a0»\u00a0: 5\u00a0%</p>"
    )


@pytest.mark.parametrize("tag", ["q", "blockquote", "pre", "code"])
def test_the_words_of_others_are_left_as_they_are(tag):
    html = f"<{tag}>Qui ? <b>« Lui »</b> : 5 %</{tag}>"
    assert typeset(html, "fr") == html


def test_english_is_left_as_it_is():
    assert typeset("<p>Qui ?</p>", "en") == "<p>Qui ?</p>"


def test_an_address_is_relative_to_its_page():
    assert links.relative("fr/organization/a", "fr/organization/b") == "b"
    assert links.relative("fr/organization/a", "fr/") == "../"
    assert links.relative("fr/", "fr/search") == "search"
    assert links.relative("fr/a.html", "static/style.css") == "../static/style.css"


def test_long_words_are_found_by_their_ends():
    short = links.words("https://a.example/", "un – deux")
    assert short == "https://a.example/#:~:text=un%20%E2%80%93%20deux"
    long = links.words("https://a.example/", "mot " * 100)
    assert long.count(",") == 1
    assert len(long) < 200
    assert links.words("https://a.example/", "a-b").endswith("a%2Db")
