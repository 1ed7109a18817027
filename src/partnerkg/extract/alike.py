"""Lines that are names because those beside them are: short ones in a row, and the first ones of cards."""

from __future__ import annotations

from itertools import pairwise

from partnerkg.extract import kinds, names, phrases, towns, words
from partnerkg.extract.telling import is_group
from partnerkg.extract.view import ALT, NAME, PLACE, TEXT
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.sections import Row
    from partnerkg.extract.view import Line

_ARTICLES = ("the", "le", "la", "les", "l’", "l'", "der", "die", "das", "il", "el", "de", "het")
_FEWEST = 3  # lines of which most look like names
_LONGEST = 80  # characters of such a line


def found(rows: Sequence[Row]) -> set[int]:
    """Return the lines, by identity, that look like names as most of those beside them do."""
    lines = {id(line) for run in (*_runs(rows), *_described(rows)) for line in run if _is_good(line)}
    titles = {id(line) for run in _cards(rows) for line in run if _is_name(line.text)}
    return lines | titles | {id(line) for run in _begun(rows) for line in run}


def begins(line: Line) -> bool:
    """Return whether a paragraph begins with a name in bold of which the rest tells."""
    if line.kind != TEXT or not line.strong:
        return False
    start, end = line.strong[0]
    is_first = start == 0 or line.text[:start].strip().lower() in _ARTICLES
    return is_first and end < len(line.text) - 1 and _is_name(line.text[start:end])


def _begun(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Yield the paragraphs of each section that begin with a name in bold, if most do."""
    told: dict[int, list[Line]] = {}
    for row in rows:
        if row.line.kind == TEXT and not row.is_heading:
            told.setdefault(id(row.section), []).append(row.line)
    for lines in told.values():
        named = [line for line in lines if begins(line)]
        if len(named) > 1 and len(named) * 2 > len(lines):
            yield named


def _runs(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Yield the short lines that stand one below the other, if most look like names."""
    run: list[Line] = []
    for row in rows:
        line = row.line
        if line.kind == ALT:
            continue
        goes_on = not row.is_heading and line.kind == TEXT and len(names.unbracketed(line.text)) < _LONGEST
        if run and not (goes_on and line.card == run[-1].card):
            yield from _voted(run)
            run = []
        if goes_on:
            run.append(line)
    yield from _voted(run)


def _cards(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Yield the first lines of the cards of each section, if most look like names."""
    firsts: dict[int, dict[int, Line]] = {}
    for row in rows:
        if row.line.card and not row.is_heading and row.line.kind != ALT:
            firsts.setdefault(id(row.section), {}).setdefault(row.line.card, row.line)
    for cards in firsts.values():
        lines = [line for line in cards.values() if line.kind not in (NAME, PLACE)]
        yield from _voted([line for line in lines if line.kind == TEXT])


def _described(rows: Sequence[Row]) -> Iterator[list[Line]]:
    """Yield the short lines whose words the longer line below begins with: it tells of them."""
    for row, after in pairwise(rows):
        line = row.line
        both = line.kind == after.line.kind == TEXT and not (row.is_heading or after.is_heading)
        if both and len(line.text) < _LONGEST and len(after.line.text) > 2 * len(line.text):
            name, telling = (kinds.bare(fold(one.text[:200])) for one in (line, after.line))
            again = f" {name} " in f" {telling} " and " " in name
            if name and (again or telling.startswith(f"{name} ")):
                yield [line]


def _voted(run: list[Line]) -> Iterator[list[Line]]:
    voting = [line for line in run if not words.is_only("nothing", line.text)]
    if len(voting) >= _FEWEST and sum(map(_is_good, voting)) * 4 >= len(voting) * 3:
        yield voting


def _is_good(line: Line) -> bool:
    return _is_name(line.text) and not towns.is_place(line.text)


def _is_name(text: str) -> bool:
    short = len(names.unbracketed(text)) < _LONGEST and names.is_name(text)
    return short and not phrases.is_plain(text) and not is_group(text)
