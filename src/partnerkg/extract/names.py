"""Which words of a line are a name, and which describe it."""

from __future__ import annotations

import re

from partnerkg.extract import kinds, phrases
from partnerkg.extract.words import is_only, pattern, tells
from partnerkg.model.name import fold

LONGEST, WORDS = 110, 16
_BRACKETED = re.compile(r"\s\([^()]{1,200}\)[\s.,;•·|]{0,9}$")
_BRACKETS = re.compile(r"\([^()\n]{0,200}\)")
_CLOSING = ' •·.,;:–—-|*»«"”“}~=_<>'
_OWNED = re.compile(r"[’']s\s(?=[A-Z])")
_QUOTES = {"»": "«", "”": "“"}
_CUT = re.compile(r"\s*(?::\s|\s[–—|/-]\s|\s[–—]|(?<=\w{4})\.\s|;\s|\s•\s|\s·\s|\s?©|\u2192|\s>\s)")
_OTHER = re.compile(
    r"^(?:[0-9]{1,2}\s)?(?:jan|f[eé]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|o[ck]t|nov|d[eé][cz])"
    r"[a-zéûä]*\.?\s(?:19|20)[0-9]{2}$|"
    r"^(?:(?:fin|d[ée]but|mi|le|since|depuis|in|en|[0-9]{1,2})[\s-])+(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|"
    r"ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)$|"
    r"^(?:19|20)[0-9]{2}\s?(?::|–|—|-\s)|^«[^»]*»?$|"
    r"^(?:in|en|depuis|since|im|nel) (?:19|20)[0-9]{2}\b|"
    r"^(?:phone|t[ée]l(?:[ée]phone|\.)?|telefono?|fax|e-?mail|courriel|mail)\s?:|"
    r"https?://|www\.|@|[{}\\]|=>|&&|^\[|\b0[1-9](?:[ .-]?[0-9]{2}){4}\b|"
    r"^\W*[0-9 ./:€$%-]+\W*$|\.(?:jpe?g|png|svg|gif|pdf)\b|\((?:pdf|docx?|xlsx?|zip|[0-9.,]+ ?[km]b)\b",
    re.I,
)


_WHERE_AND_HOW_MUCH = re.compile(  # lines of an address, and what one pays less
    r"^[0-9]{1,5}\s?(?:bis|ter|[a-z])?,?\s+(?:\w\S{0,30}\s+){0,5}(?:street|st|avenue|ave|road|rd|way|blvd|boulevard|lane|ln|"
    r"drive|dr|parkway|pkwy|court|highway|hwy|suite|ste|rue|all[ée]e|chemin|impasse|quai|cours|route|faubourg|"
    r"place|square|stra(?:ß|ss)e|str|weg|platz|via|piazza|calle)\b|"
    r"^[0-9]{2,5}\s(?:\w\S{0,30}\s){1,4}[NSEW]{1,2}\.?$|"
    r"^(?:suite|ste|unit|apt|floor|b\.?p\.?|cs)\.?\s?#?[0-9]+$|"
    r"^(?:[^\W\d]\S{0,30}[ ,]+){1,4}[0-9]{5}(?:-[0-9]{4})?$|^[0-9]{5}\s+[^\W\d]|"
    r"^-?[0-9]{1,3}\s?%|[$€£]\s?[0-9]|[0-9]\s?(?:[€£]|euros?\b|EUR\b|CHF\b|USD\b)",
    re.I,
)
_STATE = re.compile(r"^[^\d,]{2,40},?\s[A-Z]{2},?\s[0-9]{5}(?:-[0-9]{4})?\b")
_CODE = re.compile(  # the end of an address in Britain, in Canada, and in countries of four numbers
    r"\b[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\b|\b[A-Z][0-9][A-Z] [0-9][A-Z][0-9]\b|"
    r"^[0-9]{4} [A-ZÉÈ][\w-]{2,30}(?:,|$)"
)
_NO_NAMES = frozenset(
    (
        *(
            "please",
            "you",
            "ils",
            "elles",
            "nous",
            "vous",
            "they",
            "we",
            "wir",
            "noi",
            "merci",
            "thanks",
            "thank",
            "danke",
        ),
        *("grazie", "gracias", "foto", "photo", "copyright", "voir", "notre", "nos", "votre", "vos", "our"),
        *("your", "unser", "unsere", "nostro", "nostri", "nuestro", "nuestros", "je", "j", "this", "these"),
    )
)
_UNENDED = frozenset(  # words that no name ends with
    (
        *("le", "la", "les", "des", "de", "du", "et", "pour", "avec", "par", "dans", "sur", "ou", "aux"),
        *(
            "our",
            "your",
            "their",
            "nos",
            "vos",
            "leurs",
            "qui",
            "que",
            "dont",
            "who",
            "which",
            "that",
            "die",
            "welche",
            "che",
        ),
        *("ses", "son", "sa", "leur", "ces", "cette", "tous", "toutes", "us", "other", "others", "this"),
        *("the", "of", "and", "for", "with", "by", "und", "mit", "der", "von", "con", "per", "del", "y"),
    )
)
_THEY = re.compile(r"(?:Ils|Elles|We|They) [A-ZÉÈÊÀÂÎÔÛÇŒ]")  # "Elles Bougent"
_PLACED = re.compile(r"[*_]*\s(?:di|de|à|a|in|at|from|of|en|aus|von|bei)\s(?=[A-ZÉÈÊÀÂÎÔÛÇŒ])")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|[\w.-]+/)\S*\s*$|\s*\S+@\S+\s*$", re.I)
_VERB = re.compile(  # a small word behind a name in bold that is none of those names go on with
    r"\s(?!(?:d[eu]s?|d[’']\w+|et|en|à|aux?|la|les?|pour|sur|sous|of|and|the|for|in|at|di|del|della|von|und|der|für|y|e|i)\s)"
    r"[a-zà-ÿ]+(?:e|ent|es|a|ont|t|s)\s"
)
_BEHIND = re.compile(r"\s+\(?(?:https?://|www\.)\S")
_SAYS = re.compile(  # what is said of a name, and no part of it: "La librairie Meura offre des livres"
    r"\s(?:nous|vous|est|sont|ont|offre(?:nt)?|fourni(?:t|ssent)|prête(?:nt)?|accueille(?:nt)?|propose(?:nt)?|"
    r"soutien(?:t|nent)|accompagne(?:nt)?|finance(?:nt)?|pour (?:l[ea]s?|son|sa|ses|leurs?)|pour l[’']\w+|"
    r"provides?)\s"
)
_LETTERED = re.compile(r"[^,;.:()]{3,90}\s\([A-ZÉ][\w.-]{1,12}\)")  # of which letters in brackets are the end
_EMOJI = "\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff\ufe0f"
_EDGE = re.compile(rf"^[\s\-–—•·*>«\"“{{~|=_#{_EMOJI}]+")


def is_open(word: str) -> bool:
    """Return whether a folded word leaves open what goes on behind it: no name ends with it."""
    return word in _UNENDED


def ends_large(words: str) -> bool:
    """Return whether the last word has a capital that not all have: "Ville de Die", no German article."""
    last = words.split()[-1:]
    return bool(last) and last[0].istitle() and not words.istitle()


def is_pronoun(word: str) -> bool:
    """Return whether a folded word stands for others, and begins no name: "ils", "we", "merci"."""
    return word in _NO_NAMES


def is_where(text: str) -> bool:
    """Return whether a text is a line of an address that ends with state and number: "Auburn, WA 98001"."""
    return bool(_STATE.search(text) or _CODE.search(text))


def is_address(text: str) -> bool:
    """Return whether a text is nothing but an address of the web or a mail address."""
    return bool(_ADDRESS.match(text))


def is_name(words: str) -> bool:
    """Return whether words look like a name and not like a sentence, a button, a date or a placeholder."""
    folded = fold(words)
    if not folded or len(words) > LONGEST or len(words.split()) > WORDS or _OTHER.search(words):
        return False
    if (
        _WHERE_AND_HOW_MUCH.search(words)
        or is_only("nothing", words)
        or tells("placeholder", words)
        or not any(map(str.isalpha, words))
    ):
        return False
    if (
        len(folded) < 2
        or words.rstrip().endswith("?")
        or (words.rstrip().endswith("!") and len(words.split()) > 4)
    ):
        return False
    if (
        (folded.split()[0] in _NO_NAMES and not _THEY.match(words))
        or (is_open(folded.split()[-1]) and not _is_head(words) and not ends_large(words))
        or phrases.tells_action(words)
        or phrases.is_general(words)
    ):
        return False
    if pattern("sentence.verbs").search(words) and not (kinds.head(words) or len(words.split()) < 4):
        return False
    first = re.sub(r"^(?:[ld][’']|l[ea]s? |the )", "", _EDGE.sub("", words).lstrip("'([ "))[:1]
    return (
        first.isupper()
        or first.isdigit()
        or bool(kinds.head(words))
        or fold(words) in kinds.bodies()
        or any(word[:1].isupper() for word in words.split()[1:3])
    )


def _is_head(words: str) -> bool:
    """Return whether words are nothing but those a name begins with: "Ville", "Festival"."""
    return kinds.bare(fold(words)) == kinds.head(words)


def unbracketed(text: str) -> str:
    """Return a text without the brackets that stand behind it: "Théâtre Jean Vilar (Montpellier)"."""
    return _BRACKETED.sub("", text)


def cut(words: str, strong: int = 0) -> tuple[int, int]:
    """Return where the name in a line stands: before a description, without what closes it."""
    edge = _EDGE.match(words)
    start = edge.end() if edge else 0
    end = len(words)
    if 0 < strong < end:
        rest = words[strong:]
        placed = (
            bool(_PLACED.match(rest)) and is_name(words[start:strong]) and not _is_head(words[start:strong])
        )
        keeps = (
            not placed
            and not _CUT.match(rest)
            and rest[:1] not in ",:;."
            and not _WHERE_AND_HOW_MUCH.search(rest.lstrip())
            and not (_VERB.match(rest) and is_name(words[start:strong]) and not _is_head(words[start:strong]))
            and len(rest.split()) < 8
            and not pattern("sentence.verbs").search(rest)
        )
        end = strong if not keeps else end
    end = _owner(words, start, end)
    if address := _BEHIND.search(words, start + 1, end):
        end = address.start()
    says = _SAYS.search(words, start + 1, end)
    said = words[start : says.start()] if says else ""
    general = says is not None and says[0].startswith(" pour") and not kinds.kind(said)
    general = general or (says is not None and _is_purpose(words, says, end))
    if says and is_name(said) and not (_is_head(said) or general):
        end = says.start()
    shut = _BRACKETS.sub(lambda match: "x" * len(match.group()), words)
    if (match := _CUT.search(shut, start + 1, end)) and is_name(words[start : match.start()]):
        end = match.start()
    if (comma := shut.find(", ", start, end)) > 0:
        after = words[comma + 2 : end]
        glued = kinds.head(words[start:comma]) in ("ministere", "direction", "secretariat d etat")
        if (
            not glued
            and is_name(words[start:comma])
            and (after[:1].islower() or after[:1].isdigit() or len(after.split()) < 5)
        ):
            end = comma
    while end > start and words[end - 1] in _CLOSING and not _is_closed(words[start:end]):
        end -= 1
    return start, end


def _owner(words: str, start: int, end: int) -> int:
    """Return where the body ends of which something is said: "Elm Foundation’s Small Grants"."""
    owned = _OWNED.search(words, start + 1, end)
    return owned.start() if owned and kinds.tail(fold(words[start : owned.start()])) else end


def _is_purpose(words: str, says: re.Match[str], end: int) -> bool:
    """Return whether "pour la …" is a part of a name: it names what bodies deal with, or letters end it."""
    dealt = is_only("domain", (fold(words[says.end() : end]).split() or [""])[0])
    return says[0].startswith(" pour l") and (dealt or bool(_LETTERED.match(words, says.end(), end)))


def _is_closed(words: str) -> bool:
    """Return whether a name ends with the mark that closes a quotation inside it: "Fête « Lire »"."""
    if words[-1] in _QUOTES:
        return words.count(words[-1]) == words.count(_QUOTES[words[-1]])
    return words[-1] == '"' and words.count('"') % 2 == 0
