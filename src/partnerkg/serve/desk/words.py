"""What screens of the desk say, and where they lead."""

from __future__ import annotations

from urllib.parse import urlencode

from partnerkg.errors import N_
from partnerkg.serve.site.wording import Wording

# What is said of a mention beside its look: what is decided of it, as a word.
STATES = {
    "now": N_("looked at"),
    "todo": N_("to decide"),
    "ok": N_("kept"),
    "no": N_("put aside"),
    "apart": N_("left apart"),
}

VERDICTS = {
    "open": N_("to decide"),
    "keep": N_("kept"),
    "reject": N_("put aside"),
    "unsure": N_("left apart"),
}
DONE = VERDICTS | {
    "open": N_("corrected"),
    "added": N_("added"),
    "listed": N_("said of its list"),
}  # what the last decision did


class Words(Wording):
    """The language of a screen, and the address that the desk begins with."""

    def __init__(self, language: str, root: str) -> None:
        super().__init__(language)
        self.root = root

    def to(self, *, language: str = "", **parameters: object) -> str:
        """Return the address of a screen."""
        said = {name: value for name, value in parameters.items() if value not in (None, "")}
        query = f"?{urlencode(said)}" if said else ""
        return f"{self.root}/{language or self.language}/{query}"

    def file(self, name: str) -> str:
        """Return the address of a file."""
        return f"{self.root}/static/{name}"
