"""What a reading says of the lists of its page: complete or open in the page's words, read whole or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from partnerkg.errors import N_
from partnerkg.model.claim import CURATED, Claim, Evidence, Listed
from partnerkg.model.facts import LISTS
from partnerkg.readings.located import Located

SAID_KEYS = ("completeness", "words", "read")
KEYS = ("of", *SAID_KEYS)
READ = {"every-item": True, "some-items": False}


def listed(located: Located) -> Listed:
    """Return what `list:` says in an entry; WrongReading when it is none."""
    keys = located.mapping(["of"], SAID_KEYS)
    return said(located, keys, keys["of"].choice(LISTS))


def said(located: Located, keys: dict[str, Located], of: str) -> Listed:
    """Return what the keys say of a list; WrongReading when they say nothing or not all."""
    if "completeness" not in keys and "read" not in keys:
        raise located.wrong(N_("nothing is said of this list; add `completeness` with its words, or `read`."))
    if ("completeness" in keys) != ("words" in keys):
        raise located.wrong(N_("`completeness` and `words` go together: the words of the page that say so."))
    return Listed(
        of,
        completeness=keys["completeness"].text() if "completeness" in keys else None,
        words=keys["words"].text() if "words" in keys else None,
        read=READ[keys["read"].choice(READ)] if "read" in keys else None,
    )


def split(claim: Claim) -> Iterator[Claim]:
    """Yield a claim without what it says of the reading, then that as a claim of its own.

    The page says whether its list is complete; whether every item was read is said by the person who read it.
    """
    kept, readings = [], []
    for fact in claim.facts:
        value = fact.value
        if isinstance(value, Listed) and value.read is not None:
            readings.append(replace(fact, value=replace(value, completeness=None, words=None)))
            value = replace(value, read=None) if value.completeness else None
        if value is not None:
            kept.append(replace(fact, value=value))
    if kept:
        yield replace(claim, facts=tuple(kept))
    for fact in readings:
        yield Claim(f"{claim.slug}-read", claim.subject, CURATED, (fact,), (Evidence(),), claim.line)
