"""What came of reading pages into a project: a line a page, of many one sentence; what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.errors import N_, KnownReading, Message, PartnerkgError
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from partnerkg.pipeline.audience import Audience

MOST_LINES = 20  # pages that have a line each
MANY = N_(
    "{pages} readings written: {count} entries, {doubtful} of them in doubt, in {open} readings. Look at "
    "these, then: partnerkg accept"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What is said of one page, and what its reading proposes; no path for one that was followed."""

    line: str
    path: str = ""
    count: int = 0
    doubtful: int = 0


@dataclass
class Done:
    """The pages that were asked for, and what became of each."""

    wanted: int
    made: list[Made] = field(default_factory=list)
    known: list[KnownReading] = field(default_factory=list)
    failed: list[PartnerkgError] = field(default_factory=list)
    targets: set[Path] = field(default_factory=set)

    def take(self, made: Made) -> None:
        """Take in what came of a page."""
        self.made.append(made)

    def output(self, audience: Audience) -> Output:
        """Return what is said of all pages; the one error if nothing came of any."""
        wrong = [*self.failed, *self.known]
        if wrong and not self.made and (self.failed or self.wanted == 1):
            raise wrong[0]
        notes = [Message(error.message, **error.details) for error in self.failed]
        if self.known:
            said = N_("{count} pages were read before and are left as they are; --again reads them anew.")
            notes.append(Message(said, count=len(self.known)))
        if self.failed:
            said = N_("{count} of {pages} pages could not be read; they are named above.")
            notes.append(Message(said, count=len(self.failed), pages=self.wanted))
        return Output(list(self._lines(audience)), notes, findings=bool(self.failed))

    def _lines(self, audience: Audience) -> list[str]:
        new = [one for one in self.made if one.path]
        lines = [one.line for one in self.made]
        if len(new) < 2:
            return lines
        many = audience.say(
            MANY,
            pages=len(new),
            count=sum(one.count for one in new),
            doubtful=sum(one.doubtful for one in new),
            open=sum(one.doubtful > 0 for one in new),
        )
        return [*(lines if len(lines) <= MOST_LINES else ()), f"{many}\n"]


def summary(audience: Audience, path: str, count: int, doubtful: int) -> str:
    """Return what is said of one reading."""
    if not count:
        return audience.say(N_("{path}: the page names no partner that could be read."), path=path) + "\n"
    said = N_("{path}: {count} read, {doubtful} of them in doubt. Look at these, then: partnerkg accept")
    return audience.say(said, path=path, count=count, doubtful=doubtful) + "\n"
