"""What --limit and --timeout were given: how much of an answer is wanted, and how long it may take."""

from __future__ import annotations

from partnerkg.errors import Message, WrongUse


def rows(given: str | None, program: str) -> int | None:
    """Return how many rows are wanted, None for all; WrongUse if it is no whole number."""
    if given is None:
        return None
    if not _is_whole(given):
        reason = Message("--limit takes a whole number, not `{value}`", value=given)
        raise WrongUse(reason=reason, program=program)
    return int(given)


def seconds(given: str | None, program: str) -> float | None:
    """Return how long an answer may take, None for as long as it takes; WrongUse if it is no such number."""
    if given is None:
        return None
    whole, _, rest = given.partition(".")
    if not (_is_whole(whole or "0") and _is_whole(rest or "0") and (whole + rest).strip("0")):
        reason = Message("--timeout takes a number of seconds, not `{value}`", value=given)
        raise WrongUse(reason=reason, program=program)
    return float(given)


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16
