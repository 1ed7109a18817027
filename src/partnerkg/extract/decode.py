"""The bytes of a page → its text: the encoding that it declares, else the one that its bytes look like."""

from __future__ import annotations

import codecs
import re

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.extract import other_files, wrapped

LARGEST = 10_000_000  # bytes
_LOOKED_AT = 4096  # of them that tell how they are to be read
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WESTERN = "cp1252"  # what browsers take where Latin letters stand
_CALLED_OTHERWISE = frozenset(("latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii"))
_PUNCTUATION = ("General Punctuation", "Control character", "Currency Symbols")
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.I)


class NoPage(PartnerkgError):
    message = N_("{path} is no page that can be read: {reason}; give HTML, Markdown, plain text or a table.")


def decode(data: bytes, path: str, told: str = "") -> str:
    """Return the text of a page; `path` is its name in an error, `told` the encoding that its server says.

    The order is that of browsers (HTML Living Standard, "Determining the character encoding"): a byte order
    mark, what the page declares, UTF-8, what it looks like. Of a saved whole page it is the text of the page,
    of a spreadsheet that of its rows. NoPage if it is empty, too large or no text.
    """
    if len(data) > LARGEST:
        raise NoPage(path=path, reason=Message("it has more than {most} MB", most=LARGEST // 1_000_000))
    text = _text(data, path, told)
    if text is None or "\0" in text:
        raise NoPage(path=path, reason=Message("it is no text"))
    if not text.strip():
        raise NoPage(path=path, reason=Message("it is empty"))
    if reason := other_files.of_text(text):
        raise NoPage(path=path, reason=reason)
    return text


def _text(data: bytes, path: str, told: str) -> str | None:
    if wrapped.is_spreadsheet(data):
        return wrapped.rows(data, path)
    if reason := other_files.of_bytes(data):
        raise NoPage(path=path, reason=reason)
    if wrapped.is_saved_page(data):
        page, address = _decoded(*wrapped.page(data)), wrapped.address(data)
        return f"<!-- saved from url=({len(address):04}){address} -->\n{page}" if page and address else page
    return _decoded(data, told)


def _decoded(data: bytes, told: str) -> str | None:
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    declared = _DECLARED.search(data[:4096])
    for name in (mark, told, declared and declared[1].decode("ascii"), "utf-8"):
        try:
            text = data.decode(_WESTERN if name.lower() in _CALLED_OTHERWISE else name) if name else "\0"
        except (LookupError, UnicodeError):
            continue
        if "\0" not in text[:_LOOKED_AT]:
            return text
    return _guessed(data)


def _guessed(data: bytes) -> str | None:
    """Return the text by what the bytes look like; that tells alphabets apart, not their variants."""
    for place, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[place:_LOOKED_AT:2]
        if half.count(0) * 2 > len(half) > 0 and not len(data) % 2:  # Latin letters, and no mark
            return data.decode(name, "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    if all("Latin" in alphabet or alphabet in _PUNCTUATION for alphabet in best.alphabets):
        return data.decode(_WESTERN, "replace")
    return str(best)
