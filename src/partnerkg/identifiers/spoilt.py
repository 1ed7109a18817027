"""What spreadsheets do to the numbers of registers, which they take for amounts."""

from __future__ import annotations

import re

from partnerkg.errors import N_, Message

ROUNDED = N_(
    "a spreadsheet has rounded this number to `{number}`; type it again in a cell of the format text."
)
SHORTENED = N_(
    "a spreadsheet has taken the zeros before `{number}`; if it is `{whole}`, write that in a cell of the "
    "format text."
)
_AROUND = re.compile(r"""^=?["'’]+|"+$""")
_DECIMALS = re.compile(r"([0-9]+)[.,]0+")
_ROUNDED = re.compile(r"[0-9]([.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_LENGTHS = {"siren": 9, "siret": 14, "isni": 16}  # registers whose numbers may begin with zeros
_LOST = {"siren": 2, "siret": 2, "isni": 8}  # zeros, at most


def number(text: str) -> str:
    """Return a number without what people and spreadsheets put around it: spaces, an apostrophe, `.0`."""
    bare = _AROUND.sub("", "".join(text.split()))
    decimals = _DECIMALS.fullmatch(bare)
    return decimals[1] if decimals else bare


def lost(scheme: str, text: str) -> Message | None:
    """Return what was done to a number that cannot be undone without asking, None if nothing was."""
    if _ROUNDED.fullmatch(text):
        return Message(
            ROUNDED,
            number=text,
        )
    length = _LENGTHS.get(scheme, 0)
    missing = length - len(text)
    if text.isdecimal() and 0 < missing <= _LOST.get(scheme, 0) and _checks(scheme, text.zfill(length)):
        return Message(
            SHORTENED,
            number=text,
            whole=text.zfill(length),
        )
    return None


def _checks(scheme: str, text: str) -> bool:
    """Return whether the last digit is right: ISO/IEC 7812-1 (Luhn), for ISNI ISO 7064 MOD 11-2."""
    digits = [int(digit) for digit in text]
    if scheme == "isni":
        total = 0
        for digit in digits[:-1]:
            total = (total + digit) * 2
        return (12 - total % 11) % 11 == digits[-1]
    doubled = (digit * 2 if place % 2 else digit for place, digit in enumerate(reversed(digits)))
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0
