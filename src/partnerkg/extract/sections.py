"""Under which heading a line stands, and what the heading says: of which kind, how related, whether partners at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from partnerkg.extract import kinds
from partnerkg.extract.view import ALT, HEADING, NAME, TEXT, Line, View
from partnerkg.model.place import fold

PARTNER, SUPPORT, MEMBER, VENUE, PART, NONE = "partner", "support", "member", "venue", "part", "none"
LONGEST_HEADING = 90

_RELATIONS = (
    (
        SUPPORT,
        r"souti\w+|soutenu\w*|financeu?r\w*|finance\w*|mecen\w*|sponsor\w*|subvention\w*|bailleurs?|aide de|"
        r"support(?:ers?|ed by|s)?|funders?|funded by|funding|donors?|donateurs?|parrain\w*|patrons?|sovvenzion\w*|sostenitori",
    ),
    (
        MEMBER,
        r"membres?|adherents?|adhesions?|nos reseaux|reseaux?|members?|membership|networks?|federations?",
    ),
    (
        VENUE,
        r"lieux|salles|venues?|sites partenaires|lieux d accueil|points de vente|ou nous trouver|nous trouver|stockists?",
    ),
    (
        PARTNER,
        r"parten\w+|partners?|partnerships?|collabora\w*|accompagn\w*|remerci\w*|merci|amis|ils nous|avec nous|"
        r"we work with|thanks|friends|coproduc\w*|co product\w*|cooperation\w*|complices|associes|liens|links|reseau",
    ),
)
_RELATION = [(name, re.compile(rf"\b(?:{words})\b")) for name, words in _RELATIONS]
_AWAY = re.compile(
    r"\b(?:contact\w*|mentions|legales?|devenir|devenez|rejoign\w+|nous rejoindre|soutenez|nous soutenir|soutenir|"
    r"adherer|benevol\w*|get in touch|touch|agenda|actualites?|news|equipe|team|bureau|tarifs?|billetterie|acces|horaires?|credits|plan du site|"
    r"newsletter|suivez|follow us|faire un don|don|dons|donate|become|join us|about us|objectifs?|valeurs|historique|"
    r"presentation|connexion|inscription|partager|commentaires?|articles? recents?|confidentialite|cookies|paiement|archives?|"
    r"temoignages?|avantages|pourquoi|comment|offres?|formules?|packs?|menu|recherche|categories|qui sommes nous)\b"
)
_KINDS = {
    "institution": "public-body",
    "institutions": "public-body",
    "institutionnel": "public-body",
    "institutionnels": "public-body",
    "institutionnelles": "public-body",
    "institutional": "public-body",
    "publics": "public-body",
    "publiques": "public-body",
    "collectivites": "public-body",
    "medias": "media",
    "media": "media",
    "mediatiques": "media",
    "presse": "media",
    "press": "media",
    "radios": "media",
    "librairies": "bookshop",
    "libraires": "bookshop",
    "bookshops": "bookshop",
    "bookstores": "bookshop",
    "booksellers": "bookshop",
    "bibliotheques": "library",
    "mediatheques": "library",
    "libraries": "library",
    "ecoles": "school",
    "colleges": "school",
    "lycees": "school",
    "scolaires": "school",
    "scolaire": "school",
    "schools": "school",
    "universites": "school",
    "universities": "school",
    "associations": "association",
    "associatifs": "association",
    "associatif": "association",
    "fondations": "foundation",
    "foundations": "foundation",
    "entreprises": "company",
    "commercants": "company",
    "commerces": "company",
    "sponsors": "company",
    "companies": "company",
    "syndicats": "union",
    "theatres": "cinema-or-theatre",
    "cinemas": "cinema-or-theatre",
    "musees": "museum",
    "museums": "museum",
    "editeurs": "publisher",
    "editions": "publisher",
    "publishers": "publisher",
    "festivals": "programme-or-event",
    "reseaux": "network",
    "networks": "network",
    "federations": "network",
    "sociaux": "social-centre",
}
_GENERIC = frozenset(
    ["nos", "les", "le", "la", "notre", "vos", "ils", "elles", "partenaire", "partenaires", "partner", "partners", "our", "soutien", "soutiens", "with", "and", "et", "de", "des", "du", "d", "l", "en", "officiel", "officiels", "officielle", "principal", "principaux", "prive", "prives", "culturel", "culturels", "culturelles", "logistique", "techniques", "technique", "financier", "financiers", "financeurs", "mecenes", "reseau", "reseaux", "membre", "membres", "ami", "amis", "autres", "aussi", "structures", "structure", "lieux", "local", "locaux", "locales", "nationaux", "regionaux", "the", "of", "supporters", "funders", "sponsors", "thanks", "remerciements", "merci", "a"]
)


@dataclass(slots=True)
class Section:
    """A heading and what it says; `None` where a page has not begun to list."""

    heading: Line | None = None
    kind: str = ""
    relation: str = ""
    place: str = ""
    away: bool = False
    above: Section | None = field(default=None, repr=False)

    @property
    def told(self) -> str:
        """Return how what is listed here is related: by the heading, or by one above it."""
        above = self.above.told if self.above else ""
        return above or self.relation if self.relation in ("", PARTNER) else self.relation

    @property
    def told_kind(self) -> str:
        """Return the kind that the heading, or one above it, says."""
        return self.kind or (self.above.told_kind if self.above and not self.relation else "")

    @property
    def left_out(self) -> bool:
        """Return whether the heading leads to other things than partners."""
        return self.away or bool(not self.relation and self.above and self.above.left_out)


def relation(words: str) -> str:
    """Return the relation that folded words speak of, empty if of none."""
    named = [name for name, pattern in _RELATION if pattern.search(words)]
    if VENUE in named and kind(words):
        named.remove(VENUE)
    return (
        PARTNER
        if SUPPORT in named and PARTNER in named and "parten" in words + words.replace("partner", "parten")
        else (named or [""])[0]
    )


def kind(words: str) -> str:
    """Return the one kind that the words of a heading name, empty if they name none or several."""
    named = {_KINDS[word] for word in words.split() if word in _KINDS}
    if len(named) == 1:
        return named.pop()
    return ""


def is_category(text: str) -> bool:
    """Return whether a heading names what is listed below it, and no organisation."""
    words = fold(text)
    if not words or all(word in _GENERIC or word in _KINDS for word in words.split()):
        return bool(words)
    if re.search(
        r"\bpartenair\w*|\bpartners?\b|\bsoutiens?\b|\bmecenes\b|\bsponsors?\b|\bfinanceurs?\b|\bfunders?\b",
        words,
    ):
        return True
    first = kinds.bare(words).split()[0]
    return first in _KINDS and first.endswith("s") and first not in ("sponsors",) and len(words.split()) < 8


def is_heading(line: Line, after: Line | None) -> bool:
    """Return whether a line is a heading: marked as one, or short, alone, in bold or capitals, or before a colon."""
    text = line.text.rstrip()
    if line.kind == HEADING:
        return True
    if line.kind != TEXT or len(text) > LONGEST_HEADING or after is None:
        return False
    if text.endswith(":") and "," not in text:
        return True
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters) and is_category(text):
        return True
    bold = sum(end - start for start, end in line.strong) >= len(text.rstrip(" :")) and len(text) > 2
    return bold and is_category(text)


def sections(view: View) -> list[tuple[Line, Section, bool]]:
    """Return each line with its section, and whether it is the heading itself."""
    found: list[tuple[Line, Section, bool]] = []
    top = Section()
    title = fold(view.title)
    if title:
        top.relation, top.kind = relation(title), ""
    stack: list[tuple[int, Section]] = [(0, top)]
    lines = view.lines
    _title_cards(lines)
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if line.kind == ALT or not is_heading(line, after):
            found.append((line, stack[-1][1], False))
            continue
        level = line.level if line.kind == HEADING else 7 if stack[-1][0] < 7 else stack[-1][0]
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        section = _section(line, stack[-1][1])
        stack.append((level, section))
        found.append((line, section, True))
    return found


def _title_cards(lines: list[Line]) -> None:
    """Take the heading of a small card for its name, and no heading of what follows."""
    cards: dict[int, list[Line]] = {}
    for line in lines:
        if line.card:
            cards.setdefault(line.card, []).append(line)
    for line in lines:
        if line.kind == HEADING and line.card and len(cards[line.card]) < 8:
            alone = sum(other.kind == HEADING for other in cards[line.card]) == 1
            if alone and len(cards[line.card]) > 1 and not is_category(line.text):
                line.kind = NAME


def _section(line: Line, above: Section) -> Section:
    words = fold(line.text)
    related = relation(words)
    away = bool(_AWAY.search(words)) and not re.search(r"\bparten|\bpartners\b|\bsoutiens\b", words)
    if re.search(r"\b(?:devenir|devenez|become)\b", words):
        away = True
    return Section(line, kind(words), related, "", away, above)
