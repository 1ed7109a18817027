"""Places of quotes written into a reading, all else left as it was written."""

from __future__ import annotations

import pytest

from partnerkg.readings.places import Edits, places, tree

PAGE = "Nos amis\nLa Plume, Arras\nLe Vélin\n"
READING = """\
# une lecture
sections:
  - section: a
    heading: {quote: Nos amis}   # le titre
    entries:
      # la première
      - organization: la-plume
        quote: "La Plume, Arras"
        name: La Plume
      - {organization: le-velin, quote: Le Vélin, name: Le Vélin}
"""


def written(text: str) -> str:
    edits = Edits(text)
    for place in places(tree(text)):
        start = PAGE.index(place.quote)
        edits.place(place, PAGE, start, start + len(place.quote))
    return edits.text()


def test_it_writes_where_quotes_stand_in_lines_and_on_one_line() -> None:
    assert (
        written(READING)
        == """\
# une lecture
sections:
  - section: a
    heading: {quote: Nos amis, at: [0, 8], between: ["", "\\nLa Plume, Arras\\nLe "]}   # le titre
    entries:
      # la première
      - organization: la-plume
        quote: "La Plume, Arras"
        at: [9, 24]
        between: ["Nos amis\\n", "\\nLe Vélin\\n"]
        name: La Plume
      - {organization: le-velin, quote: Le Vélin, at: [25, 33], between: ["mis\\nLa Plume, Arras\\n", "\\n"], name: Le Vélin}
"""
    )


def test_it_changes_nothing_that_is_right() -> None:
    assert written(written(READING)) == written(READING)


@pytest.mark.parametrize("ending", ["", "\n", "\n\n# la fin\n"])
def test_it_writes_at_the_end_of_a_file(ending: str) -> None:
    made = written(f"quote: Le Vélin{ending}")
    assert made.startswith('quote: Le Vélin\nat: [25, 33]\nbetween: ["mis\\nLa Plume, Arras\\n", "\\n"]')
    assert made.rstrip("\n").endswith(ending.strip("\n"))
