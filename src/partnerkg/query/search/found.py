"""A find: what it is, where, and by which name."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.visible import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.values import Plain


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """What goes by the words looked for: a thing, a word of the vocabulary, or a question.

    `id` is what a command takes: a slug, a prefixed name, the name of a question. `iri` is None for a
    question, `matched` the name that fits best. `kind` and `town` are in the language asked for, empty if
    nothing says them.
    """

    id: str
    name: str
    kind: str
    town: str
    matched: str
    iri: str | None

    def __repr__(self) -> str:
        return f"<Found: {brief(str(self))}, {self.id}>"

    @property
    def is_question(self) -> bool:
        """Return whether this is a question of the catalogue, to be asked by its name."""
        return self.iri is None

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(filter(None, (self.kind, self.town)))})" if self.kind else self.name

    def record(self) -> dict[str, Plain]:
        """Return the find as plain Python."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "town": self.town,
            "matched": self.matched,
            "iri": self.iri,
        }
