"""The words that prove something, as lines below it: first the page, then its words."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.query.labels import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.query.formats import Look
    from partnerkg.query.proof import Passage, Proof, Proven

INDENT = "  "


def below(proven: Proven, look: Look, known: dict[str, str]) -> list[str]:
    """Return the lines below a row: its proofs, and what no words prove."""
    found = lines(proven.proofs, look, known)
    if proven.more:
        found.append(look.say(N_("and more words that say the same in other ways")))
    note = proven.note()
    return found if note is None else [*found, f"– {note.text(look.translate)}"]


def lines(proofs: Iterable[Proof], look: Look, known: dict[str, str]) -> list[str]:
    """Return each page with, indented below it, its words, each once with how they were read."""
    pages: dict[str, dict[str, dict[str, None]]] = {}
    for proof in proofs:
        statuses = pages.setdefault(page(proof), {}).setdefault(words(proof, look), {})
        statuses[shown(NamedNode(proof.status), known)] = None
    texts = []
    for title, quotes in pages.items():
        texts.append(title)
        texts += [f"{INDENT}{quote} ({', '.join(statuses)})" for quote, statuses in quotes.items()]
    return texts


def page(proof: Proof) -> str:
    """Return the page of a proof: title, day, address."""
    named = " ".join(filter(None, (proof.title, proof.date and f"({proof.date})")))
    return " · ".join(filter(None, (named, proof.page)))


def words(proof: Proof, look: Look) -> str:
    """Return the words of a proof with their places, and the heading above them."""
    if not proof.passages:
        return look.say(N_("seen there"))
    places = ", ".join(map(_place, proof.passages))
    if proof.heading is None:
        return look.say(N_("{places} “{quote}”"), places=places, quote=proof.quote)
    return look.say(
        N_("{places} “{quote}” under “{heading}”"), places=places, quote=proof.quote, heading=proof.heading
    )


def _place(passage: Passage) -> str:
    return f"{passage.start}–{passage.end}"
