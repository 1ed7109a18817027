"""The screens of the desk: a doubt, a group of them, the end, the way out."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pages import Page, closing, opening, visible
from partnerkg.serve.desk.files import SCRIPT, STYLE
from partnerkg.serve.desk.words import DONE, STATES, VERDICTS, Words
from partnerkg.serve.site import LANGUAGES
from partnerkg.serve.site.templates import filled
from partnerkg.serve.site.typography import typeset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.desk import Doubt, Sitting

ROOM = "partnerkg.serve.desk"
SAID = {
    "saved": N_("Saved."),
    "undone": N_("Taken back: this is to be decided again."),
    "nothing": N_("There is nothing to take back."),
    "none": N_("No line is ticked, so nothing is kept."),
    "added": N_("Added: to be decided."),
    "published": N_("Published: it is in the graph and on its pages."),
    "withdrawn": N_("Withdrawn: it is in the graph no more, and still decided here."),
}
FOOT = N_("The desk is open on this machine alone. Nothing leaves it before “Publish”.")


class Screen:
    """One screen in the making: what all of them are given."""

    def __init__(self, sitting: Sitting, words: Words, said: str, wrong: str = "") -> None:
        """Take what is to be said on the screen: `said` names a sentence, `wrong` is one."""
        self.sitting = sitting
        self.words = words
        self.doubts = sitting.doubts()
        self._said = SAID.get(said, "")
        self._wrong = wrong

    def shown(self, name: str, title: str, now: Iterable[Doubt] = (), **given: object) -> str:
        """Return a screen by the name of its template; `now` is what is looked at."""
        body = filled(
            ROOM,
            name,
            self.words,
            words=self.words,
            sitting=self.sitting,
            doubts=self.doubts,
            decided=sum(one.verdict != "open" for one in self.doubts),
            lines=self.sitting.lines(now),
            missed=self.sitting.missed(),
            said=self._said,
            wrong=self._wrong,
            states=STATES,
            VERDICTS=VERDICTS,
            DONE=DONE,
            visible=visible,
            **given,
        )
        return framed(self.sitting, self.words, title, body)


def text(said: Message | str, words: Words) -> str:
    """Return a sentence in the language of a screen."""
    return said if isinstance(said, str) else said.text(words.translate)


def framed(sitting: Sitting, words: Words, title: str, body: str) -> str:
    """Return a screen with what stands around each."""
    others = [(code, name) for code, name in LANGUAGES.items() if code != words.language]
    page = Page(
        f"{title} – partnerkg",
        words.language,
        words.translate,
        head=f'<link rel="icon" href="data:,">\n<script src="{words.file(SCRIPT)}" defer></script>\n',
        others=[(code, name, words.to(language=code)) for code, name in others],
        sheet=words.file(STYLE),
        room="desk-room",
        about=words.say(N_("Review “{title}”, {publisher}"), title=sitting.title, publisher=sitting.called),
        leave=(words.to(screen="leave"), words.say(N_("Leave, all is saved"))),
    )
    foot = "".join(
        f'<p class="narrow"><a href="{address}" lang="{code}" hreflang="{code}">{name}</a></p>'
        for code, name, address in page.others
    )
    return typeset("".join([*opening(page), body, *closing(words.say(FOOT), html=foot)]), words.language)
