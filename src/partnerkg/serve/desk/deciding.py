"""What was sent from a screen → what is done to the reading → the address of the next screen."""

from __future__ import annotations

from partnerkg.errors import Message
from partnerkg.serve.desk.words import Words
from partnerkg.serve.faults import BadRequest
from partnerkg.serve.requests import single

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.pipeline.desk import Sitting
    from partnerkg.serve.requests import Pairs

FIELDS = ("name", "class", "town", "territory")


def decided(sitting: Sitting, words: Words, sent: Pairs) -> str:
    """Do what was asked, and return where to go on; ChangedEntry, BadRequest, and then nothing is done."""
    asked = single(sent, "do") or ""
    if asked not in ACTIONS:
        raise BadRequest(reason=Message("`do` is one of {known}", known=", ".join(ACTIONS)))
    return ACTIONS[asked](sitting, words, sent)


def _number(sent: Pairs) -> int:
    number = single(sent, "number") or ""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0


def _seen(sent: Pairs) -> tuple[str, str]:
    return single(sent, "entry") or "", single(sent, "mark") or ""


def _on(sitting: Sitting, words: Words, sent: Pairs, said: str) -> str:
    return words.to(doubt=sitting.following(_number(sent)), said=said)


def _keep(sitting: Sitting, words: Words, sent: Pairs) -> str:
    found = {name: single(sent, name) for name in FIELDS}
    sitting.keep(_seen(sent), {name: value.strip() for name, value in found.items() if value is not None})
    return _on(sitting, words, sent, "saved")


def _reject(sitting: Sitting, words: Words, sent: Pairs) -> str:
    sitting.reject(_seen(sent))
    return _on(sitting, words, sent, "saved")


def _unsure(sitting: Sitting, words: Words, sent: Pairs) -> str:
    sitting.unsure(_seen(sent))
    return _on(sitting, words, sent, "saved")


def _undo(sitting: Sitting, words: Words, sent: Pairs) -> str:
    number = sitting.undo()
    return words.to(doubt=number or _number(sent) or None, said="undone" if number else "nothing")


ACTIONS: dict[str, Callable[[Sitting, Words, Pairs], str]] = {
    "keep": _keep,
    "reject": _reject,
    "unsure": _unsure,
    "undo": _undo,
}
