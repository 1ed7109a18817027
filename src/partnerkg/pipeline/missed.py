"""What the rules may have missed in a page: comments that end its reading."""

from __future__ import annotations

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.audience import Audience

SAID = N_("Perhaps missed: these look like names; most are no partners. Write an entry for one that is.")


def comments(names: Sequence[str], audience: Audience) -> str:
    """Return names that nobody read as a block of comments, empty if there are none."""
    lines = ("", audience.say(SAID), *(f"  {_shown(name)}" for name in names))
    return "".join(f"# {line}".rstrip() + "\n" for line in lines) if names else ""


def _shown(quote: str) -> str:
    return "".join(letter for letter in " ".join(quote.split()) if letter.isprintable())
