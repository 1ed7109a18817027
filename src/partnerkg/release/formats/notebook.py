"""Changes in a notebook: the counts, and what became of organisations."""

from __future__ import annotations

from partnerkg.pages import facts, grid
from partnerkg.release.formats import words
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.release.compared import Compared

MOST = 10  # organisations that are named under each heading
MORE = "… ({count})"


def html(changes: Compared) -> str:
    """Return a table of counts, and below it the first organisations of each kind of change."""
    say = translations(changes.language)[0]
    head, *counts = words.counts(changes, say)
    sections = words.sections(changes, changes.language, say)
    found = [(heading, [said for said, _ in some]) for heading, some in sections]
    short = [
        (heading, [*said[:MOST], *([MORE.format(count=len(said))] if said[MOST:] else [])])
        for heading, said in found
    ]
    verdict = words.DIFFERENT if changes else words.SAME
    return facts(say(verdict), []) + grid(head, counts) + (facts("", short) if short else "")
