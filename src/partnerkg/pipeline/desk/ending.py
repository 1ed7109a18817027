"""A reading that is decided: what would be published, what is, and how that is done and undone."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.model.claim import KEEP, REJECT, UNSURE
from partnerkg.pipeline import decisions
from partnerkg.readings import decide

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.desk.sitting import Sitting
    from partnerkg.readings.doubts import Doubt


@dataclass(frozen=True, slots=True)
class End:
    """What was decided: what is kept and new or known already, put aside, left apart, read without doubt.

    `corrected` is what was kept in other words in this sitting; `decisions` is how many are in the graph or
    put away for good; they can be withdrawn. `listed` says that something was said of lists.
    """

    new: Sequence[Doubt]
    known: Sequence[Doubt]
    corrected: Sequence[Doubt]
    rejected: Sequence[Doubt]
    apart: Sequence[Doubt]
    sure: Sequence[Doubt]
    decisions: int
    listed: bool = False

    @property
    def to_publish(self) -> int:
        """Return how many organisations publishing takes into the graph."""
        return len(self.new) + len(self.known) + len(self.sure)

    @property
    def can_publish(self) -> bool:
        """Return whether there is anything that publishing does."""
        return bool(self.to_publish or self.rejected or self.listed)


def end(sitting: Sitting) -> End:
    """Return what was decided in a reading and is not published, and how much is."""
    doubts = sitting.doubts()
    kept = [one for one in doubts if one.verdict == KEEP]
    known = [one for one in kept if sitting.looks.is_known(one)]
    path = sitting.desk.path
    return End(
        [one for one in kept if one not in known],
        known,
        [one for one in kept if one.key in sitting.corrected],
        [one for one in doubts if one.verdict == REJECT],
        [one for one in doubts if one.verdict == UNSURE],
        [one for one in sitting.sure() if one.verdict == KEEP],
        decide.count(str(path), path.read_text(encoding="utf-8")),
        sitting.desk.listed(),
    )


def publish(sitting: Sitting, audience: Audience) -> None:
    """Take what is decided into the graph; WrongReadings, and then nothing has changed."""
    decisions.accept(sitting.opened, audience, [sitting.name])
    sitting.desk.forget()
    sitting.renew()


def withdraw(sitting: Sitting, audience: Audience) -> None:
    """Take all that was published of a reading out of the graph again; it stays decided. NothingDecided."""
    decisions.withdraw(sitting.opened, audience, sitting.name)
    sitting.renew()


def checked(sitting: Sitting, audience: Audience) -> list[str]:
    """Return what is wrong with a reading or still to be decided in it, a line each."""
    output = decisions.check(sitting.opened, audience, [sitting.name])
    return [str(piece).strip() for piece in output.pieces] if output.findings else []
