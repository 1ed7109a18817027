"""What was sent from a screen → what is done to the reading → the address of the next screen."""

from __future__ import annotations

from partnerkg.errors import Message
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.desk import ending, lists
from partnerkg.serve.desk.words import Words
from partnerkg.serve.faults import BadRequest
from partnerkg.serve.requests import single

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from partnerkg.pipeline.desk import Sitting
    from partnerkg.serve.requests import Pairs

    Act = Callable[[Sitting, Words, Pairs], str]

FIELDS = ("relation", "class", "name", "town", "territory", "activity")


def decided(sitting: Sitting, words: Words, sent: Pairs) -> str:
    """Do what was asked, and return where to go on; BadRequest, ChangedEntry and what else is wrong.

    If anything is wrong nothing is done.
    """
    asked, _, rest = (single(sent, "do") or "").partition(" ")
    if asked not in ACTIONS:
        raise BadRequest(reason=Message("`do` is one of {known}", known=", ".join(ACTIONS)))
    return ACTIONS[asked](sitting, words, [*sent, ("rest", rest)])


def number(sent: Pairs) -> int:
    """Return the number of the doubt that a screen was about, 0 for none."""
    return whole(single(sent, "number") or "")


def whole(written: str) -> int:
    """Return a whole number that somebody sent, 0 if it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def said(sent: Pairs) -> dict[str, str]:
    """Return the fields of a sentence as they were sent."""
    found = {name: single(sent, name) for name in FIELDS}
    return {name: " ".join(value.split()) for name, value in found.items() if value is not None}


def who(sent: Pairs) -> tuple[str, str]:
    """Return the key of who it is, and the address of that organisation where it is a known one."""
    key, _, iri = (single(sent, "who") or "").partition(" ")
    return key, iri


def _seen(sent: Pairs) -> tuple[str, str]:
    return single(sent, "entry") or "", single(sent, "mark") or ""


def _on(sitting: Sitting, words: Words, sent: Pairs) -> str:
    return words.to(doubt=sitting.following(number(sent)), said="saved")


def _keep(sitting: Sitting, words: Words, sent: Pairs) -> str:
    sitting.keep(_seen(sent), said(sent), *who(sent))
    return _on(sitting, words, sent)


def _reject(sitting: Sitting, words: Words, sent: Pairs) -> str:
    sitting.reject(_seen(sent))
    return _on(sitting, words, sent)


def _group(sitting: Sitting, words: Words, sent: Pairs) -> str:
    lines = [value.partition(" ") for name, value in sent if name == "line"]
    if not lines:
        return words.to(group=number(sent), said="none")
    sitting.keep_all([(key, mark) for key, _, mark in lines])
    return words.to(doubt=sitting.following(0), said="saved")


def _single(sitting: Sitting, words: Words, sent: Pairs) -> str:
    return words.to(doubt=number(sent))


def _undo(sitting: Sitting, words: Words, sent: Pairs) -> str:
    found = sitting.undo()
    return words.to(doubt=found or number(sent) or None, said="undone" if found else "nothing")


def _add(sitting: Sitting, words: Words, sent: Pairs) -> str:
    start, _, end = (single(sent, "rest") or "").partition("-")
    return words.to(doubt=sitting.add(whole(start), whole(end)), said="added")


def answers(sent: Pairs) -> list[lists.Answer]:
    """Return what was said of the lists of the page, each with the name of its section before it."""
    found: list[dict[str, str]] = []
    for name, value in sent:
        if name == "list":
            found.append({})
        if found and name in ("list", "completeness", "words", "read"):
            found[-1][name] = value
    return [
        lists.Answer(one["list"], one.get("completeness", ""), one.get("words", ""), "read" in one)
        for one in found
    ]


def _lists(sitting: Sitting, words: Words, sent: Pairs) -> str:
    lists.say(sitting, answers(sent))
    return words.to(screen="end", said="saved")


def _publish(sitting: Sitting, words: Words, sent: Pairs) -> str:
    lists.say(sitting, answers(sent))
    ending.publish(sitting, Audience(words.language))
    return words.to(screen="end", said="published")


def _withdraw(sitting: Sitting, words: Words, sent: Pairs) -> str:
    ending.withdraw(sitting, Audience(words.language))
    return words.to(screen="end", said="withdrawn")


ACTIONS: Mapping[str, Act] = {
    "keep": _keep,
    "reject": _reject,
    "group": _group,
    "single": _single,
    "undo": _undo,
    "add": _add,
    "lists": _lists,
    "publish": _publish,
    "withdraw": _withdraw,
}
