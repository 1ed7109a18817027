"""Scores as text: for eyes, for pages (Markdown), for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from partnerkg.errors import N_, Message
from partnerkg.fair.score import fixes, overall
from partnerkg.translation import Number, translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate
    from partnerkg.fair.score import Judged, Score

FIXES = 5
_SCORE = N_("{name}: {won} of {possible} points ({percent}%); open: {open}")
_OVERALL = N_("All three, each counted the same: {percent}%")
_OPEN = N_("Open counts as not won: a folder cannot tell, only the web can.")
_STATUS = {"pass": N_("passed"), "fail": N_("failed"), "open": N_("open")}
_MARKS = {"pass": "✓", "fail": "✗", "open": "?"}
_NEXT = N_("Next, what wins the most:")
_FIX = N_("{name} {id} (+{points}): {wants}; {seen}")
_HEADINGS = (N_("check"), N_("wanted"), N_("result"), N_("points"))


def text(scores: Sequence[Score], language: str) -> Iterator[str]:
    """Yield the scores and checks for a terminal, one a line, then the next best fixes."""
    translate = translations(language)[0]
    for score in scores:
        yield _score(score, translate) + "\n"
        for judged in score.judged:
            line = f"  {_MARKS[judged.outcome.status]} {judged.check.id}  {judged.check.wanted(language)}"
            why = "" if judged.outcome.status == "pass" else f" – {judged.outcome.seen.text(translate)}"
            yield f"{line}{why}\n"
        yield "\n"
    yield f"{_all(scores, translate)}\n{translate(_OPEN)}\n"
    if best := list(_fixes(scores, language)):
        yield f"\n{translate(_NEXT)}\n"
        yield from (f"  {line}\n" for line in best)


def markdown(scores: Sequence[Score], language: str) -> Iterator[str]:
    """Yield the scores and checks as Markdown tables, then the next best fixes as a list."""
    translate = translations(language)[0]
    yield f"**{_all(scores, translate)}**\n\n{translate(_OPEN)}\n"
    for score in scores:
        yield f"\n## {_score(score, translate)}\n\n<{score.framework.source}>\n\n"
        yield f"| {' | '.join(map(translate, _HEADINGS))} |\n|---|---|---|---|\n"
        for judged in score.judged:
            status = translate(_STATUS[judged.outcome.status])
            why = "" if judged.outcome.status == "pass" else f": {judged.outcome.seen.text(translate)}"
            points = " / ".join(_number(one).text(translate) for one in (judged.won, judged.check.points))
            cells = (judged.check.id, judged.check.wanted(language), status + why, points)
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
    if best := list(_fixes(scores, language)):
        yield f"\n{translate(_NEXT)}\n\n"
        yield from (f"* {line}\n" for line in best)


def as_json(scores: Sequence[Score], language: str) -> Iterator[str]:
    """Yield the scores and checks as one JSON object."""
    document = {
        "percent": round(overall(scores), 1),
        "frameworks": [
            {
                "name": score.framework.name,
                "source": score.framework.source,
                "won": round(score.won, 2),
                "possible": score.possible,
                "open": score.open,
                "percent": round(score.percent, 1),
                "checks": [_plain(judged, language) for judged in score.judged],
            }
            for score in scores
        ],
        "fixes": [{"framework": score.framework.name, "check": one.check.id} for score, one in fixes(scores)],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(judged: Judged, language: str) -> dict[str, object]:
    return {
        "id": judged.check.id,
        "wants": judged.check.wanted(language),
        "status": judged.outcome.status,
        "seen": judged.outcome.seen.text(translations(language)[0]),
        "won": round(judged.won, 2),
        "points": judged.check.points,
    }


def _score(score: Score, translate: Translate) -> str:
    return Message(
        _SCORE,
        name=score.framework.name,
        won=_number(score.won),
        possible=_number(score.possible),
        percent=_number(score.percent),
        open=_number(score.open),
    ).text(translate)


def _all(scores: Sequence[Score], translate: Translate) -> str:
    return Message(_OVERALL, percent=_number(overall(scores))).text(translate)


def _fixes(scores: Sequence[Score], language: str) -> Iterator[str]:
    for score, judged in fixes(scores)[:FIXES]:
        yield Message(
            _FIX,
            name=score.framework.name,
            id=judged.check.id,
            points=_number(judged.lost),
            wants=judged.check.wanted(language),
            seen=judged.outcome.seen,
        ).text(translations(language)[0])


def _number(number: float) -> Number:
    rounded = float(round(number, 1))
    return Number(int(rounded) if rounded.is_integer() else rounded)


FORMATS: dict[str, Callable[[Sequence[Score], str], Iterator[str]]] = {
    "text": text,
    "json": as_json,
    "markdown": markdown,
}
