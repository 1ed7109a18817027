"""A check and what it finds; the forms that most checks take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from partnerkg.errors import N_, Message
from partnerkg.namespaces import expand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.release import Release, Row

    Test = Callable[[Release], "Outcome"]

FOUND = N_("found")
SHARE = N_("{count} of {all}")
MISSING = N_("missing: {names}")
NO_DISTRIBUTION = N_("there is no distribution")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check finds: the share of its points that is won, None if a folder cannot tell; and why."""

    share: float | None
    seen: Message

    @property
    def status(self) -> str:
        """Return `pass`, `fail` (also where a part is won) or `open`."""
        if self.share is None:
            return "open"
        return "pass" if self.share >= 1 else "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """A check of a framework: its id there, its points, what it wants by language, and how that is seen."""

    id: str
    points: float
    wants: Mapping[str, str]
    test: Test

    def wanted(self, language: str) -> str:
        """Return what it wants in a language, else in English."""
        return self.wants.get(language) or self.wants["en"]


def passed() -> Outcome:
    """Return that all is there."""
    return Outcome(1.0, Message(FOUND))


def undecided(why: Message) -> Outcome:
    """Return that a folder cannot tell."""
    return Outcome(None, why)


def when(truth: bool, otherwise: Message) -> Outcome:
    """Return that it is passed, or what is wrong."""
    return passed() if truth else Outcome(0.0, otherwise)


def counted(count: int, of: int, none: Message | None = None) -> Outcome:
    """Return the share of things that have what is asked for."""
    if not of:
        return Outcome(0.0, none or Message(NO_DISTRIBUTION))
    return Outcome(count / of, Message(SHARE, count=count, all=of))


def has(row: Row, wanted: str) -> bool:
    """Return whether something says one of the properties in `wanted`, prefixed names parted by `|`."""
    return any(row.get(expand(name) or "") for name in wanted.split("|"))


def all_of(row: Row, wanted: Sequence[str]) -> Outcome:
    """Return the share of properties that something says, and which it lacks."""
    missing = [name for name in wanted if not has(row, name)]
    if not missing:
        return passed()
    names = ", ".join(name.replace("|", " | ") for name in missing)
    return Outcome(1 - len(missing) / len(wanted), Message(MISSING, names=names))


def each(rows: Mapping[str, Row] | Iterable[Row], wanted: str) -> Outcome:
    """Return the share of things that say one of these properties."""
    listed = list(rows.values()) if isinstance(rows, Mapping) else list(rows)
    return counted(sum(has(row, wanted) for row in listed), len(listed))


def values(row: Row, wanted: str) -> list[str]:
    """Return the values of these properties as text."""
    rows = [row.get(expand(name) or "", ()) for name in wanted.split("|")]
    return [getattr(value, "value", "") for some in rows for value in some]
