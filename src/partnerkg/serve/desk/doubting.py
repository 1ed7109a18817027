"""Which screen is asked for; a doubt on it, or several that may be kept together."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.desk.page import around
from partnerkg.pipeline.review import why
from partnerkg.serve.desk import deciding, finishing
from partnerkg.serve.desk.screens import Screen, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.desk import Sitting
    from partnerkg.serve.desk.words import Words
    from partnerkg.serve.requests import Pairs


def shown(sitting: Sitting, words: Words, given: Mapping[str, str]) -> str:
    """Return the screen that is asked for, else the first doubt that is to be decided, else the end."""
    screen = Screen(sitting, words, given.get("said", ""))
    if given.get("screen") == "leave":
        return finishing.left(screen)
    number, group = (_one_of(screen, given.get(name, "")) for name in ("doubt", "group"))
    if group and len(sitting.group(screen.doubts[group - 1])) > 1:
        return _group(screen, group)
    number = number or (0 if given.get("screen") == "end" else sitting.following(0) or 0)
    return _doubt(screen, number, {}, "") if number else finishing.end(screen)


def again(sitting: Sitting, words: Words, sent: Pairs, wrong: str = "") -> str:
    """Return the screen that something was sent from, with what was written on it, and what is wrong."""
    screen = Screen(sitting, words, "", wrong)
    number = _one_of(screen, str(deciding.number(sent)))
    if number and not any(name == "line" for name, _ in sent):
        return _doubt(screen, number, deciding.said(sent), deciding.who(sent)[0])
    return _doubt(screen, number, {}, "") if number else finishing.end(screen, deciding.answers(sent))


def _one_of(screen: Screen, written: str) -> int:
    number = deciding.whole(written)
    return number if number <= len(screen.doubts) else 0


def _doubt(screen: Screen, number: int, said: Mapping[str, str], key: str) -> str:
    sitting, words, doubt = screen.sitting, screen.words, screen.doubts[number - 1]
    title = N_("{name}, doubt {number} of {count}")
    return screen.shown(
        "doubt",
        words.say(title, name=doubt.name, number=number, count=len(screen.doubts)),
        [doubt],
        doubt=doubt,
        number=number,
        why=text(why(doubt), words),
        heading=sitting.heading(doubt),
        around=around(sitting.text, doubt),
        form=sitting.form(doubt, said, key, words.language),
        group=sitting.group(doubt) if doubt.verdict == "open" else [],
    )


def _group(screen: Screen, number: int) -> str:
    sitting, words, doubt = screen.sitting, screen.words, screen.doubts[number - 1]
    group = [(one, sitting.looks.is_known(one)) for one in sitting.group(doubt)]
    kept = {one.key for one, _ in group}
    outside = [
        (one, text(why(one), words))
        for one in sitting.desk.waiting()
        if one.section == doubt.section and one.key not in kept
    ]
    heading = sitting.heading(doubt)
    title = words.ngettext("{count} line", "{count} lines", len(group))
    return screen.shown(
        "group",
        words.say(N_("{lines} of {heading}"), lines=title, heading=heading) if heading else title,
        [one for one, _ in group],
        number=number,
        group=group,
        known=sum(known for _, known in group),
        outside=outside,
        heading=heading,
        why=text(why(doubt), words),
        count_html=Markup('<span id="n">{}</span>').format(words.number(len(group))),
    )
