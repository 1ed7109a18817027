"""The words that prove something, as lines below it: first the page, then its words."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.namespaces import expand
from partnerkg.query.labels import shown
from partnerkg.visible import on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.query.formats import Look
    from partnerkg.query.proof import Passage, Proof, Proven

INDENT = "  "
CURATED = expand("status:curated")


def below(proven: Proven, look: Look, known: dict[str, str]) -> list[str]:
    """Return the lines below a row: its proofs, and what no words prove."""
    found = lines(proven.proofs, look, known)
    if proven.more:
        found.append(look.say(N_("and more words that say the same in other ways")))
    note = _note(proven, look)
    return found if note is None else [*found, note]


def common(proofs: Sequence[Proven], look: Look) -> str | None:
    """Return what no words prove, if it is the same of several rows: it is said once for all of them."""
    notes = {_note(proven, look) for proven in proofs}
    return notes.pop() if len(proofs) > 1 and len(notes) == 1 else None


def _note(proven: Proven, look: Look) -> str | None:
    note = proven.note()
    return None if note is None else on_one_line(f"– {note.text(look.translate)}")


def lines(proofs: Iterable[Proof], look: Look, known: dict[str, str]) -> list[str]:
    """Return each page with, indented below it, its words, each once with how they were read.

    Words that prove one thing alone and another under their heading are shown under it.
    """
    several = list(proofs)
    headed = {(one.page, one.passages): one for one in several if one.heading is not None}
    pages: dict[str, dict[str, dict[str, None]]] = {}
    for proof in several:
        whole = headed.get((proof.page, proof.passages), proof) if proof.heading is None else proof
        statuses = pages.setdefault(page(proof), {}).setdefault(words(whole, look), {})
        if proof.status:
            statuses[shown(NamedNode(proof.status), known)] = None
    texts = []
    for title, quotes in pages.items():
        texts.append(title)
        for quote, statuses in quotes.items():
            texts.append(f"{INDENT}{quote} ({', '.join(statuses)})" if statuses else INDENT + quote)
    return texts


def page(proof: Proof) -> str:
    """Return the page of a proof: title, day, address."""
    named = " ".join(filter(None, (proof.title, proof.date and f"({proof.date})")))
    return " · ".join(filter(None, (named, proof.page)))


def words(proof: Proof, look: Look) -> str:
    """Return the words of a proof with their places, and the heading above them."""
    if not proof.passages:
        curated = proof.status == CURATED
        return look.say(N_("no words of the page say so") if curated else N_("seen there"))
    places = ", ".join(map(_place, proof.passages))
    if proof.heading is None:
        return look.say(N_("{places} “{quote}”"), places=places, quote=proof.quote)
    return look.say(
        N_("{places} “{quote}” under “{heading}”"), places=places, quote=proof.quote, heading=proof.heading
    )


def _place(passage: Passage) -> str:
    return f"{passage.start}–{passage.end}"
