from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Store

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import lexical

XSD = namespace("xsd")
WELL = [
    *(("integer", text) for text in ("1", "-12", "0")),
    *(("decimal", text) for text in ("1.5", "-0.25", "7")),
    *(("byte", text) for text in ("127", "-128", "+5")),
    *(("nonNegativeInteger", text) for text in ("0", "99999999999999999999")),
    *(("date", text) for text in ("2024-02-29", "2000-02-29", "2026-11-22Z", "-0044-03-15")),
    *(("dateTime", text) for text in ("2026-11-22T04:05:06.7+01:00", "2026-11-22T24:00:00")),
    *(("gYear", text) for text in ("1981", "12026", "1981Z")),
    *(("duration", text) for text in ("P1Y", "PT5M", "-P1DT2H")),
    *(("gMonthDay", text) for text in ("--02-29", "--12-31")),
    ("boolean", "1"),
    ("hexBinary", "0aFF"),
    ("anyURI", "whatever it is"),
]
ILL = [
    *(("integer", text) for text in ("1.0", "one", "")),
    *(("byte", text) for text in ("128", "-129", "1.0")),
    *(("negativeInteger", text) for text in ("0", "5")),
    *(("date", text) for text in ("2023-02-29", "1900-02-29", "2026-11-31", "2026-13-01", "22/11/2026")),
    *(("dateTime", text) for text in ("2026-11-22", "2026-11-22T25:00:00")),
    *(("gYear", text) for text in ("81", "year")),
    *(("duration", text) for text in ("P", "P1S", "1Y")),
    ("boolean", "yes"),
    ("hexBinary", "abc"),
    ("time", "12:60:00"),
]


def passes(datatype: str, text: str) -> bool:
    term = Literal(text, datatype=XSD[datatype])
    test = lexical.test(XSD[datatype].value, "?v") or "true"
    answer = Store().query(f"ASK {{ BIND({term} AS ?v) FILTER(COALESCE({test}, false)) }}")
    return bool(answer)


@pytest.mark.parametrize(("datatype", "text"), WELL)
def test_it_takes_what_is_well_formed(datatype, text) -> None:
    assert passes(datatype, text)


@pytest.mark.parametrize(("datatype", "text"), ILL)
def test_it_refuses_what_is_not(datatype, text) -> None:
    assert not passes(datatype, text)


def test_it_knows_nothing_of_other_datatypes() -> None:
    assert lexical.test(NamedNode("http://example.org/type").value, "?v") is None


@pytest.mark.parametrize(
    ("datatype", "least", "most"),
    [
        ("byte", "-128", "127"),
        ("short", "-32768", "32767"),
        ("int", "-2147483648", "2147483647"),
        ("long", "-9223372036854775808", "9223372036854775807"),
        ("unsignedByte", "0", "255"),
        ("unsignedShort", "0", "65535"),
        ("unsignedInt", "0", "4294967295"),
        ("unsignedLong", "0", "18446744073709551615"),
        ("nonNegativeInteger", "0", None),
        ("positiveInteger", "1", None),
        ("nonPositiveInteger", None, "0"),
        ("negativeInteger", None, "-1"),
    ],
)
def test_it_takes_the_numbers_of_a_type_to_the_last_and_none_beyond(datatype, least, most) -> None:
    for end, step in ((least, -1), (most, 1)):
        beyond = str(int(end or step * 10**18) + step)
        assert end is None or passes(datatype, end)
        assert passes(datatype, beyond) is (end is None)


@pytest.mark.parametrize("datatype", ["integer", "nonNegativeInteger", "positiveInteger"])
def test_a_number_may_have_any_number_of_digits(datatype) -> None:
    assert passes(datatype, "9" * 40)
