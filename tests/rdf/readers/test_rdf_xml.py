"""RDF/XML of strangers: read as XML and as RDF/XML say, or refused with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat
from pyoxigraph import parse as parsed

from partnerkg.errors import BrokenFile
from partnerkg.rdf.read import parse
from partnerkg.rdf.readers import plain, rdf_xml

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "^^<" + RDF + "XMLLiteral>"
START = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:v="http://v/" xml:base="http://b/d/f">'
ABOUT = '<rdf:Description rdf:about="http://s">%s</rdf:Description>'


def said(folder: Path, body: str | bytes, start: str = START, name: str = "x.rdf") -> list[str]:
    """Return the triples of a document with this body."""
    path = folder / name
    data = body if isinstance(body, bytes) else f"{start}{body}</rdf:RDF>".encode()
    path.write_bytes(data)
    found = Dataset(parse(str(path)))
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return sorted(f"{quad.subject} {quad.predicate} {quad.object}" for quad in found)


def value(folder: Path, element: str) -> str:
    """Return the object of the only triple, about <http://s>."""
    (triple,) = said(folder, ABOUT % element)
    return triple.removeprefix("<http://s> <http://v/p> ")


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<v:p>a<![CDATA[<b> & ]]>c</v:p>", '"a<b> & c"'),
        ("<v:p>a<!-- no -->b<?no no?></v:p>", '"ab"'),
        ("<v:p>a\r\nb</v:p>", '"a\\nb"'),
        ('<v:p rdf:datatype="t">1</v:p>', '"1"^^<http://b/d/t>'),
        ('<v:p rdf:resource="../x"/>', "<http://b/x>"),
        ('<v:p rdf:resource=""/>', "<http://b/d/f>"),
        ('<v:p rdf:resource="#x"/>', "<http://b/d/f#x>"),
        ('<v:p xml:base="http://c/./e/../g/h" rdf:resource="i"/>', "<http://c/g/i>"),
        ('<v:p rdf:parseType="Literal"/>', f'""{XML}'),
        ('<v:p rdf:parseType="Other"><v:x>1</v:x></v:p>', f'"<v:x xmlns:v=\\"http://v/\\">1</v:x>"{XML}'),
        ('<v:p rdf:parseType="Literal">a<!-- c --><?t d?>b</v:p>', f'"a<!-- c --><?t d?>b"{XML}'),
        ('<v:p rdf:parseType="Literal">&lt;&amp;\t&#13;</v:p>', f'"&lt;&amp;\\t&#xD;"{XML}'),
        (
            '<v:p rdf:parseType="Literal"><g xmlns="http://g" xmlns:n="http://n" n:b="1" a="2"><h/></g></v:p>',
            '"<g xmlns=\\"http://g\\" xmlns:n=\\"http://n\\" a=\\"2\\" n:b=\\"1\\"><h></h></g>"' + XML,
        ),
    ],
)
def test_it_reads_values_as_the_standards_say(tmp_path: Path, element: str, expected: str) -> None:
    assert value(tmp_path, element) == expected


def test_it_makes_one_space_of_a_line_break_in_an_attribute(tmp_path: Path) -> None:
    assert said(tmp_path, '<rdf:Description rdf:about="http://s" v:p="a\n\tb"/>') == [
        '<http://s> <http://v/p> "a  b"'
    ]


def test_it_takes_old_names_without_a_prefix(tmp_path: Path) -> None:
    body = '<rdf:Description about="http://s"><v:p resource="http://o"/></rdf:Description>'
    assert said(tmp_path, body) == ["<http://s> <http://v/p> <http://o>"]


def test_it_reads_a_collection(tmp_path: Path) -> None:
    item = '<rdf:Description rdf:about="http://i"/>'
    found = said(tmp_path, ABOUT % f'<v:p rdf:parseType="Collection">{item}</v:p>')
    assert sum(f"<{RDF}first> <http://i>" in line for line in found) == 1
    assert sum(f"<{RDF}rest> <{RDF}nil>" in line for line in found) == 1


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-16", "UTF-16"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
        ("utf-8", "utf8"),
        ("ascii", "US-ASCII"),
        ("shift-jis", "Shift_JIS"),
    ],
)
def test_it_reads_the_encoding_that_the_file_declares(tmp_path: Path, encoding: str, declared: str) -> None:
    letter = "é" if encoding.startswith(("ut", "la", "cp")) else "&#233;"
    text = f'<?xml version="1.0" encoding="{declared}"?>{START}{ABOUT % f"<v:p>{letter}</v:p>"}</rdf:RDF>'
    assert said(tmp_path, text.encode(encoding)) == ['<http://s> <http://v/p> "é"']


@pytest.mark.parametrize("quote", ["'", '"'])
def test_it_knows_entities_that_name_others(tmp_path: Path, quote: str) -> None:
    declared = f"<!DOCTYPE r [<!ENTITY h {quote}http://v/{quote}>\n<!ENTITY p {quote}&h;p{quote}>]>"
    body = ABOUT % '<v:p rdf:resource="&p;"/>'
    assert said(tmp_path, body, declared + START) == ["<http://s> <http://v/p> <http://v/p>"]


@pytest.mark.parametrize(
    ("declared", "line", "reason"),
    [
        (
            '<!DOCTYPE r [<!ENTITY a "%s">\n<!ENTITY b "&a;&a;">]>' % ("x" * 6000),
            2,
            "the entity `b` stands for more than",
        ),
        (
            '<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd">\n',
            2,
            "the entity `e` stands for is said in another file",
        ),
        (
            '<!DOCTYPE r [<!ENTITY e SYSTEM "/etc/passwd">]>\n',
            2,
            "the entity `e` stands for is said in another file",
        ),
    ],
)
def test_it_refuses_entities_that_grow_or_stand_elsewhere(
    tmp_path: Path, declared: str, line: int, reason: str
) -> None:
    with pytest.raises(BrokenFile) as caught:
        said(tmp_path, ABOUT % "<v:p>&e;</v:p>", declared + START)
    assert caught.value.details["line"] == line
    assert reason in str(caught.value)


ENTITY = '<!DOCTYPE x [<!ENTITY e "%s">]>' + START


@pytest.mark.parametrize(
    ("start", "body", "reason"),
    [
        (START, "<v:p " + " ".join(f'xmlns:n{i}="n"' for i in range(10_001)) + "/>", "more than 10000"),
        (START, "<v:p " + " ".join(f'v:p{i}=""' for i in range(10_001)) + "/>", "more than 10000"),
        (ENTITY % ("y" * 250), f"<v:p>{'&e;' * 70_000}</v:p>", "is longer than 16777216 bytes"),
        (ENTITY % ("y" * 400), f'<v:p v:q="{"&e;" * 180_000}"/>', "is longer than 167772 bytes"),
        (ENTITY % ("y" * 200), f"<v:p>{'&e;' * 100}</v:p>" * 1_200, "more than 10 times what it holds"),
    ],
)
def test_it_refuses_what_would_grow_without_bound(tmp_path: Path, start: str, body: str, reason: str) -> None:
    with pytest.raises(BrokenFile, match=reason):
        said(tmp_path, ABOUT % body, start)


def test_it_keeps_a_form_that_its_datatype_does_not_have(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    element = '<v:p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">abc</v:p>'
    assert value(tmp_path, element) == '"abc"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert not caplog.records


def test_it_declares_prefixes_of_a_literal_where_they_are_used_first(tmp_path: Path) -> None:
    inside = '<n:a xmlns:n="http://n"><n:b xmlns:n="http://m"/><n:c/></n:a><n:d xmlns:n="http://n"/>'
    written = '<n:a xmlns:n="http://n"><n:b xmlns:n="http://m"></n:b><n:c></n:c></n:a><n:d xmlns:n="http://n"></n:d>'
    found = value(tmp_path, f'<v:p rdf:parseType="Literal">{inside}</v:p>')
    assert found == '"' + written.replace('"', '\\"') + '"' + XML


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<rdf:Description rdf:about="http://s "/>', "Invalid IRI"),
        (ABOUT % '<v:p xml:lang="fr_fr">a</v:p>', "language"),
        (ABOUT % "lost <v:p/>", "a text stands where only elements may"),
        (ABOUT % "<v:p>lost<v:C/></v:p>", "a text stands where only elements may"),
        (ABOUT % "<v:p><v:C/><v:C/></v:p>", "Repeat node-elements"),
        ('<rdf:Description rdf:ID="a"/><rdf:Description rdf:ID="a"/>', "same ID"),
        ("<rdf:li/>", "Invalid node element"),
        ("<v:C>", "mismatched tag"),
        ("<v:C>" * 201, "more than 200 elements"),
        (ABOUT % "<v:p>\x01</v:p>", "not well-formed"),
    ],
)
def test_it_names_the_line_of_what_is_wrong(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(BrokenFile) as caught:
        said(tmp_path, f"<v:C/>\n\n{body}")
    assert caught.value.details["line"] == 3
    assert reason in str(caught.value)


def test_it_names_the_line_in_a_file_that_is_read_fast(tmp_path: Path) -> None:
    start = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:v="http://v/">\n'
    with pytest.raises(BrokenFile, match="line 2: "):
        said(tmp_path, '<v:C rdf:about="http://a|b"></v:C>', start)


TEXTS = some.text(alphabet="a \n\té\"'&<>", max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
IRIS = some.sampled_from(["http://a/b", "urn:x:y", "http://a/../b?c#d", "HTTP://a/é"])
PROPERTIES = some.one_of(
    some.builds("<v:p>{}</v:p>".format, TEXTS),
    some.builds('<v:p xml:lang="fr-BE">{}</v:p>'.format, TEXTS),
    some.builds('<v:p rdf:datatype="{}">{}</v:p>'.format, IRIS, TEXTS),
    some.builds('<v:q rdf:resource="{}"/>'.format, IRIS),
    some.builds('<v:q rdf:resource="{}"></v:q>'.format, IRIS),
    some.just('<rdf:li rdf:nodeID="n"/>'),
    some.just("<v:q> \n</v:q>"),
    some.just("<v:q/>"),
    some.builds('<v:q><v:C rdf:about="{}"> \n </v:C></v:q>'.format, IRIS),
    some.just('<v:q xmlns:w="http://w/"><w:D><w:r>x</w:r></w:D></v:q>'),
)
NODES = some.builds(
    "<v:C{}>{}</v:C>\n".format,
    some.sampled_from(["", ' rdf:about="http://s"', ' rdf:nodeID="n"']),
    some.lists(PROPERTIES, max_size=4).map("".join),
)


def shape(quads) -> list[str]:
    found = Dataset(quads)
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return sorted(map(str, found))


def test_it_says_what_helps_where_an_iri_is_relative_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.rdf"
    path.write_text(f'<rdf:RDF xmlns:rdf="{RDF}">\n<a:b xmlns:a="u:" rdf:about="c"/></rdf:RDF>')
    with pytest.raises(BrokenFile, match=r"line 2: .*; add --base"):
        list(parse(str(path), None))


@settings(max_examples=200, deadline=None)
@given(body=some.lists(NODES, max_size=4).map("".join))
def test_a_plain_file_says_the_same_to_the_fast_parser(body: str) -> None:
    text = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:v="http://v/">\n{body}</rdf:RDF>'.encode()
    assert plain.xml([text])
    assert shape(parsed(text, format=RdfFormat.RDF_XML)) == shape(rdf_xml.quads([text], None, {}))


@pytest.mark.parametrize(
    "text",
    [
        "<!-- c -->", "<![CDATA[x]]>", '<v:p rdf:parseType="Resource"/>', '<v:p about="http://a"/>', "&e;", "\r",
        '<v:p rdf:resource="x"/>', '<v:p rdf:ID="x"/>', '<v:p v:q="x"/>', "<?pi?>", "]]>", "\x01", "<v:p>" * 300,
    ],
)  # fmt: skip
def test_a_file_with_more_is_not_plain(text: str) -> None:
    start = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:v="http://v/">\n'
    assert plain.xml([f"{start}</rdf:RDF>".encode()])
    assert not plain.xml([f"{start}{text}</rdf:RDF>".encode()])
