"""SPARQL text as tokens."""

from __future__ import annotations

from partnerkg.sparql import tokens


def words(text):
    return [token.text for token in tokens.tokens(text)]


def test_it_leaves_out_comments_and_keeps_hashes_of_iris_and_strings():
    assert words("ASK # SERVICE\n{ <http://e/#a> ?p '#b' }") == [
        "ASK",
        "{",
        "<http://e/#a>",
        "?p",
        "'#b'",
        "}",
    ]


def test_it_ends_a_comment_at_a_carriage_return():
    assert words("# a\rASK") == ["ASK"]


def test_it_reads_an_escaped_hash_as_part_of_a_name():
    assert words(r"ex:a\#b") == [r"ex:a\#b"]


def test_it_reads_strings_over_several_lines():
    assert words("'''a\n'b' \\''''") == ["'''a\n'b' \\''''"]


def test_it_knows_the_line_and_the_depth_of_a_token():
    found = {token.text: (token.line, token.depth) for token in tokens.tokens("ASK\n{\n ?s ?p (1)\n}")}
    assert found["ASK"] == (1, 0)
    assert found["?s"] == (3, 1)
    assert found["1"] == (3, 2)
