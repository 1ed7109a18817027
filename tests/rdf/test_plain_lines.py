"""Files of lines whose literals the store is certain to keep."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from partnerkg.namespaces import namespace
from partnerkg.rdf import lexical, plain_lines

XSD = namespace("xsd").iri
LINE = "<http://e/a> <http://e/b> {} .\n"


def lines(tmp_path, *literals, name="data.nt"):
    path = tmp_path / name
    path.write_text("".join(map(LINE.format, literals)), encoding="utf-8")
    return str(path)


def typed(text, kind):
    return f'"{text}"^^<{XSD}{kind}>'


@pytest.mark.parametrize(
    "literal", ['"Écoles"', '"a"@fr', typed("7", "integer"), typed("2026-11-30", "date"), "<http://e/c>"]
)
def test_what_is_kept_is_certain(tmp_path, literal):
    assert plain_lines.has_only_kept(lines(tmp_path, literal))


@pytest.mark.parametrize(
    "literal",
    [
        typed("07", "integer"),
        typed("1.50", "decimal"),
        typed("9" * 20, "integer"),
        typed("7", "byte"),
        typed(r"7\u0030", "integer"),
        f'"07" ^^ <{XSD}integer>',
        f'"""07"""^^<{XSD}integer>',
        '"^^"',
    ],
)
def test_what_may_not_be_is_not_certain(tmp_path, literal):
    assert not plain_lines.has_only_kept(lines(tmp_path, typed("1", "integer"), literal))


def test_a_literal_on_the_seam_of_two_pieces_is_seen(tmp_path, monkeypatch):
    path = lines(
        tmp_path, *[typed(str(number), "integer") for number in range(1, 50)], typed("01", "integer")
    )
    for size in range(20, 90):
        monkeypatch.setattr("partnerkg.rdf.opened.BLOCK", size)
        assert not plain_lines.has_only_kept(path)


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "data.nq.gz"
    path.write_bytes(gzip.compress(LINE.format(typed("01", "integer")).encode()))
    assert not plain_lines.has_only_kept(str(path))
    path.write_bytes(gzip.compress(LINE.format(typed("1", "integer")).encode()))
    assert plain_lines.has_only_kept(str(path))


def test_of_other_syntaxes_nothing_is_certain(tmp_path):
    assert not plain_lines.has_only_kept(lines(tmp_path, '"a"', name="data.ttl"))


KINDS = st.sampled_from(
    ["integer", "decimal", "boolean", "date", "dateTime", "gYear", "string", "double", "byte"]
)
TEXTS = st.one_of(
    st.from_regex(r"[+-]?0{0,2}[0-9]{1,20}(\.[0-9]{0,3})?", fullmatch=True), st.text(max_size=5)
)


@settings(max_examples=200)
@given(
    st.lists(
        st.builds(lambda text, kind: Literal(text, datatype=NamedNode(XSD + kind)), TEXTS, KINDS), max_size=4
    )
)
def test_it_is_never_certain_of_what_the_store_changes(tmp_path_factory, literals):
    node = NamedNode("http://e/a")
    quads = [Quad(node, node, literal) for literal in literals]
    path = tmp_path_factory.mktemp("lines") / "data.nt"
    serialize((quad.triple for quad in quads), str(path), format=RdfFormat.N_TRIPLES)
    if plain_lines.has_only_kept(str(path)):
        assert lexical.unusual(lambda: quads) == ()
