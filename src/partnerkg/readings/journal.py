"""The last decisions on a reading, in a file beside the project: another sitting takes them back, too."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from partnerkg.files import writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 200  # decisions that are remembered
NAME = ".partnerkg.undo.{name}.json"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision was about, its verdict, and how its reading was before.

    From the line `start` on, `count` lines are new; there stood `before`. `after` is the digest of the
    reading that the decision left: it can be taken back from that one alone.
    """

    name: str
    verdict: str
    start: int
    count: int
    before: str
    after: str

    def undone(self, text: str) -> str | None:
        """Return a reading without this decision, None if it is not as the decision left it."""
        if digest(text) != self.after:
            return None
        lines = text.splitlines(keepends=True)
        return "".join([*lines[: self.start], self.before, *lines[self.start + self.count :]])


def decision(name: str, verdict: str, before: str, after: str) -> Decision:
    """Return what made one text of a reading of another."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    least = min(len(old), len(new))
    start = next((at for at in range(least) if old[at] != new[at]), least)
    ends = range(1, least - start + 1)
    same = next((at - 1 for at in ends if old[-at] != new[-at]), least - start)
    there = "".join(old[start : len(old) - same])
    return Decision(name, verdict, start, len(new) - same - start, there, digest(after))


def digest(text: str) -> str:
    """Return what tells a text from others."""
    return sha256(text.encode()).hexdigest()


class Journal:
    """The decisions on one reading, the last one last; what is broken in its file is forgotten."""

    def __init__(self, root: str, name: str) -> None:
        """Take the folder of a project and the name of a reading."""
        self._path = Path(root, NAME.format(name=name))

    def read(self) -> list[Decision]:
        """Return all decisions."""
        try:
            return [Decision(**one) for one in json.loads(self._path.read_bytes())]
        except (OSError, ValueError, TypeError):
            return []

    def write(self, decisions: Sequence[Decision]) -> None:
        """Keep these decisions, the last ones of many; none leave no file."""
        if decisions:
            data = json.dumps([asdict(one) for one in decisions[-MOST:]], ensure_ascii=False)
            writing.write_atomically(str(self._path), [data.encode()])
        elif self._path.exists():
            os.unlink(self._path)
