"""References made whole: the examples of RFC 3986 §5.4."""

from __future__ import annotations

import pytest

from partnerkg.rdf import iris

NORMAL = {
    "g:h": "g:h", "g": "http://a/b/c/g", "./g": "http://a/b/c/g", "g/": "http://a/b/c/g/", "/g": "http://a/g",
    "//g": "http://g", "?y": "http://a/b/c/d;p?y", "g?y": "http://a/b/c/g?y", "#s": "http://a/b/c/d;p?q#s",
    "": "http://a/b/c/d;p?q", ".": "http://a/b/c/", "..": "http://a/b/", "../g": "http://a/b/g", "../..": "http://a/",
    "../../../../g": "http://a/g", "/../g": "http://a/g", "g.": "http://a/b/c/g.", "..g": "http://a/b/c/..g",
    "./g/.": "http://a/b/c/g/", "g;x=1/../y": "http://a/b/c/y", "g?y/../x": "http://a/b/c/g?y/../x",
}  # fmt: skip


@pytest.mark.parametrize("reference", NORMAL)
def test_a_reference_is_resolved(reference: str) -> None:
    assert iris.resolved(reference, "http://a/b/c/d;p?q") == NORMAL[reference]


def test_the_dots_of_a_base_go() -> None:
    assert iris.resolved("e", "http://a/./b/../c/d") == "http://a/c/e"
    assert iris.normal("http://a/./b/../c/d") == "http://a/c/d"


def test_a_base_of_any_scheme_will_do() -> None:
    assert iris.resolved("#x", "urn:a:b") == "urn:a:b#x"
    assert iris.resolved("x", "odd://a/b") == "odd://a/x"


@pytest.mark.parametrize("name", ["a.ttl", "é à.ttl", "a%b?c#d", "a~b_c-d", "(a)&[b]"])
def test_the_address_of_a_file_is_that_of_pathlib(tmp_path, name):
    assert iris.of_file(str(tmp_path / name)) == (tmp_path / name).as_uri()
