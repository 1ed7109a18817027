from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from partnerkg.errors import UnknownFormat
from partnerkg.translation import translations
from partnerkg.validate import formats


def test_it_has_an_ending_for_every_format() -> None:
    assert set(formats.ENDINGS.values()) == set(formats.NAMES)


def test_it_names_the_formats_there_are(counted) -> None:
    with pytest.raises(UnknownFormat, match="choose one of: text, json, csv"):
        formats.lines(counted, "pdf")


@pytest.mark.parametrize("name", formats.NAMES)
def test_it_writes_the_counts_of_every_shape(counted, look, name) -> None:
    odd = {iri: replace(one, not_applicable=9137) for iri, one in counted.checked.items()}
    assert counted_in(replace(counted, checked=odd), name, look()) >= len(odd)


def counted_in(report, name, look) -> int:
    look = replace(look, verbose=True)
    return "".join(formats.lines(report, name, look)).count("9137")


@pytest.mark.parametrize("name", sorted({*formats.NAMES} - {"csv", "turtle"}))
def test_it_says_what_no_shape_looked_at(counted, look, name) -> None:
    text = "".join(formats.lines(replace(counted, unseen=3097, subjects=6194), name, look()))
    assert "3097" in text.replace(",", "")


@pytest.mark.parametrize("name", sorted({*formats.NAMES} - {"csv"}))
def test_it_says_that_one_thing_alone_was_looked_at(partial, look, name) -> None:
    text = "".join(formats.lines(partial, name, look()))
    assert {
        "json": '"focus": [\n    "https://w3id.org/partnerkg/id/organization/bare-0"',
        "turtle": "dct:subject organization:bare-0",
        "markdown": "Nothing was looked at but Chez \\<Nous\\> (organization:bare-0).",
        "html": "Nothing was looked at but Chez &lt;Nous&gt; (organization:bare-0).",
        "junit": "Nothing was looked at but Chez &lt;Nous&gt; (organization:bare-0).",
    }.get(name, "Nothing was looked at but Chez <Nous> (organization:bare-0).") in text


@pytest.mark.parametrize("name", formats.NAMES)
def test_it_ends_with_a_line(counted, look, name) -> None:
    assert list(formats.lines(counted, name, look()))[-1].endswith("\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("text", "Nothing was looked at: no shape meets a node. Nodes checked: 0"),
        ("json", '"conforms": true'),
        ("csv", "outcome,shape"),
        ("markdown", "**Nothing was looked at: no shape meets a node.**"),
        ("html", '<h1 class="verdict nothing">Nothing was looked at: no shape meets a node.</h1>'),
        ("turtle", "sh:conforms true"),
        ("sarif", '"results": []'),
        ("junit", 'tests="0" failures="0"'),
    ],
)
def test_it_writes_a_report_without_any_shape(judge, name, words) -> None:
    assert words in "".join(formats.lines(judge("", ""), name))


ODD = "pks:A sh:targetNode shop:a ; sh:property [ sh:path pk:p ; sh:maxCount 1 ; sh:minlength 3 ; sh:js 'x' ] . "


@pytest.mark.parametrize("name", formats.NAMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_names_what_was_not_looked_at_and_a_shape_without_name(judge, name, language) -> None:
    report = judge("shop:a pk:p 1 .", ODD)
    found = "".join(formats.lines(report, name, formats.Look(language, translations(language)[0])))
    assert {"sh:minlength", "minLength", "sh:js"} <= set(re.findall(r"[\w:]+", found))
    assert not report.passes(strict=True) and report.conforms


@pytest.mark.parametrize("name", [name for name in formats.NAMES if name != "turtle"])
def test_it_calls_what_has_no_name_by_its_place(judge, name) -> None:
    report = judge(
        "shop:a pk:of [ pk:p 1 , 2 ] .",
        "pks:A sh:targetObjectsOf pk:of ; sh:property [ sh:path pk:p ; sh:maxCount 1 ] .",
    )
    found = "".join(formats.lines(report, name, formats.Look()))
    found = html.unescape(re.sub("</?(code|span|wbr|bdi|a)[^>]*>", "", found))
    assert "pks:A › pk:p" in found and "organization:a › pk:of" in found
