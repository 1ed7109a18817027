"""Files of any size: read in pieces, checked, in little memory."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat
from pyoxigraph import parse as parsed

from partnerkg.errors import BrokenFile, MissingFile, UnreadableFile
from partnerkg.export import write
from partnerkg.rdf import nesting, opened, source
from partnerkg.rdf.read import parse
from partnerkg.rdf.readers import json_ld, plain
from partnerkg.store import embedded, held

WORLD = Path(__file__).parents[1] / "world"
XML = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a/">%s</r:RDF>'
GOOD = {
    "x.ttl": "<a:s> <a:p> <a:o> .\n",
    "x.trig": "<a:g> { <a:s> <a:p> <a:o> }\n",
    "x.nt": "<a:s> <a:p> <a:o> .\n",
    "x.nq": "<a:s> <a:p> <a:o> .\n",
    "x.rdf": '<r:Description r:about="a:s"><a:p/></r:Description>\n',
    "x.jsonld": '{"@id": "a:s", "http://a/p": 1},\n',
}
ROUND = {"x.rdf": XML.split("%s"), "x.jsonld": ("[", "{}]")}
LIMITED = """
import resource, sys
from collections import deque
from partnerkg.errors import PartnerkgError
from partnerkg.rdf.read import parse
import partnerkg.rdf.source, partnerkg.rdf.readers.plain, gzip
from partnerkg.rdf.nesting import brackets, json, lines, terse
held = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + {megabytes} * 1_000_000,) * 2)
try:
    print(sum(1 for _ in parse(sys.argv[1])))
except PartnerkgError as error:
    print(error)
"""


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch):
    """Let files be read in pieces of a few bytes, as large ones are in larger ones."""

    def setting(size: int) -> None:
        monkeypatch.setattr(opened, "BLOCK", size)

    setting(50)
    return setting


def large(name: str, text: str | bytes, count: int = 40) -> bytes:
    """Return a text of many statements with another behind them, on line 41."""
    before, after = ROUND.get(name, ("", ""))
    middle = GOOD[name].encode() * count + (text if isinstance(text, bytes) else text.encode())
    return before.encode() + middle + after.encode()


def place(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return str(path)


def fault(path: str, kind: type[Exception] = BrokenFile) -> str:
    with pytest.raises(kind) as caught:
        list(parse(path))
    return str(caught.value).removeprefix(f"{Path(path).parent}/")


def canonical(quads) -> list[str]:
    found = Dataset(quads)
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return sorted(map(str, found))


def limited(path: str, megabytes: int) -> str:
    """Read a file in a process that may take so much memory beyond what it has when it starts."""
    code = LIMITED.format(megabytes=megabytes)
    done = subprocess.run([sys.executable, "-c", code, path], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().removeprefix(f"{Path(path).parent}/")


@pytest.mark.parametrize("size", [1, 7, 100])
@pytest.mark.parametrize("path", sorted(WORLD.rglob("*.t*")), ids=lambda path: path.name)
def test_they_say_the_same_in_pieces(path: Path, size: int, pieces) -> None:
    whole = [str(quad) for quad in parsed(path=str(path))]
    pieces(size)
    assert [str(quad) for quad in parse(str(path))] == whole


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("name", GOOD)
def test_they_are_read_in_every_format_packed_or_not(tmp_path: Path, name: str, packed: str, pieces) -> None:
    path = place(tmp_path, name + packed, b"\xef\xbb\xbf" + large(name, ""))
    assert len(list(parse(path))) == 40


def test_a_blank_node_has_one_new_label_over_a_whole_file(tmp_path: Path, pieces) -> None:
    path = place(tmp_path, "x.nt", b"_:b <a:p> <a:o> .\n" + large("x.nt", "_:b <a:p> <a:q> .\n"))
    first, *_, last = parse(path)
    assert first.subject == last.subject != next(parse(path)).subject


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("name", GOOD)
def test_they_are_named_with_the_line_that_is_not_utf_8(
    tmp_path: Path, name: str, packed: str, pieces
) -> None:
    path = place(tmp_path, name + packed, large(name, b"\n\xe9"))
    assert fault(path).startswith(f"{name}{packed}, line 42: the byte 0xe9")


def test_a_letter_that_the_end_cuts_in_two_is_not_utf_8(tmp_path: Path, pieces) -> None:
    assert "line 41: the byte 0xc3" in fault(place(tmp_path, "x.ttl", large("x.ttl", b"# \xc3")))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.ttl", "<a:s> <a:p> " + "( " * 201),
        ("x.ttl", "<a:s> <a:p#\\u0041> " + "( " * 201),
        ("x.trig", "<a:s> <a:p> '''\n''', " + "[ <a:p> " * 201),
        ("x.nq", "<a:s> <a:p> " + "<<( <a:s> <a:p> " * 101),
        ("x.jsonld", '{"a": "\\"[",\n"b": ' + "[" * 201 + "]" * 201 + "},"),
        ("x.rdf", "<r:Description><a:p>" * 101 + "</a:p></r:Description>" * 101),
    ],
)
def test_they_are_not_read_too_deep(tmp_path: Path, name: str, text: str, pieces) -> None:
    line = 42 if "\n" in text else 41
    assert fault(place(tmp_path, name, large(name, text))).startswith(f"{name}, line {line}: more than 200")


@pytest.mark.parametrize("name", ["x.ttl", "x.trig", "x.nq", "x.jsonld", "x.rdf"])
def test_they_are_named_with_the_line_of_wrong_syntax(tmp_path: Path, name: str, pieces) -> None:
    assert fault(place(tmp_path, name, large(name, "no <"))).startswith(f"{name}, line 41: ")


def test_entities_that_grow_are_refused(tmp_path: Path, pieces) -> None:
    doctype = f'<!DOCTYPE x [<!ENTITY a "{"b" * 5000}">\n<!ENTITY e "&a;&a;&a;">]>'.encode()
    assert "line 2: the entity `e`" in fault(place(tmp_path, "x.rdf", doctype + large("x.rdf", "")))


@pytest.mark.parametrize(
    "data",
    [b"nothing", gzip.compress(b"#" * 99)[:-9], gzip.compress(b"<") + b"x"],
    ids=["never packed", "cut", "more behind"],  # gzip writes the time into what it packs
)
def test_a_torn_packed_file_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.ttl.gz").write_bytes(data)
    assert (
        fault(str(tmp_path / "x.ttl.gz"), UnreadableFile)
        == "x.ttl.gz cannot be read: it is no whole gzip file."
    )


def test_a_packed_file_that_ends_too_early_cannot_be_read(tmp_path: Path, pieces) -> None:
    data = gzip.compress(b"".join(b"<a:%d> <a:p> <a:o> .\n" % number for number in range(1000)))
    (tmp_path / "x.ttl.gz").write_bytes(data[:-20])
    assert "it is no whole gzip file" in fault(str(tmp_path / "x.ttl.gz"), UnreadableFile)


def test_a_file_that_is_not_there_or_no_file_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        parse(str(tmp_path / "x.ttl.gz"))
    (tmp_path / "x.ttl.gz").mkdir()
    with pytest.raises(UnreadableFile, match="directory"):
        parse(str(tmp_path / "x.ttl.gz"))


LONG = b"x" * (17 << 20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.nt", b'<a:s> <a:p> "' + LONG, "line 2: a line is longer than 16777216 bytes"),
        ("x.ttl", b'<a:s> <a:p> "' + LONG, "line 2: a text, name or comment is longer than 16777216 bytes"),
        ("x.trig", b'<a:s> <a:p> """\n' + LONG, "line 2: a text, name or comment is longer than"),
        ("x.ttl", b"# " + LONG, "line 2: a text, name or comment is longer than"),
        ("x.ttl", b"<" + LONG, "line 2: a text, name or comment is longer than"),
        ("x.jsonld", b'{"@id": "' + LONG + b'"', "a text, name or comment is longer than 8388608 bytes"),
        ("x.rdf", b"<r:Description><a:p>" + LONG, "a text, name or comment is longer than 16777216 bytes"),
        ("x.rdf", b"<!--" + b"<" * len(LONG), "a text, name or comment is longer than"),
        (
            "x.rdf",
            b"<r:Description><a:p><![CDATA[" + b"<" * len(LONG),
            "a text, name or comment is longer than",
        ),
        ("x.rdf", b'<a:p a:q="' + LONG, "a text, name or comment is longer than"),
    ],
    ids=lambda value: str(value[:10]),
)
def test_what_no_parser_holds_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in fault(place(tmp_path, name, large(name, data, 1)))


def test_a_text_is_as_long_as_a_parser_holds(tmp_path: Path) -> None:
    text = large("x.ttl", b'<a:s> <a:p> """' + b"line\n" * (3 << 20) + b'""" .', 1)
    assert len(list(parse(place(tmp_path, "x.ttl", text)))) == 2


@pytest.mark.slow
@pytest.mark.parametrize("start", ["x.nt: ", 'x.ttl: <a:s> <a:p> "', 'x.jsonld: {"', "x.rdf: <!--"])
def test_a_line_of_zeros_that_was_packed_small_takes_no_memory(tmp_path: Path, start: str) -> None:
    name, begun = start.split(": ", 1)
    path = place(tmp_path, f"{name}.gz", begun.encode() + b"0" * 100_000_000)
    assert Path(path).stat().st_size < 100_000
    assert "is longer than" in limited(path, 150)


@pytest.mark.thorough
@pytest.mark.skipif(not hasattr(resource, "RLIMIT_AS") or sys.platform != "linux", reason="a limit of Linux")
@pytest.mark.parametrize("packed", ["", ".gz"])
def test_a_file_larger_than_the_memory_is_read(tmp_path: Path, packed: str) -> None:
    line = b'<http://a.example/%d> <http://a.example/p> "(text)", "y" .\n'
    data = b"".join(line % number for number in range(700_000))
    assert len(data) > 40_000_000
    assert limited(place(tmp_path, f"x.ttl{packed}", data), 30) == "1400000"


TERMS = some.sampled_from(["<http://a/s>", "<http://a/t>", "_:b", "_:c"])
LITERALS = some.sampled_from(
    ['"a"', '"é"@fr', '"01"^^<http://www.w3.org/2001/XMLSchema#integer>', '"x"^^<http://a/D>']
)
KINDS = some.sampled_from(
    ["<http://a/p>", "<http://a/q>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]
)
STATEMENTS = some.lists(
    some.tuples(TERMS, KINDS, some.one_of(TERMS, LITERALS), some.one_of(TERMS, some.just(""))), max_size=12
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(statements=STATEMENTS, name=some.sampled_from(["jsonld", "jsonld-compact"]))
def test_our_json_ld_is_read_in_its_order(tmp_path: Path, pieces, statements, name: str) -> None:
    quads = list(parsed("\n".join(" ".join([*words, "."]) for words in statements), format=RdfFormat.N_QUADS))
    path = place(tmp_path, "x.jsonld", b"".join(write(held.hold(quads), name)))
    with source.Source(path) as file:
        assert file.form == RdfFormat.STREAMING_JSON_LD or Path(path).stat().st_size < opened.BLOCK
    assert canonical(parse(path)) == canonical(quads)


NAMES = ["@id", "@type", "@graph", "@context", "a:p", "a:q", "id"]


def objects(inner):
    parts = {
        "@id": some.sampled_from(["a:s", "_:b"]),
        "@type": some.just("a:T"),
        "@context": some.just({"id": "@id"}),
    }
    keys = some.lists(some.sampled_from(NAMES), unique=True, max_size=5)
    return keys.flatmap(lambda found: some.fixed_dictionaries({key: parts.get(key, inner) for key in found}))


VALUES = some.recursive(
    some.sampled_from([1, "a:s", True, {"@value": "x", "@type": "a:t"}, {"@type": "a:t", "@value": "x"}]),
    lambda inner: objects(inner) | some.lists(inner, max_size=2),
    max_leaves=8,
)


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=some.lists(objects(VALUES), min_size=1, max_size=3))
def test_plain_json_ld_says_to_the_fast_parser_what_it_says(tmp_path: Path, pieces, document) -> None:
    text = json.dumps([*document, *[{}] * 20]).encode()
    assume(plain.json_ld([text]))
    try:
        right = canonical(json_ld.quads("x", text, None))
    except nesting.bounds.Fault:
        return  # the fast parser may be milder
    assert canonical(parsed(text, format=RdfFormat.JSON_LD)) == right
    assert canonical(parse(place(tmp_path, "x.jsonld", text))) == right


def test_a_remote_context_is_not_fetched_for_a_large_file_either(tmp_path: Path, pieces) -> None:
    path = place(tmp_path, "x.jsonld", b'{"@context": "http://a.example/", "a:p": "' + b"x" * 99 + b'"}')
    assert "never fetched" in fault(path)


@pytest.mark.parametrize("name", GOOD)
def test_a_store_takes_large_files(tmp_path: Path, name: str, pieces) -> None:
    store = embedded.read(place(tmp_path, name, large(name, "")))
    assert len(list(store.quads())) == 40
    assert len(list(store.select("SELECT * { ?s ?p ?o }"))) >= 1


@pytest.mark.parametrize("name", ["x.ttl", "x.trig", "x.nq", "x.jsonld", "x.rdf"])
def test_a_store_names_the_line_too(tmp_path: Path, name: str, pieces) -> None:
    with pytest.raises(BrokenFile, match=f"{name}, line 41: "):
        embedded.read(place(tmp_path, name, large(name, "no <"))).need()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<http://a> <http://b> "x .\n', "between column 23 and line 2 column 1: Unexpected end of file"),
        ("<http://a b> <http://b> 1 .\n", "between columns 1 and 13: Invalid IRI code point ' '"),
    ],
)
def test_it_says_the_line_once(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(text)
    with pytest.raises(BrokenFile) as caught:
        list(parse(str(file)))
    assert caught.value.details["line"] == 1
    assert caught.value.details["reason"] == said
