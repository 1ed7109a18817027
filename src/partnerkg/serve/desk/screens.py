"""The screens of the desk: a doubt, a group of them, the end."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pages import Page, closing, opening, visible
from partnerkg.pipeline.desk.page import around
from partnerkg.pipeline.review import why
from partnerkg.serve.desk.files import SCRIPT, STYLE
from partnerkg.serve.desk.words import STATES, VERDICTS, Words
from partnerkg.serve.site import LANGUAGES
from partnerkg.serve.site.templates import filled
from partnerkg.serve.site.typography import typeset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.desk import Sitting

ROOM = "partnerkg.serve.desk"
FIELDS = (
    ("name", N_("name")),
    ("class", N_("kind")),
    ("town", N_("town")),
    ("territory", N_("territory")),
)
SAID = {
    "saved": N_("Saved."),
    "undone": N_("Taken back: this is to be decided again."),
    "nothing": N_("There is nothing to take back."),
}
FOOT = N_("The desk is open on this machine alone. Nothing leaves it before “Publish”.")
LEAVE = N_("Leave, all is saved")


def shown(sitting: Sitting, words: Words, given: Mapping[str, str]) -> str:
    """Return the screen that is asked for: the doubt of a number, else the first that is to be decided."""
    doubts = sitting.doubts()
    asked = given.get("doubt", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    if not 1 <= number <= len(doubts):
        number = sitting.following(0) or 0
    said = SAID.get(given.get("said", ""), "")
    if not number:
        return _end(sitting, words, said)
    doubt = doubts[number - 1]
    body = filled(
        ROOM,
        "doubt",
        words,
        words=words,
        sitting=sitting,
        doubt=doubt,
        number=number,
        doubts=doubts,
        decided=sum(one.verdict != "open" for one in doubts),
        why=_text(why(doubt), words),
        around=around(sitting.text, doubt),
        lines=sitting.lines([doubt]),
        states=STATES,
        VERDICTS=VERDICTS,
        fields=FIELDS,
        said=said,
        visible=visible,
    )
    title = words.say(
        N_("{name}, doubt {number} of {count}"), name=doubt.name, number=number, count=len(doubts)
    )
    return framed(sitting, words, title, body)


def _text(said: Message | str, words: Words) -> str:
    return said if isinstance(said, str) else said.text(words.translate)


def _end(sitting: Sitting, words: Words, said: str) -> str:
    doubts = sitting.doubts()
    body = filled(
        ROOM,
        "end",
        words,
        words=words,
        sitting=sitting,
        doubts=doubts,
        said=said,
        visible=visible,
        VERDICTS=VERDICTS,
        states=STATES,
    )
    return framed(sitting, words, words.say(N_("{count} doubts decided"), count=len(doubts)), body)


def fault(sitting: Sitting, words: Words, error: PartnerkgError) -> str:
    """Return the screen that says why nothing was done."""
    body = filled(ROOM, "fault", words, words=words, reason=error.text(words.translate), visible=visible)
    return framed(sitting, words, words.say(N_("Nothing was done")), body)


def framed(sitting: Sitting, words: Words, title: str, body: str) -> str:
    """Return a screen with what stands around each."""
    page = Page(
        f"{title} – partnerkg",
        words.language,
        words.translate,
        head=f'<link rel="icon" href="data:,">\n<script src="{words.file(SCRIPT)}" defer></script>\n',
        others=[
            (code, name, words.to(language=code))
            for code, name in LANGUAGES.items()
            if code != words.language
        ],
        sheet=words.file(STYLE),
        room="desk-room",
        about=words.say(
            N_("Review “{title}”, {publisher}"), title=sitting.title, publisher=sitting.publisher
        ),
    )
    return typeset("".join([*opening(page), body, *closing(words.say(FOOT))]), words.language)
