"""What the environment says of endpoints: who asks, how long an answer may take and how large it may be."""

from __future__ import annotations

import os

from partnerkg.errors import N_, Message, WrongSetting

TIMEOUT = 60.0  # seconds; a public endpoint ends a query about then itself
MOST = 500_000_000  # bytes; the terms that are made of them take several times as much
BASIC, DIGEST = "basic", "digest"
_LONGEST = 1_000_000.0  # seconds; sockets take no more than some billions


def timeout() -> float:
    """Return how many seconds an answer may take: PARTNERKG_ENDPOINT_TIMEOUT, else TIMEOUT. WrongSetting."""
    name = "PARTNERKG_ENDPOINT_TIMEOUT"
    given = os.environ.get(name)
    if not given:
        return TIMEOUT
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:  # neither is NaN
        raise WrongSetting(name=name, value=given, what=Message(N_("a number of seconds, such as 300")))
    return min(seconds, _LONGEST)


def most() -> int:
    """Return how many bytes an answer may have: PARTNERKG_ENDPOINT_BYTES, else MOST. WrongSetting."""
    name = "PARTNERKG_ENDPOINT_BYTES"
    given = os.environ.get(name)
    if not given:
        return MOST
    if not (given.isascii() and given.isdigit() and given.strip("0") and len(given) < 19):
        raise WrongSetting(name=name, value=given, what=Message(N_("a number of bytes, such as 1000000000")))
    return int(given)


def authorization() -> str | None:
    """Return the whole `Authorization` header that PARTNERKG_AUTHORIZATION gives, on one line."""
    return " ".join(os.environ.get("PARTNERKG_AUTHORIZATION", "").split()) or None


def credentials() -> tuple[str, str] | None:
    """Return PARTNERKG_USER and PARTNERKG_PASSWORD, None if one of them is not set."""
    user, password = (os.environ.get(f"PARTNERKG_{name}") for name in ("USER", "PASSWORD"))
    return (user, password) if user and password else None


def authentication() -> str:
    """Return how the password is proved, BASIC or DIGEST: PARTNERKG_AUTHENTICATION. WrongSetting."""
    name = "PARTNERKG_AUTHENTICATION"
    given = os.environ.get(name) or BASIC
    if given.lower() not in (BASIC, DIGEST):
        raise WrongSetting(name=name, value=given, what=Message(N_("basic or digest")))
    return given.lower()
