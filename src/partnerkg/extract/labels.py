"""What alternative texts of pictures name: without "Logo of", file names, and what several begin with."""

from __future__ import annotations

import re
from collections import Counter

from partnerkg.extract import kinds, phrases, words
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = re.compile(
    r"^[\W_]*(?:(?:le|la|il|the|das|el)\s+)?"
    r"(?:logo(?:type|tipo)?s?\s?[0-9]{0,3}|image|img|imagen|immagine|bild|photo|picture|"
    r"banni[eè]re|vignette|ic[oô]ne?)\b\s*(?:officiel\w*\s*)?"
    r"(?:of the |of |pour |for |von |der |[-–:|_]\s*|(?=d[eu’'])|\s|$)?",
    re.I,
)
_OF = re.compile(r"(?:de la |de l[’']|du |des |de |d[’']|di |del |dello |della |dell[’']|der |des )", re.I)
_AFTER = re.compile(
    r"[\s_-]+(?:\(?logo(?:type|tipo)?s?\)?|image|photo|picture|icon|banner|vignette|noir|blanc|couleurs?)$",
    re.I,
)
_FILE = re.compile(
    r"\.(?:jpe?g|png|svg|gif|webp|pdf)$|^[a-z0-9]+(?:[_-][a-z0-9]+){2,}$|^\W*$|_[0-9]{3,}|[{}]|^(?:illustration|dessin|fond|arri[eè]re-plan|background|screenshot|capture)\b",
    re.I,
)
_NAMED = re.compile(r"\.(?:jpe?g|png|svg|gif|webp|avif|pdf)$", re.I)
_PARTNER = re.compile(
    r"^(?:(?:notre|nos|our|unser\w*)\s+)?"
    r"(?:(?:gold|silber|silver|bronze|platin(?:um)?|haupt|premium|main|media|medien|official)[\s-]?)?(?:parten\w+|partner|sponsors?|soutiens?|m[ée]c[èe]ne|supporter|f[öo]rderer)\s*(?:[-–:|]\s*)?",
    re.I,
)
SEVERAL, LONGEST, MOST = 3, 90, 9


def bounds(label: str, shared: str = "") -> tuple[int, int]:
    """Return where the name in a label stands; `shared` is what all labels begin with."""
    start, end = len(shared) if shared and label.startswith(shared) else 0, len(label)
    if (match := _BEFORE.match(label)) and start == 0:
        start = match.end()
        if of := _OF.match(label, start):
            start = of.end()
    elif (match := _PARTNER.match(label)) and match.end() < end and start == 0:
        start = match.end()
    if match := _AFTER.search(label, start):
        end = match.start()
    while end > start and label[end - 1] in " .,;:–—-|*_":
        end -= 1
    while start < end and label[start] in " .,;:–—-|*_":
        start += 1
    return start, end


def is_label(name: str) -> bool:
    """Return whether a label names something, whatever its case: it is short, no sentence, file or button."""
    if (
        not any(map(str.isalpha, name))
        or len(name) > LONGEST
        or len(name.split()) > MOST
        or _FILE.search(name)
    ):
        return False
    if (
        words.is_only("nothing", name)
        or words.tells("placeholder", name)
        or words.is_only("network", name)
        or phrases.is_general(name)
        or phrases.tells_action(name)
    ):
        return False
    return not (words.pattern("sentence.verbs").search(name) and not kinds.head(name))


def is_file(label: str) -> bool:
    """Return whether a label is the name of a file, or nothing."""
    return not any(map(str.isalpha, label)) or bool(_NAMED.search(label.strip()))


def shared(labels: Sequence[str]) -> str:
    """Return the words that most of several labels begin with and that name no kind: "Nos partenaires - "."""
    if len(labels) < SEVERAL:
        return ""
    starts = Counter(
        label[: match.end()] for label in labels for match in re.finditer(r"[\s–—:|-]+", label[:LONGEST])
    )
    often = [start for start, count in starts.items() if count * 5 >= len(labels) * 3 and count >= SEVERAL]
    longest = max(often, key=len, default="")
    return longest if longest and not kinds.head(longest) and _is_general(longest) else ""


def share(label: str, heading: str) -> bool:
    """Return whether a label says a word of a heading again."""
    joined = fold(heading).replace(" ", "")
    return any(len(word) > 2 and word in joined for word in fold(label).split())


def are_alike(first: str, second: str) -> bool:
    """Return whether the words of one of two folded names are among those of the other."""
    if not first or not second:
        return False
    joined = first.replace(" ", "") == second.replace(" ", "")
    return joined or f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _is_general(start: str) -> bool:
    """Return whether words say of all labels what they are, and are no beginning of a name."""
    from partnerkg.extract.sections import relation

    return bool(relation(start)) or bool(re.search(r"[–—:|-]\s*$", start)) or fold(start).startswith("logo")
