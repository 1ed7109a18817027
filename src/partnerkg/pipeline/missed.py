"""What the rules may have missed in a page, as a learned model sees it: comments that end its reading."""

from __future__ import annotations

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience

SAID = N_(
    "Perhaps missed: a learned model takes these for names; most are no partners. "
    "Write an entry for one that is."
)


def comments(page: str, publisher: str, audience: Audience) -> str:
    """Return the names as a block of comments; empty if there are none or the extra `nlp` is missing."""
    from partnerkg.extract import learned
    from partnerkg.extract.mentions import extract

    if not learned.is_there():
        return ""
    found = learned.missed(page, extract(page, publisher))
    if not found:
        return ""
    lines = ("", audience.say(SAID), *(f"  {_shown(mention.quote)}" for mention in found))
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _shown(quote: str) -> str:
    return "".join(letter for letter in " ".join(quote.split()) if letter.isprintable())
