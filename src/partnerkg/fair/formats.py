"""Scores as text: for eyes, for pages (Markdown), for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from partnerkg.errors import N_, Message
from partnerkg.fair.score import fixes, overall

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate
    from partnerkg.fair.score import Judged, Score

FIXES = 5
_SCORE = N_("{name}: {won} of {possible} points ({percent} %); open: {open}")
_OVERALL = N_("All three, each counted the same: {percent} %")
_OPEN = N_("Open counts as not won: a folder cannot tell, only the web can.")
_STATUS = {"pass": N_("passed"), "fail": N_("failed"), "open": N_("open")}
_MARKS = {"pass": "✓", "fail": "✗", "open": "?"}
_NEXT = N_("Next, what wins the most:")
_FIX = N_("{name} {id} (+{points} points): {wants}; {seen}")
_HEADINGS = (N_("check"), N_("wanted"), N_("result"), N_("points"))


def text(scores: Sequence[Score], translate: Translate) -> Iterator[str]:
    """Yield the scores and checks for a terminal, one a line, then the next best fixes."""
    for score in scores:
        yield _score(score, translate) + "\n"
        for judged in score.judged:
            said = (
                f"  {_MARKS[judged.outcome.status]} {judged.check.id}  {judged.check.wants.text(translate)}"
            )
            why = "" if judged.outcome.status == "pass" else f" – {judged.outcome.seen.text(translate)}"
            yield f"{said}{why}\n"
        yield "\n"
    yield f"{_all(scores, translate)}\n{translate(_OPEN)}\n"
    found = list(_fixes(scores, translate))
    if found:
        yield f"\n{translate(_NEXT)}\n"
        yield from (f"  {line}\n" for line in found)


def markdown(scores: Sequence[Score], translate: Translate) -> Iterator[str]:
    """Yield the scores and checks as Markdown tables, then the next best fixes as a list."""
    yield f"**{_all(scores, translate)}**\n\n{translate(_OPEN)}\n"
    for score in scores:
        yield f"\n## {_score(score, translate)}\n\n<{score.framework.source}>\n\n"
        yield f"| {' | '.join(map(translate, _HEADINGS))} |\n|---|---|---|---|\n"
        for judged in score.judged:
            status = translate(_STATUS[judged.outcome.status])
            why = "" if judged.outcome.status == "pass" else f": {judged.outcome.seen.text(translate)}"
            points = f"{_number(judged.won)} / {_number(judged.check.points)}"
            cells = (judged.check.id, judged.check.wants.text(translate), status + why, points)
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
    found = list(_fixes(scores, translate))
    if found:
        yield f"\n{translate(_NEXT)}\n\n"
        yield from (f"* {line}\n" for line in found)


def as_json(scores: Sequence[Score], translate: Translate) -> Iterator[str]:
    """Yield the scores and checks as one JSON object."""
    said = {
        "percent": round(overall(scores), 1),
        "frameworks": [
            {
                "name": score.framework.name,
                "source": score.framework.source,
                "won": round(score.won, 2),
                "possible": score.possible,
                "open": score.open,
                "percent": round(score.percent, 1),
                "checks": [_plain(judged, translate) for judged in score.judged],
            }
            for score in scores
        ],
        "fixes": [{"framework": score.framework.name, "check": one.check.id} for score, one in fixes(scores)],
    }
    yield json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _plain(judged: Judged, translate: Translate) -> dict[str, object]:
    return {
        "id": judged.check.id,
        "wants": judged.check.wants.text(translate),
        "status": judged.outcome.status,
        "seen": judged.outcome.seen.text(translate),
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


def _fixes(scores: Sequence[Score], translate: Translate) -> Iterator[str]:
    for score, judged in fixes(scores)[:FIXES]:
        yield Message(
            _FIX,
            name=score.framework.name,
            id=judged.check.id,
            points=_number(judged.lost),
            wants=judged.check.wants,
            seen=judged.outcome.seen,
        ).text(translate)


def _number(number: float) -> str:
    return f"{round(number, 1):g}"


FORMATS: dict[str, Callable[[Sequence[Score], Translate], Iterator[str]]] = {
    "text": text,
    "json": as_json,
    "markdown": markdown,
}
