"""Names in sentences: behind a cue such as "avec le soutien de", and behind a head word such as "la médiathèque"."""

from __future__ import annotations

import re
from functools import cache

from partnerkg.extract import kinds, names
from partnerkg.extract.sections import MEMBER, PARTNER, SUPPORT
from partnerkg.model.place import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.extract.view import Line

_TO = r"(?:\s+(?:de la|de l[’']|du|des|de|d[’']|au|aux|à la|à l[’']|à|par|le|la|les|l[’']|the|of|to|by|our)\s*)*"
_CUES = [
    (
        relation,
        re.compile(rf"\b(?:{words})(?:\s+\w+(?:ier|ière|iers|ique|al|ed|reux|reuse))?{_TO}\s*:?\s*", re.I),
    )
    for relation, words in (
        (
            SUPPORT,
            r"(?:avec|gr[âa]ce (?:au|à|aux)|b[ée]n[ée]ficie\w*|re[çc]oi\w+) (?:le |du |les |l[’']|notamment (?:du|de) )?(?:soutiens?|aides?|concours|appui)|soutenue?s? par|"
            r"subventionn\w+ par|financ\w+ par|aid[ée]\w* par|with (?:the )?(?:kind |generous )?support (?:of|from)|(?:supported|funded|sponsored) by|thanks to (?:the support of|funding from)",
        ),
        (
            PARTNER,
            r"en partenariat avec|en collaboration avec|en coproduction avec|en coop[ée]ration avec|en lien avec|avec la (?:participation|complicit[ée]|collaboration) d[eu’']s?|"
            r"(?:nous )?(?:travaill\w+|collabor\w+|coop[ée]r\w+) (?:aussi |[ée]galement |avec |notamment |r[ée]guli[èe]rement )*avec|(?:nous )?remerci\w+|merci (?:à|au|aux)|organis[ée]\w* par|organized by|organised by|port[ée]\w* par|anim[ée]\w* par|nos partenaires (?:sont|:)|partenaires\s*:|"
            r"in (?:partnership|collaboration|association) with|(?:work|working|partner\w*|collaborat\w+) (?:closely )?with|thanks to|partners?\s*:|en particulier|in particular|notamment",
        ),
        (
            MEMBER,
            r"(?:est )?membres? (?:du|des|de)|adh[ée]r\w+ (?:à|au|aux)|member of|f[ée]d[ée]r[ée]\w* (?:à|au|par)|affili[ée]\w* (?:à|au)",
        ),
    )
]
_ENDS = re.compile(
    r"[.!?](?=\s+[A-ZÉÈÀÊÎÔÛÇ«]|\s*$)|\s(?:qui|que|dont|où|pour|afin|dans le cadre|lors|depuis|nous|ils|elles|est|sont|a|ont|permet\w*|"
    r"propose\w*|organis\w+|who|which|that|to|for|has|have|is|are|since|during)\s|;|\s–\s|\n"
)
_UPPER = r"(?:[A-ZÉÈÊÀÂÎÔÛÇŒ0-9«\"“][\w’'&»\"”-]*(?:\.[\w.]+)?|[LldD][’'][A-ZÉÈÊÀÂÎÔÛÇŒ][\w’'-]*)"
_SMALL = r"(?:de|du|des|la|le|les|en|sur|sous|lès|lez|aux|au|à|d[’']|l[’']|municipale?|départementale?|régionale?|nationale?|publique|intercommunale?|culturel|culturelle|social|sociale|of|the|for)"


_ACTS = re.compile(
    r"\s(?:remerci|travaill|organis|propos|est |a |thanks|works|is |collabor|souhait|accueill|intervien|mene)"
)


def cued(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where enumerations behind cues stand, with the relation that the cue says."""
    for relation, pattern in _CUES:
        for match in pattern.finditer(text):
            end = _ENDS.search(text, match.end())
            stop = end.start() if end else len(text)
            if stop - match.end() > 1:
                yield match.end(), min(stop, match.end() + 1_500), relation


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(
        (
            word
            for word, kind in kinds.heads().items()
            if kind not in (kinds.OTHER, kinds.PERSON) and len(word) > 3
        ),
        key=len,
        reverse=True,
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _known() -> re.Pattern[str]:
    names = sorted((name for name in kinds.bodies() if len(name) > 4 and " " in name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _plain(text: str) -> str:
    """Return a text in lower-case ASCII, character by character."""
    return "".join(folded if len(folded := fold(letter)) == 1 else " " for letter in text)


def headed(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where a head word with its name stands, and linked or bold names in a sentence."""
    text = line.text
    plain = _plain(text)
    for match in _heads().finditer(plain):
        rest = re.compile(
            rf"(?:[ ’'-]+(?:{_SMALL}))*(?:[ ’'-]+{_UPPER}|[’']{_UPPER})(?:(?:[ -]{_SMALL})*[ -]{_UPPER}){{0,6}}"
        ).match(text, match.end())
        if rest and not (match.start() < 6 and _ACTS.match(plain, rest.end())):
            yield match.start(), rest.end()
    for match in _known().finditer(plain):
        if text[match.start()].isupper():
            yield match.start(), match.end()
    for start, end in (*line.links, *line.strong):
        words = text[start:end].strip(" .,;:")
        if (
            names.is_name(words)
            and words[0].isupper()
            and len(words) < 80
            and start < end
            and not words.endswith(" :")
        ):
            yield start, start + len(text[start:end].rstrip(" .,;:"))
