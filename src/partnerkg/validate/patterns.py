"""Regular expressions of shapes (XPath Functions §5.6) where the store's are not enough; bounded in time."""

from __future__ import annotations

import re
from functools import lru_cache

from pyoxigraph import Literal, Store

from partnerkg.errors import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

LONGEST = 1.0  # seconds for one value
# What XPath, other engines and Oxigraph read alike: no look-around, no reference back, no operator inside [].
_STRANGE = re.compile(r"\(\?(?!:)|(?<!\\)(\\\\)*\\[1-9icIC]|\[[^\]]*(-\[|&&|--|~~)|[*+?}]\+")
_NAME_START = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\uFFFD"
)
_CLASSES = {
    r"\i": f"[{_NAME_START}]",
    r"\I": f"[^{_NAME_START}]",
    r"\c": f"[{_NAME_START}0-9.\\-\u00b7]",
    r"\C": f"[^{_NAME_START}0-9.\\-\u00b7]",
}
_ENGINE = Store()  # empty: it only matches


class TooLong(PartnerkgError):
    message = N_("The pattern {pattern} takes more than {seconds} s on one value; write it in a simpler way.")


def is_strange(pattern: str, flags: str) -> bool:
    """Return whether the store may read a pattern otherwise than SHACL means it."""
    return bool(_STRANGE.search(pattern)) or bool(set(flags) - set("imsx"))


def fault(pattern: str, flags: str) -> Message | None:
    """Return why a pattern is no regular expression, None if it is one."""
    if set(flags) - set("imsxq"):
        return Message(N_("sh:flags has a letter that is none of i, m, q, s, x"))
    if is_strange(pattern, flags):
        import regex

        try:
            _compiled(pattern, flags)
        except regex.error as error:
            return Message(N_("`{pattern}` is no regular expression: {why}"), pattern=pattern, why=str(error))
        return None
    if _asked(pattern, flags, "") is None:
        return Message(N_("`{pattern}` is no regular expression"), pattern=pattern)
    return None


@lru_cache(maxsize=1 << 14)
def matches(pattern: str, flags: str, text: str) -> bool:
    """Return whether a text has a part that fits a pattern; TooLong if that takes too long to tell."""
    if not is_strange(pattern, flags):
        return bool(_asked(pattern, flags, text))
    try:
        return _compiled(pattern, flags).search(text, timeout=LONGEST) is not None
    except TimeoutError:
        raise TooLong(pattern=pattern, seconds=f"{LONGEST:g}") from None


def _asked(pattern: str, flags: str, text: str) -> bool | None:
    """Return what the store says, None if it cannot read the pattern."""
    arguments = ", ".join(str(Literal(one)) for one in (text, pattern, *([flags] if flags else [])))
    rows = _ENGINE.query(f"SELECT (REGEX({arguments}) AS ?fits) {{ }}")
    answer = next(iter(rows))[0]  # type: ignore[arg-type]
    return None if answer is None else answer == Literal(True)


@lru_cache(maxsize=64)
def _compiled(pattern: str, flags: str) -> regex.Pattern[str]:
    import regex

    chosen = {"i": regex.IGNORECASE, "m": regex.MULTILINE, "s": regex.DOTALL, "x": regex.VERBOSE}
    if "q" in flags:  # XPath Functions §5.6.2: the characters stand for themselves
        return regex.compile(regex.escape(pattern), regex.IGNORECASE if "i" in flags else 0)
    text = pattern.replace("-[", "--[") if re.search(r"\[[^\]]*-\[", pattern) else pattern
    for name, letters in _CLASSES.items():
        text = text.replace(name, letters)
    number = regex.V1
    for flag in flags:
        number |= chosen.get(flag, 0)
    if "m" not in flags:
        text = _ends(text)
    return regex.compile(text, number)


def _ends(pattern: str) -> str:
    """Return a pattern whose `$` is the end alone, not a place before a last line end."""
    pieces, inside = [], False
    for piece in re.findall(r"(?s)\\.|.", pattern):
        inside = piece == "[" or (inside and piece != "]")
        pieces.append("\\Z" if piece == "$" and not inside else piece)
    return "".join(pieces)
