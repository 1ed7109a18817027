"""What a report says of the files themselves: what was left out when they were read, and their prefixes."""

from __future__ import annotations

from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.check import Checking, checked
from partnerkg.pipeline.opened import Opened

SHAPE = """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX s: <http://e/>
s:S a sh:NodeShape ; sh:targetNode <http://e/thing> ; sh:property s:P . s:P sh:path s:p ; sh:lessThan s:q ."""


def _text(data: str, ending: str, tmp_path, *, strict: bool = False) -> tuple[str, bool]:
    (tmp_path / f"data{ending}").write_text(data)
    (tmp_path / "shape.ttl").write_text(SHAPE)
    checking = Checking(shapes=[str(tmp_path / "shape.ttl")], strict=strict)
    found = checked(Opened(str(tmp_path / f"data{ending}")), checking, Audience())
    return "".join(found.pieces), found.findings


def test_what_was_left_out_of_a_file_stands_in_the_report_and_fails_under_strict(tmp_path, recwarn):
    data = '{"@context": {"p": "http://e/r"}, "@id": "http://e/thing", "p": "x", "stray": 5}'
    text, _ = _text(data, ".jsonld", tmp_path)
    assert "Nothing wrong was found in what was looked at" in text
    assert "left out, for nothing says which IRI it stands for: stray" in text
    assert _text(data, ".jsonld", tmp_path, strict=True)[1]


def test_iris_are_shortened_by_the_prefixes_of_data_and_shapes(tmp_path):
    data = "PREFIX mine: <http://d/> PREFIX s: <http://other/> <http://e/thing> <http://e/p> mine:x ; <http://e/q> 1 ."
    text, _ = _text(data, ".ttl", tmp_path)
    assert "The value must come before each value of s:q." in text
    assert "s:thing s:p mine:x" in text
