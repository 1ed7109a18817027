"""Where sentences list names: behind a cue ("avec le soutien de"), or before what says that they support."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from partnerkg.extract import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1_500  # characters of an enumeration behind a cue
_TO = r"(?:\s+(?:de la|de l[’']|du|des|de|d[’']|au|aux|à la|à l[’']|à|par|avec|le|la|les|l[’']|the|of|to|by|from|via|our|di|del|della|von|der|dem|den|het|al|alla|allo|ai|agli|alle|all[’']|il|lo|gli|el|los|las)(?![^\W_])\s*)*"  # noqa: E501
_BETWEEN = (
    r"(?:\s+(?:également|aussi|enfin|tout|bien|plus|"
    r"\w+(?:usement|vement|ement|ier|ière|iers|iques?|al|ed|reux|reuse)\b)){0,3}"
)
_FEW = ("…", r"(?:\s[\w’'£$€-]{1,20}(?:,[0-9]+)?){0,3}?")  # up to three words between those of a cue
_WEAK = "weak"
_MORE = 8  # times that a sentence goes on with others
_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-ZÉÈÀÊÎÔÛÇ«])|\n")
_STOP = re.compile(
    r"(?<![\s.][a-zA-Z])[.!?](?=\s+[A-ZÉÈÀÊÎÔÛÇ«0-9]|\s*$)|\s?©|\n"
)  # where a labelled list ends
_JOINS = re.compile(  # before another cue: "… et avec le soutien de"
    r",?\s(?:et|and|und|e|y)(?:\s+(?:le|la|les|l[’']|un|une|a|an|the|its|par|by|with|avec|est|is|du|de la))?"
    r"\s*$"
)
_RELATIVE = re.compile(r",\s(?:dont|qui|que|où|who|which|whose|where)\s", re.I)
_SHUT = re.compile(r"\([^()\n]{0,200}\)|«[^«»\n]{0,200}»|“[^“”\n]{0,200}”")
_HEAD = re.compile(  # of names that go on with "for": "Institute for Cultural Practices"
    r"(?:Foundation|Librar(?:y|ies)|Institute|Cent(?:re|er)|Council|Fund|Society|Association|Endowment|Department|School|"
    r"Academy|Agency|Trust|Office|Campaign|Coalition|Alliance|Network|Partnership|Students|Friends|Fundación|Stiftung)$"
)
_LETTERED = re.compile(r"[^,;.:()]{3,90}\sx{4,14}(?!\w)")  # brackets, shut
_ON = re.compile(r"(?:the\s)?[A-Z]")


class Clause(NamedTuple):
    """Where names are listed, `[start, end)`, and the relation told.

    `is_weak` if only what words say the kind of counts, `is_several` if they are two at least.
    """

    start: int
    end: int
    relation: str
    is_weak: bool = False
    is_several: bool = False


@lru_cache(maxsize=1 << 9)  # a line is asked again and again
def cued(text: str) -> tuple[Clause, ...]:
    """Return where enumerations behind cues stand, or before what says support, with the relation told."""
    return tuple(_cued(text))


def _cued(text: str) -> Iterator[Clause]:
    shut = _SHUT.sub(lambda match: "x" * len(match.group()), text)
    yield from _subjects(text)
    found, labelled = _apart(text), False
    for (match, relation), after in zip_longest(found, found[1:]):
        place = match.end()
        before = after[0].start() if after else len(text)
        told, _, weak = relation.partition(".")
        labelled = labelled or match.group().rstrip().endswith(":")
        body = shut if shut[place - 1] == text[place - 1] else text
        stop = min(ending(body, place, labelled=labelled), before)
        if body is text:
            closing = text.find(")", place, stop)
            stop = closing if closing >= 0 else stop
        joins = _JOINS.search(text, place, stop) if stop == before else None
        stop = joins.start() if joins else stop
        if stop - place > 1:
            yield Clause(place, stop, told, bool(weak), bool(_several().search(match.group())))
            for first, last in _more(text, stop, before):
                yield Clause(first, last, told, bool(weak))


def ending(body: str, place: int, *, labelled: bool = False) -> int:
    """Return where an enumeration ends: at a full stop, before a verb or what begins another clause."""
    last = min(len(body), place + LONGEST)
    for end in (_STOP if labelled else _ends()).finditer(body, place, last):
        if not _goes_on(body, place, end):
            return end.start()
    return last


def _goes_on(body: str, place: int, end: re.Match[str]) -> bool:
    """Return whether "for" or "pour" stands inside a name: letters in brackets behind show where it ends."""
    word = end.group().strip()
    if word == "for":
        return bool(_HEAD.search(body, place, end.start()) and _ON.match(body, end.end()))
    return word == "pour" and bool(_LETTERED.match(body, end.end()))


def _subjects(text: str) -> Iterator[Clause]:
    """Yield where those stand who do what the words behind them say: "… nous ont soutenus"."""
    for relation, pattern in _behind():
        last = 0
        told, _, weak = relation.partition(".")
        for match in pattern.finditer(text):
            near = max(last, match.start() - LONGEST // 3)
            first = max((end.end() for end in _SENTENCE.finditer(text, near, match.start())), default=near)
            says = _RELATIVE.search(text, first, match.start())
            yield Clause(first, says.start() if says else match.start(), told, bool(weak))
            last = match.end()


@cache
def _cues() -> list[tuple[str, re.Pattern[str]]]:
    behind = rf"(?:(?<=[’'])|(?!\w)){_BETWEEN}{_TO}\s*[:(]?\s*"
    return [
        (name, re.compile(rf"(?<!\w)(?:{_pattern(f'cue.{name}')}){behind}", re.I))
        for name in words.families("cue")
    ]


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words.alternatives('several.cue')})\W*(?:l[ea’']s?|the)?\s*$", re.I)


@cache
def _behind() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of what stands behind those who do it."""
    return [
        (name, re.compile(rf"\s(?:{_pattern(f'behind.{name}')})", re.I)) for name in words.families("behind")
    ]


def _pattern(name: str) -> str:
    return words.alternatives(name).replace(*_FEW)


@cache
def _ends() -> re.Pattern[str]:
    stop = "|".join(map(words.alternatives, ("sentence.ends", "predicate")))
    return re.compile(
        rf"(?<![\s.][a-zA-Z])[.!?](?=\s+[A-ZÉÈÀÊÎÔÛÇ«0-9]|\s*$)|(?<!ainsi)\s(?:{stop})(?:\s|(?=[.!;)]|$))|;(?!\s*(?:l[ae]s?\s|l[’']|[A-ZÉÈÎÔ]))|\s–\s(?-i:(?![A-ZÉ]))|\s?©|\n"
    )


def _apart(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the cues of a text with what they say; of those that overlap the one that ends last."""
    found: list[tuple[re.Match[str], str]] = []
    every = ((match, relation) for relation, pattern in _cues() for match in pattern.finditer(text))
    for match, relation in sorted(every, key=lambda one: (one[0].start(), -one[0].end())):
        if found and match.start() < found[-1][0].end():
            stronger = found[-1][1].endswith(_WEAK) and not relation.endswith(_WEAK)
            if match.end() <= found[-1][0].end() - stronger:
                continue
            found.pop()
        found.append((match, relation))
    return found


@cache
def _again() -> re.Pattern[str]:
    """Return the pattern of what goes on with others behind what was said of the first ones."""
    return re.compile(rf"\b(?:{words.alternatives('again')}){_TO}\s*", re.I)


def _more(text: str, start: int, before: int) -> Iterator[tuple[int, int]]:
    """Yield where more is listed in a sentence: "la DRAC pour son aide, ainsi que la Ville de Lens"."""
    sentence = _SENTENCE.search(text, start, min(before, start + LONGEST))
    stop = sentence.start() if sentence else min(before, len(text), start + LONGEST)
    place = start
    for match in islice(_again().finditer(text, start, stop), _MORE):
        if match.start() >= place:
            end = _ends().search(text, match.end(), stop)
            place = end.start() if end else stop
            yield match.end(), place
