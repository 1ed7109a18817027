"""What is shown for claims and places: their words, each once, in the order of the pages."""

from __future__ import annotations

from partnerkg.namespaces import expand
from partnerkg.query.proof import evidence

STATED = expand("status:stated")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.query.proof.evidence import Proof
    from partnerkg.query.proof.world import Unit, Way
    from partnerkg.store.base import Store


class Shown:
    """The words of the ways in which the rows of an answer are proved, looked up all at once."""

    def __init__(self, found: Iterable[Iterable[Way]], store: Store) -> None:
        parts = {part.value for ways in found for way in ways for unit in way for part in unit}
        self._claims = evidence.proofs(parts | evidence.owners(parts, store), store)
        self._words = evidence.words(parts - self._claims.keys(), store)
        self._places: dict[str, list[Proof]] = {}
        for proofs in self._claims.values():
            for proof in proofs:
                self._places.setdefault(proof.place or "", []).append(proof)

    def proofs(self, ways: Iterable[Way]) -> tuple[Proof, ...]:
        """Return what is shown for some ways."""
        found = dict.fromkeys(proof for way in ways for proof in self._proofs(way))
        return tuple(sorted(found, key=lambda proof: proof.order))

    def best(self, ways: Iterable[Way]) -> tuple[Proof, ...]:
        """Return what is shown of one way alone: stated rather than read into the words, on few pages, short.

        Of claims that say the same one is chosen in the same way, of the places of a claim the first.
        """
        return min(map(self._few, ways), key=_effort, default=())

    def _few(self, way: Way) -> tuple[Proof, ...]:
        chosen: list[Unit] = []
        for unit in sorted(way, key=lambda unit: (len(unit), sorted(map(str, unit)))):
            parts: list[Unit] = [frozenset({part}) for part in sorted(unit, key=str)]
            chosen.append(
                min(parts, key=lambda part: _effort(self._once([*chosen, part]))) if parts[1:] else unit
            )
        return self._once(chosen)

    def _once(self, units: Sequence[Unit]) -> tuple[Proof, ...]:
        """Return one place of each claim, but all those places that are needed themselves."""
        needed = {part.value for unit in units for part in unit}
        kept: dict[str | None, Proof] = {}
        for proof in self.proofs([frozenset(units)]):
            kept.setdefault(proof.place if proof.place in needed else proof.claim or proof.place, proof)
        return tuple(kept.values())

    def _proofs(self, way: Way) -> list[Proof]:
        """Return the words of one way: of a claim only those places that it names, if it names some."""
        parts = sorted({part.value for unit in way for part in unit})
        placed = [proof for part in parts for proof in self._places.get(part, ())]
        narrowed = {proof.claim for proof in placed}
        of_claims = [proof for part in parts if part not in narrowed for proof in self._claims.get(part, ())]
        found = [*of_claims, *placed]
        for word in (proof for part in parts for proof in self._words.get(part, ())):
            if not any(_holds(proof, word) for proof in found):
                found.append(word)
        return found


def _effort(proofs: Sequence[Proof]) -> tuple[int, int, int, int, list[object]]:
    """Return what it costs to be convinced: readings that are ours, pages, places, words, later ones."""
    ours = sum(proof.status not in (STATED, None) for proof in proofs)
    pages = len({proof.page for proof in proofs})
    words = sum(len(proof.quote or "") for proof in proofs)
    return ours, pages, len(proofs), words, [proof.order for proof in proofs]


def _holds(proof: Proof, word: Proof) -> bool:
    """Return whether words stand within those of a proof."""
    (wanted,) = word.passages
    return proof.page == word.page and any(
        passage.start <= wanted.start and wanted.end <= passage.end
        for passage in (*proof.passages, *proof.headings)
    )
