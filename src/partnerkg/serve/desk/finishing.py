"""The end of a review: what was decided once more, to be published or withdrawn; and the way out."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from partnerkg.errors import N_
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.desk import ending, lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.desk import Doubt
    from partnerkg.pipeline.desk.ending import End
    from partnerkg.pipeline.desk.lists import Answer, List
    from partnerkg.serve.desk.screens import Screen
    from partnerkg.serve.desk.words import Words


class Line(NamedTuple):
    """An entry in a list: what it is called, what is told of it, the number of its doubt (0 for none)."""

    name: str
    told: str
    number: int


SAYS = {  # what a page may say of a list
    "": N_("The page does not say"),
    "open": N_("Open: there are others"),
    "complete": N_("Complete: these are all"),
    "continued-elsewhere": N_("Continued elsewhere"),
}


def end(screen: Screen, answers: Iterable[Answer] = ()) -> str:
    """Return the last screen; `answers` are what was said of lists and not saved."""
    sitting, words = screen.sitting, screen.words
    found = ending.end(sitting)
    waiting = len(sitting.waiting())
    title, lead = _title(screen, found, waiting), _lead(found, words)
    return screen.shown(
        "end",
        title,
        end=found,
        head=title,
        lead=lead,
        folds=_folds(screen, found),
        lists=_lists(screen, answers),
        SAYS=SAYS,
        checked=ending.checked(sitting, Audience(words.language)),
    )


def _lists(screen: Screen, answers: Iterable[Answer]) -> list[List]:
    said = {one.section: one for one in answers}
    return [
        replace(one, completeness=mine.completeness, words=mine.words, read=mine.read)
        if (mine := said.get(one.section))
        else one
        for one in lists.lists(screen.sitting)
    ]


def _title(screen: Screen, found: End, waiting: int) -> str:
    words = screen.words
    if waiting:
        return words.ngettext("{count} doubt is left.", "{count} doubts are left.", waiting)
    if not found.can_publish:
        return words.say(N_("All is decided and published."))
    count = len(screen.doubts)
    return words.ngettext(
        "{count} doubt decided. It remains to publish.",
        "{count} doubts decided. It remains to publish.",
        count,
    )


def _lead(found: End, words: Words) -> str:
    if not found.can_publish:
        return words.ngettext(
            "{count} decision on this page is in the graph.",
            "{count} decisions on this page are in the graph.",
            found.decisions,
        )
    kept = words.say(
        N_(
            "Kept: {kept}, of which {known} known already and {new} new; put aside: {rejected}; left apart: "
            "{apart}."
        ),
        kept=words.number(len(found.new) + len(found.known)),
        known=words.number(len(found.known)),
        new=words.number(len(found.new)),
        rejected=words.number(len(found.rejected)),
        apart=words.number(len(found.apart)),
    )
    sure = N_("With the {sure} read without doubt, the page names {all}.")
    return f"{kept} {words.say(sure, sure=words.number(len(found.sure)), all=words.number(found.to_publish))}"


def _folds(screen: Screen, found: End) -> list[tuple[str, str, list[Line], str, bool]]:
    """Return the lists of the end: which, its summary, its lines, a note, whether it is open."""
    say, ngettext = screen.words.say, screen.words.ngettext

    def lines(some: Iterable[Doubt]) -> list[Line]:
        numbers = {one.key: at for at, one in enumerate(screen.doubts, 1)}
        return [Line(one.name, _told(one, screen), numbers.get(one.key, 0)) for one in some]

    new, known, rejected, apart, sure = found.new, found.known, found.rejected, found.apart, found.sure
    once_more = ngettext(
        "{count} new: to be looked at once more", "{count} new: to be looked at once more", len(new)
    )
    gain = say(N_("They gain a partner and a quote; nothing of them is replaced."))
    return [
        ("new", once_more, lines(new), "", True),
        (
            "known",
            ngettext("{count} known already", "{count} known already", len(known)),
            lines(known),
            gain if known else "",
            False,
        ),
        (
            "corrected",
            ngettext("{count} corrected by hand", "{count} corrected by hand", len(found.corrected)),
            lines(found.corrected),
            "",
            False,
        ),
        (
            "rejected",
            ngettext("{count} put aside", "{count} put aside", len(rejected)),
            lines(rejected),
            "",
            False,
        ),
        ("apart", ngettext("{count} left apart", "{count} left apart", len(apart)), lines(apart), "", False),
        (
            "sure",
            ngettext("{count} read without doubt", "{count} read without doubt", len(sure)),
            lines(sure),
            "",
            False,
        ),
    ]


def _told(doubt: Doubt, screen: Screen) -> str:
    kind = screen.sitting.looks_in(screen.words.language).kind(doubt.fields.get("class", ""))
    town = doubt.fields.get("town") or doubt.fields.get("territory") or ""
    return ", ".join(filter(None, (kind, town)))


def left(screen: Screen) -> str:
    """Return the screen of who leaves."""
    sitting, words = screen.sitting, screen.words
    return screen.shown(
        "leave",
        words.say(N_("All is saved")),
        end=ending.end(sitting),
        waiting=len(sitting.waiting()),
        command=f"partnerkg review {sitting.name}",
    )
