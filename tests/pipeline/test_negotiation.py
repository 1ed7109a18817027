"""What somebody wants most, by the examples of RFC 9110 §12.5 and those of browsers."""

from __future__ import annotations

import pytest

from partnerkg.pipeline.publish import negotiation

TYPES = ["text/html", "text/turtle", "application/ld+json", "application/json"]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "found"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        (BROWSER, "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/turtle;q=0.2, application/*;q=0.3", "application/ld+json"),
        ("text/*;q=0.3, text/html;q=0.1", "text/turtle"),
        ("text/*, text/html;q=0, text/turtle;q=0", None),
        ("*/*, text/html;q=0", "text/turtle"),
        ("application/ld+json;q=0.001", "application/ld+json"),
        ("text/turtle;charset=utf-8", "text/turtle"),
        ("image/png", None),
        ("text/turtle;q=x, text/html;q=0.5", "text/turtle"),
        (", ,", None),
        ("application/json;q=7", "application/json"),
    ],
)
def test_it_gives_the_type_that_is_wanted_most(accept, found):
    assert negotiation.best(accept, TYPES) == found


@pytest.mark.parametrize(
    ("accept", "found"),
    [
        (None, "en"),
        ("fr", "fr"),
        ("fr-CA, en", "fr"),
        ("en, fr", "en"),
        ("de, fr;q=0.5, en;q=0.7", "en"),
        ("de, *;q=0.1", "en"),
        ("*, en;q=0", "fr"),
        ("de", None),
    ],
)
def test_it_gives_the_language_that_is_read_best(accept, found):
    assert negotiation.language(accept, ["en", "fr"]) == found
