"""Names as they are compared, as they end an IRI, as they are printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
_WORD, _ASCII = re.compile(r"\w+"), re.compile(r"[a-z0-9]+")
SHORT, LONG = 200, 20_000  # letters of what is remembered for long, and of what for a while


def plain(text: str) -> str:
    """Return the text in lower case, without accents and ligatures, in any script."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    return "".join(filterfalse(unicodedata.combining, bare))


def fold(name: str) -> str:
    """Return the name in lower-case ASCII with one space between its words, to compare spellings."""
    if len(name) < SHORT:
        return _short(name)
    return _long(name) if len(name) < LONG else _folded(name)


def _folded(name: str) -> str:
    return " ".join(_ASCII.findall(plain(name)))


_short = lru_cache(maxsize=1 << 15)(_folded)  # a page is asked for the same words again and again
_long = lru_cache(maxsize=1 << 7)(_folded)  # and so is one of its lines


def collated(text: str) -> str:
    """Return what people sort a text by: its words without accents, case and signs, in any script."""
    return " ".join(_WORD.findall(plain(text)))


def slug(name: str) -> str:
    """Return the name as the last part of an IRI: `Ville d’Arras` is `ville-d-arras`.

    One without a Latin letter or a digit has the beginning of its SHA-256 there; nothing has nothing.
    """
    folded, written = fold(name), " ".join(name.split())
    if folded or not written:
        return folded.replace(" ", "-")
    from hashlib import sha256

    return f"n-{sha256(written.encode(errors='surrogatepass')).hexdigest()[:8]}"


def typeset(name: str) -> str:
    """Return the name with the curly apostrophe of French print (U+2019)."""
    return name.replace("'", "’")
