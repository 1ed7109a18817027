"""The canonical form of a file on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.errors import BrokenFile, UnknownFormat
from partnerkg.rdf.format import formatted

LOOSE = "@prefix a: <http://a/> .\na:s a:q 2; a:p 1. # why\n"


def test_it_formats_turtle_and_trig(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<a:s> <a:q> 2; <a:p> 1.")
    (tmp_path / "x.trig").write_text("<a:g> {<a:s> <a:p> 1}")
    assert formatted(str(tmp_path / "x.ttl")) == b"<a:s> <a:p> 1 ;\n    <a:q> 2 .\n"
    assert formatted(str(tmp_path / "x.trig")) == b"<a:g> {\n    <a:s> <a:p> 1 .\n}\n"


def test_it_leaves_a_formatted_file_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text("<a:s> <a:q> 2; <a:p> 1.")
    file.write_bytes(formatted(str(file)))
    assert formatted(str(file)) == file.read_bytes()


def test_it_loses_no_comment_silently(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(LOOSE)
    with pytest.raises(BrokenFile, match="line 2: formatting would lose this comment"):
        formatted(str(file))
    assert b"why" not in formatted(str(file), drop_comments=True)


def test_it_takes_no_hash_in_an_iri_or_a_text_for_a_comment(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text("<http://a/#s> <a:p> \"# no\" , '''\n# no''' , <http://a/\\u0023x> .")
    assert formatted(str(file)).count(b"#") == 4


def test_it_formats_nothing_but_turtle_and_trig(tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text("")
    with pytest.raises(UnknownFormat, match=r"\.ttl, \.trig"):
        formatted(str(tmp_path / "x.nt"))


def test_it_writes_a_text_of_several_lines_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('<a:g> <a:select> [ <a:text> "SELECT \\"x\\"\\n  { \\\\n }" ] .')
    first = formatted(str(path))
    assert b'"""SELECT "x"\n  { \\\\n }"""' in first
    path.write_bytes(first)
    assert formatted(str(path)) == first


def test_it_refuses_a_relative_iri_which_would_become_one_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a> <http://p> <b> .")
    with pytest.raises(BrokenFile, match="No scheme"):
        formatted(str(tmp_path / "a.ttl"))
