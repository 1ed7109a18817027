"""JSON-LD of strangers: read as the standard says; what it leaves out is named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from partnerkg.errors import BrokenFile, LeftOut, WrongSetting
from partnerkg.rdf.read import parse
from partnerkg.rdf.readers import contexts, json_ld, plain

S = "http://s"


def said(folder: Path, document: object, base: str | None = None) -> list[str]:
    path = folder / "x.jsonld"
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    found = parse(str(path), base) if base else parse(str(path))
    return sorted(f"{quad.subject} {quad.predicate} {quad.object}" for quad in found)


@pytest.mark.parametrize(
    ("context", "key", "value", "expected"),
    [
        ({"p": {"@id": "http://p", "@type": "@none"}, "@language": "fr"}, "p", "x", '<http://p> "x"@fr'),
        ({"@vocab": "http://v/"}, "a/b", 1, '<http://v/a/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (
            {"p": {"@id": "http://p", "@type": "@id"}, "@base": "http://b/./c/../d/"},
            "p",
            "e",
            "<http://p> <http://b/d/e>",
        ),
        (
            {"p": {"@id": "http://p", "@type": "@json"}},
            "p",
            {"\ufb33": 1, "\U0001f600": 2},
            '<http://p> "{\\"\U0001f600\\":2,\\"\ufb33\\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>',
        ),
        (
            {"p": {"@id": "http://p", "@context": {"q": "http://q"}}},
            "p",
            {"@id": "http://o"},
            "<http://p> <http://o>",
        ),
    ],
)
def test_it_reads_as_the_standard_says(
    tmp_path: Path, context: dict, key: str, value: object, expected: str
) -> None:
    assert said(tmp_path, {"@context": context, "@id": S, key: value}) == [f"<{S}> {expected}"]


def test_it_keeps_the_context_of_a_type_inside_a_container(tmp_path: Path) -> None:
    context = {
        "@version": 1.1,
        "@vocab": "http://v/",
        "Outer": {"@id": "http://v/Outer", "@context": {"p": "http://outer"}},
        "Inner": {
            "@id": "http://v/Inner",
            "@context": {"p": "http://inner", "in": {"@id": "http://v/in", "@container": "@index"}},
        },
    }
    document = {"@context": context, "@id": S, "@type": "Inner", "in": {"1": {"@id": "http://o", "p": "x"}}}
    assert '<http://o> <http://inner> "x"' in said(tmp_path, document)


def test_a_relative_iri_is_of_the_file(tmp_path: Path) -> None:
    assert said(tmp_path, {"@id": "a", "http://p": "x"}) == [f'<{tmp_path.as_uri()}/a> <http://p> "x"']


def test_a_base_is_taken_instead_without_its_dots(tmp_path: Path) -> None:
    assert said(tmp_path, {"@id": "a", "http://p": "x"}, "http://b/./c/d") == [
        '<http://b/c/a> <http://p> "x"'
    ]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"_comment": "none"}, "_comment"),
        ({"@comment": {"http://q": "none"}}, "@comment"),
        ({"@explicit": True}, "@explicit"),
        ({"_:p": "x"}, "_:p"),
        ({"http://q": {"@id": "http://a b"}}, "http://a b"),
        ({"http://q": {"@value": "x", "@language": "x_y"}}, "x_y"),
        ({"http://q": {"@value": "x", "@language": "fr-a"}}, "fr-a"),
        ({"@context": {"@language": "x_y"}, "http://q": "x", "http://p": {"@value": "x"}}, "x_y"),
    ],
)
def test_it_names_what_the_standard_leaves_out(tmp_path: Path, more: dict, name: str) -> None:
    with pytest.warns(LeftOut, match=f": {name}\\.$"):
        assert said(tmp_path, {"@id": S, "http://p": "x", **more}) == [f'<{S}> <http://p> "x"']


def test_it_says_that_a_direction_is_left_out(tmp_path: Path) -> None:
    value = {"@value": "جمعية", "@language": "ar", "@direction": "rtl"}
    with pytest.warns(LeftOut, match="of 1 text "):
        assert said(tmp_path, {"@id": S, "http://p": value}) == [f'<{S}> <http://p> "جمعية"@ar']


def test_it_survives_what_ends_the_fast_parser(tmp_path: Path) -> None:
    context = {"g": {"@id": "http://g/", "@container": "@graph"}}
    assert said(tmp_path, {"@context": context, "@id": S, "g": [{"@set": [1]}]}) != ["panic"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{"@id": "http://s",\n"http://p": "\\ud83d"}', 2, "\\ud83d is half of a surrogate pair"),
        ('{"@id": "http://s",\n"http://p": "\\udc00\\ud83d"}', 2, "\\udc00 is half of a surrogate pair"),
        ('{"@context": {"@vocab": "http://v/"},\n"http://p": NaN}', 1, "NaN is no JSON"),
        ('{"@context": {"@vocab": "http://v/"},\n"http://p": ?}', 2, "Expecting value"),
        (
            '{"@context": [{"@vocab": "http://v/"},\n"http://c/x"]}',
            2,
            "the context http://c/x, and contexts are never fetched",
        ),
        ('{"@context": {"@vocab": "http://v/"}, "http://p": {"@id": []}}', 1, "Invalid"),
        (
            '{"@context": {"@vocab": "http://v/"},\n"a": {"b": "a:", "c": [{"a": 1}]},\n"a": 2}',
            3,
            "`a` stands twice",
        ),
        (
            '{"@context": {"@vocab": "http://v/"}, "a": [{"\\u0062": 1,\n"b": "\\"b\\":"}]}',
            2,
            "`b` stands twice",
        ),
        ('{"@context": {"@vocab": "http://v/"}, "a": 1e999}', 1, "1e999 is beyond the range of numbers"),
        ('{"@context":\n{"@version": 1.1, "@import": "c.jsonld"}}', 2, "c.jsonld, and contexts are never"),
    ],
)
def test_it_names_the_line_of_what_is_wrong(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(BrokenFile) as caught:
        said(tmp_path, text)
    assert (caught.value.details["line"], reason in str(caught.value)) == (line, True)


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"@id": "x", "http://p": 1}, "x"),
        ({"@id": "http://s", "http://p": {"@id": ""}}, ""),
        ({"@id": "http://s", "http://p": ["x", {"@id": "a/b?c#d"}]}, "a/b?c#d"),
        ({"@context": {"@base": "dir/"}, "@id": "x", "http://p": 1}, "dir/x"),
        ({"@context": {"@base": None}, "@id": "x", "http://p": 1}, "x"),
        ({"@context": {"@vocab": ""}, "@id": "http://s", "p": 1}, "p"),
        ({"@id": "http://s", "@type": "T", "http://p": 1}, "T"),
        ({"@id": "http://s", "http://p": {"@value": "1", "@type": "T"}}, "T"),
        ({"@id": "#g", "@graph": [{"@id": "http://s", "http://p": 1}]}, "#g"),
    ],
)
def test_no_place_is_invented_for_a_relative_iri(tmp_path: Path, document: object, name: str) -> None:
    path = tmp_path / "x.jsonld"
    path.write_text(json.dumps(document))
    with pytest.raises(
        BrokenFile, match=f"line 1: `{re.escape(name)}` is relative, and nothing says to what"
    ):
        list(parse(str(path), None))


def test_it_names_what_is_wrong_in_a_large_file_too(tmp_path: Path) -> None:
    text = '{"@id": "http://s",\n"http://p": [' + '"x",' * json_ld.SMALL + '{"@id": "r"}]}'
    (tmp_path / "x.jsonld").write_text(text)
    with pytest.raises(BrokenFile, match="line 2: `r` is relative, and nothing says to what; add --base"):
        list(parse(str(tmp_path / "x.jsonld"), None))


def test_a_pair_of_surrogates_is_a_character(tmp_path: Path) -> None:
    text = '{"@id": "http://s", "http://p": "\\\\ud83d \\ud83d\\ude00"}'
    assert said(tmp_path, text) == ['<http://s> <http://p> "\\\\ud83d 😀"']


@pytest.mark.parametrize(
    "address", ["https://schema.org", "http://schema.org/", "https://schema.org/docs/jsonldcontext.jsonld"]
)
def test_it_reads_schema_org_without_fetching_its_context(tmp_path: Path, address: str) -> None:
    document = {
        "@context": address,
        "@id": S,
        "@type": "Bookshop",
        "url": "http://u",
        "name": "N",
        "startDate": "2020-01-01",
    }
    assert said(tmp_path, document) == sorted(
        [
            f'<{S}> <http://schema.org/name> "N"',
            f'<{S}> <http://schema.org/startDate> "2020-01-01"^^<http://schema.org/Date>',
            f"<{S}> <http://schema.org/url> <http://u>",
            f"<{S}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Bookshop>",
        ]
    )


@pytest.mark.parametrize("key", ["startTime", "departureTime", "identifier"])
def test_it_gives_no_datatype_where_schema_org_lets_a_value_be_several_things(
    tmp_path: Path, key: str
) -> None:
    document = {"@context": "https://schema.org", "@id": S, key: "2020-01-01T10:00"}
    assert said(tmp_path, document) == [f'<{S}> <http://schema.org/{key}> "2020-01-01T10:00"']


def test_what_is_called_by_a_word_like_a_keyword_is_left_out_with_a_word(tmp_path: Path) -> None:
    document = {"@id": S, "http://p": [{"@id": "@other"}, {"@id": "http://o"}]}  # JSON-LD 1.1 §9.1
    with pytest.warns(LeftOut, match="@id"):
        assert said(tmp_path, document) == [f"<{S}> <http://p> <http://o>"]


def test_it_reads_our_annotations_without_fetching_their_context(tmp_path: Path) -> None:
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": S,
        "type": "Annotation",
        "motivation": "linking",
    }
    oa = "http://www.w3.org/ns/oa#"
    assert f"<{S}> <{oa}motivatedBy> <{oa}linking>" in said(tmp_path, document)


def test_no_other_context_has_a_copy() -> None:
    assert contexts.copy("https://schema.org.example.org/") is None
    assert contexts.copy("file:///etc/passwd") is None


def test_it_takes_no_longer_than_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_ld, "PATIENCE", 0.01)
    document = {"@context": {"@vocab": "http://v/"}, "a": [{"b": n} for n in range(20_000)]}
    with pytest.raises(BrokenFile, match=r"takes more than 0\.01 seconds"):
        said(tmp_path, document)


def test_it_reads_no_more_than_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_ld, "LARGEST", 10)
    with pytest.raises(BrokenFile, match="more than 10 bytes"):
        said(tmp_path, {"@context": {"@vocab": "http://v/"}, "a": "x"})


@pytest.mark.parametrize(
    "document",
    [
        {"@context": [{f"t{n}": f"http://t/{n}"} for n in range(200)], "@id": S, "t1": "v"},
        {"@context": {f"t{n}": {"@id": f"http://t/{n}", "@context": {f"u{n}": "http://u"}} for n in range(200)}, "@id": S, "t1": {}},
    ],
    ids=["one after the other", "of a term each"],
)  # fmt: skip
def test_it_refuses_contexts_that_cost_the_square_of_their_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: dict
) -> None:
    assert said(tmp_path, document)
    monkeypatch.setattr(json_ld, "MOST_TERMS", 10_000)
    with pytest.raises(BrokenFile, match="more than 10000 terms"):
        said(tmp_path, document)


@pytest.mark.parametrize(
    "document",
    [
        {"@context": "http://c"}, {"@context": {"@vocab": "http://v/"}}, {"a": 1}, {"@id": "relative"}, {"_:p": 1},
        {"@context": {"a": {"@id": "http://a", "@container": "@graph"}}}, {"@context": {"a/b": "http://a"}},
        {"http://p": {"@value": "x", "@direction": "ltr"}}, {"http://p": {"@context": {}}}, {"@type": "Relative"},
        {"@context": {"a": {"@id": "http://a", "@type": "@json"}}}, {"@context": {"a": {"@id": "http://a", "@context": {}}}},
        {"@context": {"a": {"@id": "http://a", "@container": "@language"}}, "a": "x", "name": "lost"},
    ],
)  # fmt: skip
def test_a_document_with_more_is_not_plain(document: dict) -> None:
    assert plain.json_ld([b'{"@id": "http://s"}'])
    assert not plain.json_ld([json.dumps(document).encode()])


@pytest.mark.parametrize("name", ["e.org/ns/c.jsonld", "e.org/ns/c", "e.org/ns/c/index.html"])
def test_it_takes_a_context_from_a_folder_of_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kept = tmp_path / "copies" / name
    kept.parent.mkdir(parents=True)
    kept.write_text('{"@context": {"p": "http://p"}}')
    monkeypatch.setenv(contexts.SETTING, str(tmp_path / "copies"))
    assert said(tmp_path, {"@context": "https://e.org/ns/c", "@id": S, "p": "x"}) == [f'<{S}> <http://p> "x"']
    with pytest.raises(BrokenFile, match=r"the context https://e\.org/other.*PARTNERKG_CONTEXTS"):
        said(tmp_path, {"@context": "https://e.org/other", "@id": S, "p": "x"})


def test_no_context_lies_outside_the_folder_of_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "secret.jsonld").write_text('{"@context": {"p": "http://p"}}')
    monkeypatch.setenv(contexts.SETTING, str(tmp_path / "copies"))
    assert contexts.copy("https://../secret.jsonld") is None
    monkeypatch.setenv(contexts.SETTING, str(tmp_path / "nothing"))
    with pytest.raises(WrongSetting, match="a folder with copies"):
        said(tmp_path, {"@context": "https://e.org/c", "@id": S, "p": "x"})


def test_it_says_that_a_copy_of_a_context_is_no_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "e.org").mkdir()
    (tmp_path / "e.org" / "c").write_text("<html>")
    monkeypatch.setenv(contexts.SETTING, str(tmp_path))
    with pytest.raises(BrokenFile, match=r"the copy of the context https://e\.org/c cannot be read"):
        said(tmp_path, {"@context": "https://e.org/c", "@id": S, "p": "x"})
