"""The bounds of a text that comes in pieces are those of the whole text, whatever the pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from pyoxigraph import RdfFormat

from partnerkg.rdf import nesting
from partnerkg.rdf.nesting import brackets, json, lines, terse

pytestmark = pytest.mark.slow

DEPTH = 9
MARKS = ["(", ")", "((((", "[", "]", "{", "}", "<<", ">>", "<<(", ")>>", "<", ">", "\n", "\r", " ", "a", "é"]
MANY = "(" * (DEPTH + 1)
QUOTED = [
    f'"""\n{MANY}"\n"""',
    f"'''\n{MANY}\n'''",
    f'"{MANY}\\"{MANY}"',
    f"'{MANY}'",
    f"#{MANY}\n",
    f'""{MANY[:5]}',
]
OPEN = [
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "#",
    "<a:b>",
    f"<a:#\\u0041>{MANY[:5]}",
    "a\\#(((",
    '""',
    "''",
    "<< << <<\n",
    ">> >>",
]
TERSE = [*MARKS, *OPEN, *QUOTED]
JSON = [*MARKS, '"', "\\", '\\"', '"{"', "[[[", "{{{", "{}", "[]", '"' + "[" * 12 + '\\"[["']
ENDS = {b"<": b">", b"#": b"\n\r"}


def texts(parts: list[str]):
    return some.lists(some.sampled_from(parts), max_size=60).map(lambda found: "".join(found).encode())


@pytest.fixture(autouse=True)
def shallow(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (brackets, json, lines, terse):
        monkeypatch.setattr(module, "DEEPEST", DEPTH, raising=False)
    monkeypatch.setattr(terse, "LONG", 4)


def line_of_fault(form: RdfFormat, pieces: list[bytes]) -> int | None:
    """Feed the pieces as a file is read; what is passed on is the text, or there is a fault."""
    watch, line, passed = nesting.watch(form), 1, b""
    try:
        for piece in pieces:
            passed += watch.feed(piece, line)
            line += piece.count(b"\n")
        passed += watch.end(line)
    except nesting.bounds.Fault as fault:
        return fault.line
    assert passed == b"".join(pieces)
    return None


def cut(text: bytes, places: list[int]) -> list[bytes]:
    bounds = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(bounds) if start < end]


def after_terse(text: bytes, place: int) -> int:
    """Return where what begins here ends, if it is a text, an IRI, a comment or an escape; read letter by letter."""
    quote = next((mark for mark in (b'"""', b"'''", b'"', b"'") if text.startswith(mark, place)), b"")
    letter = text[place : place + 1]
    end = place + max(len(quote), 1)
    if letter == b"\\":
        return end + 1 if text[end : end + 1] not in (b"", b"\n", b"\r") else end
    if letter not in (b'"', b"'", b"<", b"#"):
        return place
    while end < len(text):
        if quote and text.startswith(quote, end):
            return end + len(quote)
        found = text[end : end + 1]
        if found in ENDS.get(letter, b""):
            return end + 1 if letter == b"<" else end
        if len(quote) != 3 and broken(text, end, letter):
            return -1
        end += 2 if found == b"\\" else 1
    return len(text) if len(quote) == 3 or letter == b"#" else -1


def broken(text: bytes, place: int, letter: bytes) -> bool:
    """Return whether what began with a letter cannot go on here."""
    found, after = text[place : place + 1], text[place + 1 : place + 2]
    if letter == b"<":
        return found in b' <"{}|^`\n\r' or (found == b"\\" and after not in (b"u", b"U"))
    return letter != b"#" and (found in b"\n\r" or (found == b"\\" and after in (b"", b"\n", b"\r")))


def too_deep(text: bytes, closed_up) -> int | None:
    """Return the line on which the brackets of a text get too deep, read letter by letter."""
    depth, place = 0, 0
    while place < len(text):
        end = closed_up(text, place)
        if end > place:
            place = end
            continue
        mark = text[place : place + 2]
        width = 2 if mark in (b"<<", b">>") and closed_up is after_terse else 1
        letter = mark[:1]
        if width == 2 or letter in b"([{)]}":
            depth += width if letter in b"([{<" else -width
        if depth > DEPTH:
            return text.count(b"\n", 0, place) + 1
        place += width
    return None


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts(TERSE), places=some.lists(some.integers(0, 400), max_size=8))
def test_they_are_found_where_a_reader_of_letters_finds_them(text: bytes, places: list[int]) -> None:
    found = too_deep(text, after_terse)
    assert line_of_fault(RdfFormat.TRIG, [text]) == found
    assert line_of_fault(RdfFormat.TRIG, cut(text, places)) == found


def after_json(text: bytes, place: int) -> int:
    if text[place] == ord("\\"):
        return place + 2
    if text[place] in b"()":
        return place + 1
    if text[place] != ord('"'):
        return place
    end = place + 1
    while end < len(text) and text[end] != ord('"'):
        end += 2 if text[end] == ord("\\") else 1
    return end + 1


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts(JSON), places=some.lists(some.integers(0, 400), max_size=8))
def test_they_are_found_in_json_too(text: bytes, places: list[int]) -> None:
    found = too_deep(text, after_json)
    assert line_of_fault(RdfFormat.JSON_LD, [text]) == found
    assert line_of_fault(RdfFormat.JSON_LD, cut(text, places)) == found


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts(TERSE), places=some.lists(some.integers(0, 400), max_size=8))
@example(text=b"(((((((\r<<(", places=[])
def test_they_are_found_in_single_lines(text: bytes, places: list[int]) -> None:
    whole = line_of_fault(RdfFormat.N_QUADS, [text])
    assert line_of_fault(RdfFormat.N_QUADS, cut(text, places)) == whole
    marked = [
        number
        for number, line in enumerate(text.split(b"\n"), 1)
        for part in line.split(b"\r")
        if b"<<(" in part and too_deep(part, after_terse)
    ]
    assert whole == next(iter(marked), None)
