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

    def of(self, where: str) -> str:
        """Return what to type for the graph that options such as `--project shops` name."""
        return f"{self.command} {where}".rstrip()

    def record(self, where: str = "") -> dict[str, object]:
        """Return it as plain Python, its command with the options that name the graph."""
        named = {"column": self.column} if self.column else {}
        return {**named, "question": self.question, "values": dict(self.told), "command": self.of(where)}
