"""Names behind cues in a sentence ("avec le soutien de"): which parts of what follows are names."""

from __future__ import annotations

import re
from dataclasses import replace

from partnerkg.extract import kinds, names, placing, telling, words
from partnerkg.extract import sections as of_page
from partnerkg.extract.clauses import cued
from partnerkg.extract.enumerations import split
from partnerkg.extract.naming import Words
from partnerkg.extract.prose import named_last
from partnerkg.extract.telling import is_group
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.view import Line

_OF = re.compile(r"(?:\b(?:d[eu]s?|de la|of|of the|di|del|von|der)\s|[ld][’'])$", re.I)
_COMMON = re.compile(
    r"(?:(?:nos|notre|our|onze|unsere[nr]?|nuestr[ao]s|i nostri) )?"
    r"(?:partenaires?|sponsors?|partners?|m[ée]c[èe]nes?|supporters|funders|donors|sponsoren|partnern|patrocinadores|colaboradores)\s(?=[A-ZÉ])|"
    r"(?:toute )?(?:(?:l[’'])?équipe|(?:les )?équipes|l[’']ensemble|(?:le )?personnel|(?:les )?bénévoles|"
    r"(?:the )?team at|everyone at|(?:[Ll]es |[Dd]es )?(?:élèves|enfants|résidents|patients|professionnels)|"
    r"(?:[Cc]hildren|[Pp]upils|[Ss]tudents|[Vv]olunteers|[Ss]taff|[Cc]olleagues) (?:from|at))"
    r"(?:(?: de la| du| des| de)\s| de l[’']| d[’']|\s(?=[A-ZÉ]))|"
    r"(?:a(?:l|lla|llo|gli|lle)?\s|de(?:l|lla)\s|all[’'])?"
    r"(?:prof(?:essor(?:e|essa)?)?|dott(?:or(?:e|essa)?)?|sig(?:nora?)?)\.?(?:ssa)?\s(?=[A-Z])|"
    r"(?:by|from|with|via|par|avec)\s(?:the\s|la\s|les?\s|l[’'])?|à\sl[’']|à\s(?=[A-ZÉ])"
)
_OF_BODY = re.compile(
    r"(?!(?:L[ea]s?|The)\s)[A-ZÉ][a-zà-ÿ]+(?:-[A-ZÉ][a-zà-ÿ]+)?(?: [A-ZÉ][\w’'-]+){1,2} "
    r"(?:\(|(?:at|from) (?:the )?)([^()]{3,80}?)\)?$"
)
_ARTICLE = re.compile(r"(?:L[ea]s?|The)\s|L[’']")
_TITLED = re.compile(r"L(?:[’']|(?:a|e|es) )[a-zà-ÿ]\S*(?: \S+){0,4}$")  # "L’âge de la tortue"
_NEAR = 80  # characters before a list that may say of whom it is
_ALL_OF = frozenset(
    ("alle", "allen", "aller", "unsere", "unseren", "unserem", "viele", "vielen", "zahlreiche", "weitere")
)
_SHORT, _MANY = 3, 10


def named(line: Line, *, said: bool) -> Iterator[tuple[Words, str]]:
    """Yield the names behind cues with the relation told; with `said` those that words say the kind of."""
    for start, end, relation, is_weak, is_several in cued(line.text):
        listed = split(line.text, start, end, several=is_several)
        parts = [_without_person(line.text, _without_head(line.text, part)) for part in listed]
        is_label = line.text[:start].rstrip().endswith(":")
        is_told = not said or is_label or relation in (of_page.SUPPORT, of_page.MEMBER)
        vouched = (is_told and not is_weak) or _vouches(line.text, start, parts)
        for part in parts:
            text = line.text[part.start : part.end]
            proper = vouched or _is_linked(line, part) or not (is_weak or telling.is_person(text))
            if _is_name(text, vouched=proper, said=said):
                begin = _linked(line, part)
                if begin == start and (article := _ARTICLE.match(line.text, start)):
                    begin = article.end() if _is_known(line.text[article.end() : part.end]) else begin
                place = named_last(line.text, begin, part.end)
                if place is not None:
                    yield _words(line, *place, "" if is_group(text) else part.head), relation


def _words(line: Line, start: int, end: int, head: str) -> Words:
    """Return the words of a name without what describes it, which may say its town."""
    first, last = names.cut(line.text[start:end])
    rest = line.text[start + last : end]
    return Words(line, start + first, start + last, head, rest if placing.said(rest) else "", rest)


def _is_name(text: str, *, vouched: bool, said: bool) -> bool:
    """Return whether a part is a name that may be read there."""
    if _is_said_of_all(text) or (said and _is_several(text)):
        return False
    titled = vouched and bool(_TITLED.match(text)) and not kinds.head(text)
    if not (any(map(str.isupper, _ARTICLE.sub("", text, count=1))) or titled or (vouched and is_group(text))):
        return False
    headed = kinds.head(text) and not words.pattern("sentence.verbs").search(text)
    is_name = names.is_name(text) or titled or _is_several(text) or bool(headed)
    return is_name and (vouched or _is_known(text))


def _is_known(text: str) -> bool:
    """Return whether words say of what kind they are, if only those in brackets behind letters."""
    name, _, inside = text.partition(" (")
    letters = bool(inside) and name.split()[-1:] != [] and name.split()[-1].isupper()
    said = (
        kinds.kind(text)
        or kinds.tail(fold(name))
        or kinds.tail(fold(text))
        or (letters and kinds.kind(inside))
    )
    return bool(said) and said != kinds.PERSON


def _vouches(text: str, start: int, parts: Sequence[Part]) -> bool:
    """Return whether all that is listed may be named: by what is said before, or since several are known."""
    known = sum(_is_known(text[part.start : part.end]) for part in parts)
    told = words.tells("heading.partners", text[max(0, start - _NEAR) : start])
    return bool(told) or (len(parts) >= _SHORT and known > 0)


def _without_head(text: str, part: Part) -> Part:
    """Return a part without the common words it begins with: "sponsors Acme Ltd", "six persons: Ann Bee"."""
    colon = text.find(": ", part.start, part.end)
    start = colon + 2 if colon > 0 and not any(map(str.isupper, text[part.start : colon])) else part.start
    head = _COMMON.match(text, start, part.end)
    return replace(part, start=head.end() if head else start)


def _without_person(text: str, part: Part) -> Part:
    """Return the body of which a person is said to be: "Ann Bee (Elm Library)", "Ann Bee at Elm Library"."""
    said = _OF_BODY.match(text, part.start, part.end)
    if said is None or not _is_known(said[1]):
        return part
    return replace(part, start=said.start(1), end=said.end(1))


def _is_said_of_all(text: str) -> bool:
    """Return whether words speak of all partners and name none: "ses partenaires", "ceux qui"."""
    found = fold(text).split()
    last = found[-1] if found else ""
    if found and found[0] in _ALL_OF:
        return True
    whole = bool(words.pattern("several").match(text)) and words.tells("heading.partners", text)
    whole = whole or names.is_pronoun(last) or text.count(")") > text.count("(")
    return (
        whole
        or (names.is_open(last) and not names.ends_large(text))
        or words.is_only("heading.partners", last)
    )


def _is_linked(line: Line, part: Part) -> bool:
    """Return whether a part is a link to another site: whoever is named so is one."""
    return any(
        start < part.end and part.start < end and (start, end) not in line.home for start, end in line.links
    )


def _linked(line: Line, part: Part) -> int:
    """Return where the name in a part begins: with the link that ends it.

    "the Utrecht-based [Free Press Unlimited]"; but not "the city of [Brest]".
    """
    for start, end in line.links:
        if part.start < start and part.end - 2 <= end <= part.end + 1 and not _OF.search(line.text[:start]):
            return start if names.is_name(line.text[start:end]) else part.start
    return part.start


def _is_several(text: str) -> bool:
    """Return whether words mean several of a kind that are not named: "plusieurs guides de Genève"."""
    found = fold(text).split()
    ended = 1 < len(found) < _MANY and not names.is_open(found[-1])
    return ended and bool(words.pattern("several").match(fold(text)))
