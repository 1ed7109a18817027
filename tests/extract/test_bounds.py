"""Pages made to take long: the time to read one grows as the page does."""

from __future__ import annotations

import time

import pytest

from partnerkg.extract.mentions import extract

START = "# Nos partenaires\n\n"
SMALL, TIMES, MOST = 5_000, 4, 12  # characters, how many times as many, how many times as long at most

PIECES = [
    *(
        "Ville de A, ",
        " et la Ville d’A",
        "(a, ",
        "avec le soutien de ",
        "A nous soutiennent, ",
        "« ",
        "a | b | ",
    ),
    *(
        "<div class='a'>",
        "<li>x",
        "<",
        '<a href="',
        "<!--",
        "&amp",
        "<tr><td>A</td><td>B</td></tr>",
        "<img alt='Logo A'>",
    ),
    *("[", "[a](", "![a](b)", "*a ", "| a | b |\n", "# Librairie\n", "- Librairie A\n", "--- ", "\n", " "),
    *("{{ ", "{% include x ", "<?php ", 'nom;"a', '{"exact":"a","motivation":'),
]


def taken(page: str) -> float:
    start = time.process_time()
    extract(page)
    return time.process_time() - start


@pytest.mark.thorough
@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_as_the_page_does(piece: str) -> None:
    count = SMALL // len(piece)
    small = min(taken(START + piece * count) for _ in range(2))
    large = min(taken(START + piece * count * TIMES) for _ in range(2))  # the first may read a table
    assert large < MOST * max(small, 0.05)


def test_the_same_bytes_are_the_same_reading() -> None:
    page = (
        START
        + "- Médiathèque de Lens\n- Le Phare (Brest)\n\nMerci à la Ville d’Arras et à la DRAC Bretagne.\n"
    )
    assert extract(page) == extract(page)
