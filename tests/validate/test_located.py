"""The line of a file that describes a thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.namespaces import prefixes
from partnerkg.validate.located import located
from partnerkg.validate.places import Place

CAP_NORD = prefixes()["organization"] + "cap-nord-arras"


def at(tmp_path: Path, name: str, text: str, thing: str = "http://example.org/a") -> int | None:
    """Return the line that is told of a thing in a file with this text, None if none is."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    places = located({thing}, [str(file)])
    return places[thing].line if places else None


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "@prefix x: <http://example.org/> .\n\nx:b x:p x:a .\nx:a x:p 1 .\n", 4),
        ("a.ttl", "PREFIX x: <http://example.org/>\n<http://example.org/a> x:p 1 .\n", 2),
        ("a.trig", "@prefix x: <http://example.org/> .\nx:g {\n  x:a x:p 1 .\n}\n", 3),
        ("a.nt", "<http://example.org/b> <http://example.org/p> <http://example.org/a> .\n", None),
        ("a.ttl", "@prefix x: <http://example.org/> .\nx:ab x:p 1 .\n", None),
        ("a.ttl", "y:a y:p 1 .\n", None),
    ],
)
def test_a_thing_is_described_where_a_line_begins_with_it(tmp_path, name, text, line) -> None:
    assert at(tmp_path, name, text) == line


def test_it_is_described_by_its_entry_in_a_reading(tmp_path) -> None:
    text = "entries:\n  - partner: cap-nord-arras\n  - organization: cap-nord-arras # a shop\n"
    assert at(tmp_path, "page.yaml", text, CAP_NORD) == 3


def test_the_first_file_that_describes_it_counts(tmp_path) -> None:
    files = [tmp_path / name for name in ("none.ttl", "first.nt", "second.nt")]
    for file in files[1:]:
        file.write_text("<http://example.org/a> <http://example.org/p> 1 .\n", encoding="utf-8")
    found = located({"http://example.org/a"}, map(str, files))
    assert found == {"http://example.org/a": Place(str(files[1]), 1)}
