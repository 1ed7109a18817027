"""Where a row leads that no words prove: a question, as it is typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lead:
    """A question, and the values of its parameters as a person writes them.

    `column` is the number that it has the rows of, None where it gives what was looked at.
    """

    question: str
    told: tuple[tuple[str, str], ...] = ()
    column: str | None = None

    @property
    def command(self) -> str:
        """Return what to type in a shell."""
        from shlex import quote

        options = (f"--{name} {quote(value)}" for name, value in self.told)
        return " ".join(("partnerkg query", self.question, *options))

    def record(self) -> dict[str, object]:
        """Return it as plain Python."""
        named = {"column": self.column} if self.column else {}
        return {**named, "question": self.question, "values": dict(self.told), "command": self.command}
