"""What came of reading pages into a project: a line a page, of many one sentence; what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.errors import N_, KnownReading, Message, PartnerkgError, SameText
from partnerkg.pipeline.output import Output
from partnerkg.translation import Number, Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.audience import Audience

MOST_LINES = 20  # pages that have a line each
MOST_NAMES = 5  # of organisations that are missing
MANY = N_(
    "{pages} written: {entries}, {doubtful} of them in doubt, in {open}. Look at these, then: "
    "partnerkg accept"
)
THEIRS = N_("  It speaks for {publisher}, as it says itself; --publisher NAME says another.")


@dataclass(frozen=True, slots=True)
class Made:
    """What is said of one page, and what its reading proposes; no path for one that was followed.

    `publisher` is whom it speaks for where it says so itself.
    """

    line: str
    path: str = ""
    count: int = 0
    doubtful: int = 0
    publisher: str = ""


@dataclass
class Done:
    """The pages that were asked for, and what became of each."""

    wanted: int
    made: list[Made] = field(default_factory=list)
    known: list[KnownReading] = field(default_factory=list)
    same: list[SameText] = field(default_factory=list)
    failed: list[PartnerkgError] = field(default_factory=list)

    def take(self, made: Made) -> None:
        """Take in what came of a page."""
        self.made.append(made)

    def output(self, audience: Audience) -> Output:
        """Return what is said of all pages; the one error if nothing came of any."""
        wrong = [*self.failed, *self.same, *self.known]
        if wrong and not self.made and (self.failed or self.wanted == 1):
            raise wrong[0]
        notes = [Message(error.message, **error.details) for error in (*self.failed, *self.same)]
        if self.known:
            notes.append(
                Several(
                    "{count} page was read before and is left as it is; --again reads it anew.",
                    "{count} pages were read before and are left as they are; --again reads them anew.",
                    len(self.known),
                )
            )
        if self.failed:
            pages = Several("{count} page", "{count} pages", self.wanted)
            said = N_("Could not be read: {count} of {pages}, named above.")
            notes.append(Message(said, count=Number(len(self.failed)), pages=pages))
        theirs = sum(bool(one.publisher) for one in self.made)
        if theirs and len(self.made) > MOST_LINES:
            notes.append(
                Several(
                    "{count} page says itself whom it speaks for: see `publisher` in its reading.",
                    "{count} pages say themselves whom they speak for: see `publisher` in their readings.",
                    theirs,
                )
            )
        return Output(list(self._lines(audience)), notes, findings=bool(self.failed))

    def _lines(self, audience: Audience) -> list[str]:
        new = [one for one in self.made if one.path]
        lines = [one.line for one in self.made]
        if len(new) < 2:
            return lines
        entries, opened = sum(one.count for one in new), sum(one.doubtful > 0 for one in new)
        many = audience.say(
            MANY,
            pages=_readings(len(new)),
            entries=Several("{count} entry", "{count} entries", entries),
            doubtful=Number(sum(one.doubtful for one in new)),
            open=_readings(opened),
        )
        return [*(lines if len(lines) <= MOST_LINES else ()), f"{many}\n"]


def _readings(count: int) -> Message:
    return Several("{count} reading", "{count} readings", count)


def summary(audience: Audience, path: str, count: int, doubtful: int) -> str:
    """Return what is said of one reading."""
    if not count:
        return audience.say(N_("{path}: the page names no partner that could be read."), path=path) + "\n"
    said = N_("{path}: {count} read, {doubtful} of them in doubt. Look at these, then: partnerkg accept")
    return audience.say(said, path=path, count=count, doubtful=doubtful) + "\n"


def of_sheet(audience: Audience, path: str, count: int, doubtful: int) -> str:
    """Return what is said of a spreadsheet of ours that came back."""
    if count:
        return summary(audience, path, count, doubtful)
    return audience.say(N_("{path}: no row was added, and none says anything else."), path=path) + "\n"


def unread(path: str, sheets: Sequence[str]) -> Message:
    """Return what is said of the sheets of a workbook that were not read."""
    said = N_(
        "{path}: one sheet is read of a file; left out: {names}. Save such a sheet as CSV to read it, too."
    )
    return Message(said, path=path, names=_some(sheets))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def not_in_sheet(audience: Audience, names: Sequence[str]) -> str:
    """Return what is said of organisations whose row is missing; nothing where none is."""
    if not names:
        return ""
    gone = Several(
        "{count} organisation of the graph has no row in it",
        "{count} organisations of the graph have no row in it",
        len(names),
    )
    said = N_(
        "{gone}: {names}. Nothing is taken out of the graph for that; to take one out, remove its entry from "
        "its reading, then: partnerkg build"
    )
    return audience.say(said, gone=gone, names=_some(names)) + "\n"
