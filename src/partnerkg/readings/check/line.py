"""A line of a reading, to say what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import Message, WrongReading
from partnerkg.model.claim import Reading


@dataclass(frozen=True)
class Line:
    """The place of a claim or a fact in its file."""

    reading: Reading
    number: int

    def wrong(self, template: str, **details: object) -> WrongReading:
        """Return the fault of this line."""
        return WrongReading(path=self.reading.path, line=self.number, problem=Message(template, **details))
