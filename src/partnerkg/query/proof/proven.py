"""What proves a row: the words, and which of them are needed together."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import N_, Message
from partnerkg.query.proof.evidence import Proof
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.lead import Lead

_UNPROVED = (
    N_("no words prove that something is not said"),
    N_("no words prove a count"),
    N_("no words prove a count, or that something is not said"),
)


@dataclass(frozen=True, slots=True, repr=False)
class Proven:
    """What proves a row: the proofs of its claims, in the order of the pages.

    Each of the `ways` is enough for the row and has nothing to spare: it is a set of needs, and each need is
    a set of claims that say the same, of which one will do, or one place of words: an evidence, where the row
    tells which of several that a claim has, a mention or a passage. `more` says that there are more ways than
    were looked at. `counts` and `denies` say that the row also rests on a count, or on something that is not
    said: no words prove that, but the questions of `leads` give what was looked at. `beside` says that the
    ways prove what the row says beside a count: of more than anybody reads, or one that only chose the row.
    `best` are the proofs of the way that is shown first: one whose words say it, in few and short places.
    """

    proofs: tuple[Proof, ...]
    ways: tuple[frozenset[frozenset[str]], ...] = ()
    more: bool = False
    counts: bool = False
    denies: bool = False
    leads: tuple[Lead, ...] = ()
    beside: bool = False
    best: tuple[Proof, ...] = ()

    def __repr__(self) -> str:
        note = "" if self.note() is None else ", not by words alone"
        return f"<Proven: {many(len(self.proofs), 'proof')}{note}>"

    def note(self) -> Message | None:
        """Return why no words prove the row, or not all of it; None if they do."""
        if self.counts or self.denies:
            place = 2 * self.counts + self.denies - 1
            return Message(_UNPROVED[place])
        if self.proofs:
            return None
        if self.ways:
            return Message(N_("no claim is needed: places, vocabulary or what describes the claims say it"))
        return Message(N_("no claim proves it"))

    def where(self) -> tuple[Lead, ...]:
        """Return the questions that give what the row counts or denies; none where words prove it all."""
        return self.leads if self.counts or self.denies else ()
