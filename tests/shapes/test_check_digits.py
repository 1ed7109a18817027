"""The keys of numbers, held against the arithmetic of their registers written out in Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg import resources
from partnerkg.namespaces import namespace
from partnerkg.validate import load, validate

FOLDER = Path(resources.root()) / "ontology" / "shapes" / "consistency"
ADMS, PK, RDF, SKOS = (namespace(prefix) for prefix in ("adms", "pk", "rdf", "skos"))
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def luhn(number: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(sum(map(int, str(value))) for value in doubled) % 10 == 0


def siret(number: str) -> bool:
    post_office = number.startswith("356000000") and sum(map(int, number)) % 5 == 0
    return luhn(number) or post_office


def isni(number: str) -> bool:
    """ISO 7064, MOD 11-2."""
    total = 0
    for digit in number[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == number[-1]


def uai(number: str) -> bool:
    return LETTERS[int(number[:7]) % 23] == number[7]


RIGHT = {"siren": luhn, "siret": siret, "isni": isni, "uai": uai}
NUMBERS = {
    "siren": st.from_regex("[0-9]{9}", fullmatch=True),
    "siret": st.from_regex("(356000000[0-9]{5})|([0-9]{14})", fullmatch=True),
    "isni": st.from_regex("[0-9]{15}[0-9X]", fullmatch=True),
    "uai": st.from_regex(f"[0-9]{{7}}[{LETTERS}]", fullmatch=True),
}
KEYS = {"siren": "0123456789", "siret": "0123456789", "isni": "0123456789X", "uai": LETTERS}
SHAPES = {
    name: load([FOLDER / f"{path}.ttl", FOLDER.parents[1] / "prefixes.ttl"])
    for name, path in zip(
        RIGHT,
        ("siren-check-digit", "siret-check-digit", "isni-check-character", "uai-check-letter"),
        strict=True,
    )
}


@pytest.mark.parametrize("scheme", RIGHT)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_it_accepts_the_right_key_and_no_other(scheme: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(NUMBERS[scheme], min_size=1, max_size=5))
    numbers = {start[:-1] + key for start in starts for key in KEYS[scheme]}
    quads = [
        Quad(NamedNode(f"urn:n:{number}"), predicate, value)
        for number in sorted(numbers)
        for predicate, value in (
            (RDF.type, ADMS.Identifier),
            (PK.identifierScheme, namespace("identifier-scheme")[scheme]),
            (SKOS.notation, Literal(number)),
        )
    ]
    refused = {result.value.value for result in validate(quads, SHAPES[scheme]).results}
    assert refused == {number for number in numbers if not RIGHT[scheme](number)}
    assert numbers - refused
