r"""Constants of a query that can only be errors; and REPLACE as XPath Functions §7.6.3 has it."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.errors import WrongSparql
from partnerkg.store.held import hold

E = "http://e/"
DATA = [Quad(NamedNode(E + "a"), NamedNode(E + "p"), Literal("abc", language="fr"), NamedNode(E + "g"))]


def _value(expression: str) -> str | None:
    rows = hold(DATA).select(f"SELECT ({expression} AS ?x) {{ <http://e/a> ?p ?o }}")
    return getattr(next(rows)[0], "value", None)


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        ('REGEX(?o, "(")', '"(" is no regular expression'),
        ('REGEX(?o, "(?=a)")', '"(?=a)" is no regular expression'),
        ("regex(STR(?o), 'a[')", "'a[' is no regular expression"),
        ('REGEX(?o, "a", "g")', '"g" are no flags'),
        ('REGEX(?o, ?p, "g")', '"g" are no flags'),
        ('REPLACE(?o, "*", "b")', '"*" is no regular expression'),
        ('REPLACE(?o, "a", "$x")', '"$x" is no replacement'),
        (r'REPLACE(?o, "a", "\\n")', r'"\\n" is no replacement'),
        ('REGEX(?o, "[a-z-[aeiou]]")', "otherwise than SPARQL says"),
        ('LANGMATCHES(LANG(?o), "fr_FR")', '"fr_FR" is no range of languages'),
        ('LANGMATCHES(LANG(?o), "français")', "is no range of languages"),
        ('STRLANG(?o, "f r")', 'STRLANG(?o, "f r") has no value'),
        ('xsd:integer("abc")', 'xsd:integer("abc") has no value'),
        ('<http://www.w3.org/2001/XMLSchema#date>("2026-02-30")', "has no value"),
        ('?o < "2026-13-01"^^xsd:date', '"2026-13-01"^^xsd:date has no value'),
        ('"25:00:00"^^xsd:time >= ?o', '"25:00:00"^^xsd:time has no value'),
        ('IRI("a b")', 'IRI("a b") has no value'),
        ('YEAR("2026")', 'YEAR("2026") has no value'),
    ],
)
def test_it_names_a_constant_that_can_only_be_an_error_and_its_line(expression, named):
    with pytest.raises(WrongSparql) as refused:
        hold(DATA).ask(f"ASK {{ ?s ?p ?o\nFILTER({expression}) }}")
    assert "line 2: " in str(refused.value) and named in str(refused.value)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ('COALESCE(xsd:integer("abc"), IRI("a b"), "none")', "none"),
        ('LANGMATCHES(LANG(?o), "*")', "true"),
        ('LANGMATCHES("", "")', "true"),
        ('REGEX(?o, "B", "i")', "true"),
        ('REGEX("(", "(", "q")', "true"),
        (r'REGEX("-", "[a\\-\\[]")', "true"),
        ('"abc"^^xsd:date = "abc"^^xsd:date', "true"),
        ('STRDT("abc", xsd:date)', "abc"),
        ('xsd:integer(" 1 ")', None),  # a number for XPath, though not for the engine
    ],
)
def test_it_leaves_alone_what_has_a_value(expression, value):
    assert _value(expression) == value


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ('REPLACE("abc", "(b)", "$1x")', "abxc"),
        ('REPLACE("abc", "(b)", "[$1_$0]")', "a[b_b]c"),
        ('REPLACE("abc", "(b)", "$12")', "ab2c"),
        ('REPLACE("abc", "b", "$1")', "ac"),  # a group that is not there is empty
        ('REPLACE("abc", "[(](b)?|(c)", "$2$1!")', "abc!"),
        (r'REPLACE("abc", "b", "\\$")', "a$c"),
        (r'REPLACE("abc", "b", "\\\\")', "a\\c"),
        ('REPLACE("a.c", ".", "$1", "q")', "a$1c"),
        ('REPLACE(REPLACE("abc", "(a)", "$1b"), "(b)", "$1c")', "abcbcc"),
        ("REPLACE('abc', 'b', '''\\n\"''')", 'a\n"c'),
    ],
)
def test_it_replaces_as_xpath_says(call, value):
    assert _value(call) == value
