"""What is said of a mention against what is known: the same, new, or unsure, and why."""

from __future__ import annotations

from dataclasses import dataclass

SAME, NEW, UNSURE = "same", "new", "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, the reason, and the IRIs that the mention may mean, the likeliest first."""

    verdict: str
    reason: str
    candidates: tuple[str, ...] = ()

    @property
    def iri(self) -> str | None:
        """Return the IRI of the same organisation, None unless it is sure."""
        return self.candidates[0] if self.verdict == SAME else None
