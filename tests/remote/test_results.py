"""Answers of servers that keep to the standards, and of others."""

from __future__ import annotations

import json
from warnings import catch_warnings

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.errors import BrokenAnswer, LeftOut, UnreadableTerms
from partnerkg.query.labels import labels
from partnerkg.store import results
from partnerkg.store.endpoint import Endpoint
from partnerkg.store.remote import Remote
from partnerkg.store.reply import Reply

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
A = {"type": "uri", "value": "http://e/a"}
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def answer(*terms):
    return json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": [{"s": term} for term in terms]}})


def table(text, media_type=JSON, charset=None):
    data = text if isinstance(text, bytes) else text.encode()
    return results.table(Reply(media_type, data, charset=charset), "http://h/")


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ({"type": "literal", "value": "7", "datatype": INTEGER}, Literal(7)),
        ({"type": "typed-literal", "value": "7", "datatype": INTEGER}, Literal(7)),
        ({"type": "literal", "value": "x", "xml:lang": ""}, Literal("x")),
        ({"type": "literal", "value": "x", "xml:lang": "fr"}, Literal("x", language="fr")),
        ({"type": "literal", "value": "x", "lang": "fr"}, Literal("x", language="fr")),
        (
            {"type": "literal", "value": "x", "xml:lang": "en", "datatype": LANG_STRING},
            Literal("x", language="en"),
        ),
        ({"type": "iri", "value": "http://e/a"}, NamedNode("http://e/a")),
        ({"type": "bnode", "value": "nodeID://b10"}, BlankNode("b10")),
        (None, None),
        (
            {"type": "triple", "value": {"subject": A, "predicate": A, "object": A}},
            Triple(*[NamedNode("http://e/a")] * 3),
        ),
    ],
)
def test_it_reads_a_term_as_a_server_writes_it(written, term):
    found = table(answer(A, written))
    assert found.rows == [(NamedNode("http://e/a"),), (term,)]
    assert not found.faults


def test_it_takes_no_blank_node_for_another():
    labels = ["nodeID://b2", "b1 ", "b1", "odd", "é", "nodeID://é", "", "-b"]
    found = table(answer(*({"type": "bnode", "value": label} for label in labels)))
    assert len({row[0] for row in found.rows}) == len(labels)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (answer({"type": "literal", "value": "Été"}).encode(), None),
        (b"\xef\xbb\xbf" + answer({"type": "literal", "value": "Été"}).encode(), None),
        (
            answer({"type": "literal", "value": "Été"}).replace("\\u00c9t\\u00e9", "Été").encode("latin-1"),
            "iso-8859-1",
        ),
    ],
)
@pytest.mark.parametrize("media_type", [JSON, "application/json", "text/plain", "application/octet-stream"])
def test_it_reads_an_answer_in_its_charset_whatever_it_is_called(data, charset, media_type):
    assert table(data, media_type, charset).rows == [(Literal("Été"),)]


def test_it_names_a_charset_that_is_not_so():
    with pytest.raises(BrokenAnswer, match="not written in utf-8, as it says"):
        table('{"a": "é"}'.encode("latin-1"), charset="utf-8")
    with pytest.raises(BrokenAnswer, match="not written in klingon"):
        table("{}", charset="klingon")


def test_it_keeps_control_characters_of_texts():
    text = answer({"type": "literal", "value": "#"}).replace("#", "two\nlines\ttab")
    assert table(text).rows == [(Literal("two\nlines\ttab"),)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "uri", "value": "http://e/a b|c"},
        {"type": "literal", "value": "x", "xml:lang": "x_y!"},
        {"type": "literal", "value": "x", "datatype": "no IRI"},
        {"type": "literal", "value": "\ud83d"},
        {"type": "number", "value": "1"},
        {"type": "uri"},
        {"type": "literal", "value": 7},
        "text",
        7,
    ],
)
def test_it_names_row_and_column_of_what_is_no_term_and_keeps_the_rest(wrong):
    found = table(answer(A, wrong, A))
    assert found.rows == [(NamedNode("http://e/a"),), (None,), (NamedNode("http://e/a"),)]
    assert [str(fault).startswith("row 2, ?s: ") for fault in found.faults] == [True]


def test_it_names_a_value_without_a_column():
    text = '{"head":{"vars":["s"]},"results":{"bindings":[{"z":{"type":"literal","value":"x"}}]}}'
    assert [str(fault) for fault in table(text).faults] == ["row 1: there is no column ?z"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (answer(A)[:-4] + "\njava.util.concurrent.TimeoutException", "breaks off before `java.util"),
        (answer(A)[:30], "breaks off"),
        (answer(A).replace('"uri"', "NaN"), "row 1"),
        ("{}", "it is no table"),
        ('{"boolean": true}', "it is no table"),
        ('{"a":' * 100_000, "nested too deep"),
        (
            answer(A).replace('"s": {', '"s": {"type": "uri", "value": "http://e/b"}, "s": {'),
            "`s` stands twice",
        ),
        (answer(A)[:-1] + ', "results": {"bindings": []}}', "`results` stands twice"),
        (answer(A).replace('"http://e/a"', "9" * 5000), "limit .* digits"),
        ("<sparql", "no element found|unclosed token"),
        ("<!DOCTYPE s [<!ENTITY a 'b'>]><sparql>&a;</sparql>", "document type"),
    ],
)
def test_it_says_what_is_wrong_with_an_answer(text, words):
    try:
        found = table(text, XML if text.startswith("<") else JSON)
    except BrokenAnswer as error:
        assert __import__("re").search(words, str(error))
    else:
        assert any(words in str(fault) for fault in found.faults)


def test_it_reads_xml_that_keeps_to_no_standard():
    text = """<?xml version="1.0" encoding="ISO-8859-1"?>
        <sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/><variable name="l"/></head>
        <results><result><binding name="s"><bnode>nodeID://b1</bnode></binding>
        <binding name="l"><literal xml:lang="fr">Été</literal></binding></result>
        <result><binding name="s"><uri>http://e/a b</uri></binding></result></results></sparql>"""
    found = table(text.encode("latin-1"), XML)
    assert found.rows == [(BlankNode("b1"), Literal("Été", language="fr")), (None, None)]
    assert [str(fault) for fault in found.faults] == ["row 2, ?s: `http://e/a b` is no term"]


def test_it_reads_the_truth_of_virtuoso():
    text = '{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[%s]}}'
    row = '{"__ASK_RETVAL":{"type":"literal","value":"1"}}'
    assert results.truth(Reply(JSON, (text % row).encode()), "http://h/") is True
    assert results.truth(Reply(JSON, (text % "").encode()), "http://h/") is False


def test_it_says_where_triples_cannot_be_read():
    with pytest.raises(BrokenAnswer, match="line 1"):
        results.triples(Reply("application/n-triples", b"<http://e/a> <b> 1 ."), "http://h/")


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("application/rdf+xml", '<rdf:RDF %s><v:C rdf:about="x"><v:p>a<!-- b -->c</v:p></v:C></rdf:RDF>'),
        ("application/ld+json", '{"@context": {"@vocab": "http://v/"}, "@id": "x", "@type": "C", "p": "ac"}'),
        ("text/turtle", '@prefix v: <http://v/> . <x> a v:C ; v:p "ac" .'),
    ],
)
def test_it_reads_triples_of_a_server_as_it_reads_files(media_type, text):
    names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:v="http://v/"'
    found = results.triples(Reply(media_type, text.replace("%s", names).encode()), "http://h/sparql")
    assert {(triple.subject.value, triple.object.value) for triple in found} == {
        ("http://h/x", "http://v/C"),
        ("http://h/x", "ac"),
    }


def test_it_refuses_triples_that_grow():
    grown = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    text = f'<!DOCTYPE r [<!ENTITY e0 "aaaaaaaaaa">{grown}]><v:C xmlns:v="http://v/"><v:p>&e9;</v:p></v:C>'
    with pytest.raises(BrokenAnswer, match="entit"):
        results.triples(Reply("application/rdf+xml", text.encode()), "http://h/")


@pytest.fixture
def faulty(behaving):
    """Return the store of a server with a term that is none."""

    def act(request):
        request.send_response(200)
        request.send_header("Content-Type", JSON)
        request.end_headers()
        truth = b'{"head":{},"boolean":true}'
        rows = answer(A, {"type": "uri", "value": "no IRI"}).encode()
        request.wfile.write(truth if "ASK" in request.text else rows)
        return True

    return Remote(Endpoint(behaving(act=act)))


def test_a_question_gets_the_rest_and_is_told_what_it_lacks(faulty):
    with pytest.warns(LeftOut, match="1 term that cannot be read: row 2, "):
        assert list(faulty.select("SELECT ?s { ?s ?p ?o }")) == [(NamedNode("http://e/a"),), (None,)]


def test_names_that_cannot_be_read_do_not_cost_the_others(behaving):
    def act(request):
        request.send_response(200)
        request.send_header("Content-Type", JSON)
        request.end_headers()
        rows = [
            {"thing": A, "label": {"type": "literal", "value": "x", "xml:lang": "x_y"}},
            {"thing": A, "label": {"type": "literal", "value": "A"}},
        ]
        table = json.dumps({"head": {"vars": ["thing", "label"]}, "results": {"bindings": rows}})
        request.wfile.write(b'{"head":{},"boolean":true}' if "ASK" in request.text else table.encode())
        return True

    store = Remote(Endpoint(behaving(act=act)))
    with pytest.warns(LeftOut, match=r"row 1, \?label"):
        assert labels([NamedNode("http://e/a")], store, "en") == {"http://e/a": "A"}


def test_what_must_be_whole_is_not_given_in_part(faulty):
    with catch_warnings(action="error"), pytest.raises(UnreadableTerms, match="row 2"):
        faulty.each("SELECT ?s { ?s ?p ?o }")
