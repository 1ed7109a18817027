"""What a heading says of the lines below it: of which kind, how related, partners or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from partnerkg.extract import kinds, where, words
from partnerkg.extract.view import CELL, HEADING, ITEM, TEXT, Line
from partnerkg.model.name import fold

PARTNER, SUPPORT, MEMBER, VENUE, PART, NONE = "partner", "support", "member", "venue", "part", "none"
LONGEST_HEADING, LONGEST_LEAD = 90, 260
MANY = 8  # words of a heading that is rather a sentence
_HOUSES = (
    "school",
    "library",
    "bookshop",
    "cinema-or-theatre",
    "museum",
    "social-centre",
)  # of which towns have several
_IN = re.compile(r"^(?:d[eu]s?|de la|à|au|aux|en|of|in)\s|^d[’']|^de l[’']", re.I)
_ANY = "any"  # of organisations of any kind
_OPEN = re.compile(r"(?::|\b(?:par|avec|de|des|by|with|of|from|von|mit|durch|di|da|con|por|de la))\s*$", re.I)


@dataclass(slots=True, eq=False)
class Section:
    """A heading and what it says; `None` where a page has not begun to list."""

    heading: Line | None = None
    kind: str = ""
    relation: str = ""
    away: bool = False
    above: Section | None = field(default=None, repr=False)
    named: bool = False  # the heading is a name, and what stands below describes it
    box: int = 0  # the box that says so by its class, and no heading does

    @property
    def told(self) -> str:
        """Return how what is listed here is related: by the heading, or by one above it."""
        above = self.above.told if self.above else ""
        return above or self.relation if self.relation in ("", PARTNER) else self.relation

    @property
    def told_kind(self) -> str:
        """Return the kind that the heading, or one above it, says; "institutions" may be of any."""
        text = self.heading.text if self.heading else ""
        text = text if len(text) <= LONGEST_HEADING else text.partition(":")[0][-LONGEST_HEADING:]
        unsaid = "institutions" in (found := fold(text).split()) and "publiques" not in found
        own = "" if unsaid else self.kind or listed_kind(text)
        return own or (self.above.told_kind if self.above and not self.relation else "")

    @property
    def left_out(self) -> bool:
        """Return whether the heading leads to other things than partners."""
        return self.away or bool(not self.relation and self.above and self.above.left_out)


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its section; whether it is the heading itself."""

    line: Line
    section: Section
    is_heading: bool = False


def relation(text: str) -> str:
    """Return the relation that words speak of, empty if of none; partners where they are named, too."""
    named = [name for name in words.families("relation") if words.tells(f"relation.{name}", text)]
    if words.tells("given.support", text):
        return PARTNER  # "Charities we support": those whom we help, and not who helps us
    if VENUE in named and kind(text):
        named.remove(VENUE)
    if MEMBER in named and len(_kinds(text)) > 1:
        named.remove(MEMBER)  # "Réseaux et associations" says of which kinds they are
    if VENUE not in named and re.search(r"\bparten\w|\bpartner|\bsocios\b|\bparceir", text, re.I):
        joined = re.search(r"\s(?:et|and|&|und|e|y)\s", text)
        return SUPPORT if SUPPORT in named and not joined else PARTNER
    return VENUE if VENUE in named else named[0] if named else ""


def kind(text: str) -> str:
    """Return the one kind that the words of a heading name, empty if they name none or several."""
    named = _kinds(text)
    return named[0] if len(named) == 1 else ""


def _kinds(text: str) -> list[str]:
    return [name for name in words.families("kind") if words.tells(f"kind.{name}", text)]


def listed_kind(text: str) -> str:
    """Return the kind of what a heading says is listed, in words that are no heading by themselves."""
    named = [name for name in words.families("listed") if words.tells(f"listed.{name}", text)]
    return named[0] if len(named) == 1 and named != [_ANY] else ""


def is_category(text: str) -> bool:
    """Return whether a heading names what is listed below it, and no organisation."""
    folded = fold(text)
    if not folded:
        return False
    if words.tells("heading.partners", text) or all(_is_general(word) for word in folded.split()):
        return True
    if words.is_only("heading.told", text.rstrip(" :.!…")):
        return True
    if _is_of_place(text):
        return True
    first = (kinds.bare(folded).split() or [""])[0]
    if text.rstrip().endswith(":") and first.endswith("s") and kinds.head(text):
        return True
    return first.endswith("s") and bool(kind(first)) and len(folded.split()) < MANY


def _is_of_place(text: str) -> bool:
    """Return whether a heading names several of a kind by their place: "Établissements scolaires de Lens"."""
    head = kinds.head(text)
    if kinds.heads().get(head) not in _HOUSES or not head.split()[0].endswith(("s", "x")):
        return False
    rest = _IN.sub("", " ".join(text.split()[len(head.split()) :]))
    return bool(rest) and where.place(rest) is not None


def _is_general(word: str) -> bool:
    return words.is_only("heading.generic", word) or bool(kind(word)) or word.isdigit()


def is_heading(line: Line, after: Line | None) -> bool:
    """Return whether a line is a heading: marked so, or short and alone in bold, capitals or with a colon."""
    text = line.text.rstrip()
    if line.kind == HEADING:
        return True
    if line.kind == CELL and after is not None and text.endswith(":"):
        return is_lead(text)
    if line.kind != TEXT or after is None:
        return False
    if len(text) > LONGEST_HEADING or is_lead(text):
        return is_lead(text)
    listed = after.kind == ITEM and _is_bold(line, text) and where.place(text) is not None
    return (text.endswith(":") and "," not in text) or listed or _stands_out(line, text)


def _stands_out(line: Line, text: str) -> bool:
    """Return whether a short line names a category and is in bold, in capitals, or speaks of partners."""
    in_menu = any(end - start >= len(text) - 1 for start, end in line.home)
    if in_menu or not is_category(text) or _goes_on(line, text):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return True
    return _is_bold(line, text) or (bool(relation(text)) and text[-1] not in ".,;" and not line.links)


def _is_bold(line: Line, text: str) -> bool:
    return sum(end - start for start, end in line.strong) >= len(text.rstrip(" :")) and len(text) > 2


def _goes_on(line: Line, text: str) -> bool:
    """Return whether what is listed stands behind a label in the same line: "Nos partenaires : la Fnac"."""
    colon = text.find(": ")
    strong = next((end for start, end in line.strong if start == 0), 0)
    rest = text[colon + 2 :] if colon > 0 else text[strong:] if 0 < strong < len(text) else ""
    return bool(rest.strip()) and not is_category(rest) and any(map(str.isupper, rest))


def is_lead(text: str) -> bool:
    """Return whether a sentence ends where those begin whom it speaks of: "avec le soutien de :"."""
    return len(text) < LONGEST_LEAD and bool(_OPEN.search(text)) and bool(relation(text))


def section(line: Line, above: Section) -> Section:
    """Return the section that a heading begins below another."""
    told = words.tells("heading.told", line.text)
    partners = told or words.tells("heading.partners", line.text)
    away = words.tells("heading.away", line.text) and not partners
    becoming = words.tells("heading.becoming", line.text) and not told
    lead = line.kind != HEADING and not partners and not relation(line.text) and not kind(line.text)
    if lead and not away and not becoming:
        return Section(line, "", "", above.away, above, above.named)
    told_of = "" if above.left_out and not partners else relation(line.text)
    is_sentence = len(line.text.split()) > MANY + 2 and not line.text.rstrip().endswith(":")
    return Section(line, "" if is_sentence else kind(line.text), told_of, away or becoming, above)
