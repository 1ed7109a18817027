"""Bases that a Turtle text declares with `.` and `..`."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.rdf.directives import plain
from partnerkg.rdf.read import parse


@pytest.mark.parametrize("directive", ["@base <{}> .", "BASE <{}>", "base\n<{}>"])
@pytest.mark.parametrize(
    ("base", "reference", "iri"),  # RFC 3986 §5.2.4
    [
        ("http://a.example/./b/", "c", "http://a.example/b/c"),
        ("http://a.example/b/../c/d", "../e", "http://a.example/e"),
        ("http://a.example/b/.", "c", "http://a.example/b/c"),
    ],
)
def test_references_are_resolved_against_a_base_without_dots(
    tmp_path: Path, directive: str, base: str, reference: str, iri: str
) -> None:
    path = tmp_path / "in.ttl"
    path.write_text(f"{directive.format(base)} <{reference}> a <http://e/T> .")
    assert [quad.subject.value for quad in parse(str(path))] == [iri]


def test_large_files_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "in.ttl"
    path.write_text("# long\n" * 200_000 + "@base <http://a/./b/> . <c> a <http://e/T> .")
    assert [quad.subject.value for quad in parse(str(path))] == ["http://a/b/c"]


@pytest.mark.parametrize(
    "text",
    [
        '<http://a/x> <http://a/y> "@base <http://a/./b>" .',
        '<http://a/x> <http://a/y> """\n base <http://a/./b> """ .',
        "# base <http://a/./b>\n",
        "ex:base <http://a/./b> <http://a/../c> .",
        "@base <../b/./c> .",
    ],
)
def test_it_changes_nothing_but_declared_bases(text: str) -> None:
    assert plain(text.encode()).decode() == text
