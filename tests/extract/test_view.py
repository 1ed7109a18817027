"""What is seen of a page, whatever the page."""

from __future__ import annotations

import html

from hypothesis import given, settings
from hypothesis import strategies as some

from partnerkg.extract import text
from partnerkg.extract.mentions import extract

PIECES = some.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<ul>",
            "<li>",
            "</li>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "</a>",
            "<br>",
            "<!--",
            "-->",
        ),
        *(
            '<img alt="Logo ',
            '">',
            "&amp;",
            "&#39;",
            "&eacute;",
            "{{",
            "}}",
            "<?php ",
            "?>",
            "# ",
            "- ",
            "**",
        ),
        *(
            "[",
            "](x)",
            "| ",
            "\n",
            "\r\n",
            " et ",
            ", ",
            "(Lille)",
            "\u200b",
            "\u00a0",
            "<script>",
            "</script>",
        ),
        *("<nav>", ": ", "Ville d’Arras", "librairie Meura", "Nos partenaires", "avec le soutien de "),
        *("Ministère de la Mer, ", "\ud800", "\U0001d538", "<h2>", "</h2>", "<td>"),
    ]
)
PAGE = some.lists(PIECES | some.text(max_size=8), max_size=40).map("".join)


@given(PAGE)
@settings(max_examples=300, deadline=None)
def test_every_character_is_one_of_the_page(page: str) -> None:
    for line in text.read(page).lines:
        for seen, start, end in zip(line.text, line.starts, line.ends, strict=True):
            written = page[start:end]
            assert seen == written or seen in html.unescape(written) or (seen == " " and written.isspace())


@given(PAGE)
@settings(max_examples=300, deadline=None)
def test_mentions_stand_in_order_and_quote_the_page(page: str) -> None:
    last = 0
    for mention in extract(page):
        assert last <= mention.start < mention.end <= len(page)
        assert page[mention.start : mention.end] == mention.quote
        last = mention.end


def seen(page: str) -> list[str]:
    return [line.text for line in text.read(page).lines]


def test_what_people_do_not_see_is_left_out() -> None:
    page = (
        "<!doctype html><head><style>a{}</style><title>T</title></head><body><nav>Accueil</nav>"
        "<script>var a='<p>x</p>'</script><p>Vu</p><!-- caché --><footer>Bas</footer></body>"
    )
    assert seen(page) == ["Vu"]


def test_an_entity_is_the_character_it_stands_for() -> None:
    view = text.read("<!doctype html><p>Arts &amp; Co</p><p>L&rsquo;Horizon</p>")
    assert [line.text for line in view.lines] == ["Arts & Co", "L’Horizon"]
    assert view.text[slice(*view.lines[1].span(0, 9))] == "L&rsquo;Horizon"


def test_front_matter_is_no_text_but_has_the_title() -> None:
    view = text.read("---\ntitle: Nos amis\n---\nBonjour\n")
    assert (view.title, [line.text for line in view.lines]) == ("Nos amis", ["Bonjour"])


def test_a_link_is_its_words() -> None:
    assert seen("- **[Le Phare](https://x.example)** (Brest)\n") == ["Le Phare (Brest)"]


def test_a_line_that_a_page_broke_is_one() -> None:
    assert seen("Ministère de la Culture, Conseil départemental de\nl’Orne, Ville\n") == [
        "Ministère de la Culture, Conseil départemental de",
        "l’Orne, Ville",
    ] or seen("Région Normandie, Ville d’Alençon,\nVille de Sées\n") == [
        "Région Normandie, Ville d’Alençon, Ville de Sées"
    ]
