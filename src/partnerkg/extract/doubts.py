"""What speaks against a mention: the rule that read it, its words, or that it stands nearly alone."""

from __future__ import annotations

from dataclasses import replace

from partnerkg.extract import kinds, phrases, telling, words
from partnerkg.extract.view import ALT, CELL, FILE, HEADING, ITEM, NAME, TEXT
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.model.mention import Mention

SCRIPT, PHRASE, FEW, NAME_UNSURE, FORMER = "script", "phrase", "few", "name", "former"
_WEAK = (FILE, SCRIPT, "prose", "line", "cue")
ORDER = (FILE, PHRASE, FEW, SCRIPT, "prose", "line", "cue", NAME_UNSURE, FORMER, "relation", "place", "kind")
_LISTED = (TEXT, ITEM, "enumeration")  # rules that take for names what stands in a list, whatever it says
_LONG = 8  # words of a name that is rather a sentence
_FEW_WORDS = 2
_ALONE = 3  # mentions of a page that may have none
_ANY = (ITEM, "enumeration")  # of these, even where a heading says of what kind they are
_WORDED = (ALT, NAME, HEADING, TEXT, ITEM)
_ENTITLED = (NAME, HEADING)  # rules of cards and headings
_JOINING = [
    [word]
    for word in (
        *("a", "au", "aux", "d", "de", "des", "du", "en", "et", "la", "le", "les", "l", "pour", "sur"),
        *("and", "for", "in", "of", "the", "to", "und", "für", "der", "die", "von", "di", "del", "della"),
        *("e", "y"),
    )
]  # fmt: skip
_SHOWN = (NAME, HEADING, ITEM, CELL, TEXT)


def doubted(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, each with the first doubt that speaks against it, if any does."""
    few = len(mentions) <= _ALONE
    return [replace(mention, doubt=_doubt(mention, few=few)) for mention in mentions]


def _doubt(mention: Mention, *, few: bool) -> str:
    says = bool(telling.opening(mention.name) or telling.closing(mention.name) or kinds.kind(mention.name))
    if mention.rule in _WEAK and not (says and _is_told(mention)):
        return mention.rule
    shown = mention.rule in _SHOWN and (_is_plain(mention) or _is_long(mention))
    small = mention.rule != ALT and (mention.name.islower() or telling.is_people(mention.name))
    if shown or small or mention.kind == kinds.GROUP or _is_bare(mention.name):
        return PHRASE
    vouched = says or (mention.rule in _ENTITLED and bool(mention.place) and not mention.guessed)
    if mention.rule in _WORDED and not vouched and _is_small(mention.name):
        return PHRASE
    if few and mention.rule in (NAME, HEADING, CELL, TEXT) and mention.guessed:
        return FEW
    listed = mention.rule in _ANY or (mention.guessed and mention.rule in _LISTED)
    if listed and not says and not mention.place and not _is_short(mention):
        return NAME_UNSURE
    former = FORMER if words.tells("heading.former", mention.heading) else ""
    return mention.doubt or former or ("kind" if mention.guessed else "")


def _is_told(mention: Mention) -> bool:
    """Return whether a line, or a sentence about a place, names what its own words say."""
    return mention.rule == "line" or (
        mention.rule == "cue" and bool(mention.place) and not _is_small(mention.name)
    )


def _is_small(name: str) -> bool:
    """Return whether a word of a name that is none of those that join others is written small."""
    return any(word[:1].islower() and fold(word).split()[:1] not in _JOINING for word in name.split())


def _is_plain(mention: Mention) -> bool:
    return mention.guessed and phrases.is_plain(mention.name) and fold(mention.name) not in kinds.bodies()


def _is_bare(name: str) -> bool:
    """Return whether a name is nothing but the word for what it is: "Association", "Le Fonds"."""
    bare = kinds.bare(fold(name))
    return " " not in bare and bare == kinds.head(name) and bare not in kinds.bodies()


def _is_short(mention: Mention) -> bool:
    """Return whether a name in a list of items is of one or two words."""
    return mention.rule == ITEM and len(mention.name.split()) <= _FEW_WORDS


def _is_long(mention: Mention) -> bool:
    return mention.rule in (HEADING, NAME, TEXT) and len(mention.name.split()) > _LONG


def rank(doubt: str) -> int:
    """Return the place of a doubt among all: those that are most often right to have come first."""
    return ORDER.index(doubt) if doubt in ORDER else len(ORDER)
