"""The names by which the readings of a project call each thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import Claim, Fact, Reading, Thing
from partnerkg.model.words import part
from partnerkg.readings.check.line import Line

WHOLE = ("name", "name_en", "alt", "alt_en", "acronym", "written")
PART = "proper_name"


class Names:
    """Every name of every thing, in all readings.

    The proper part of a longer name is no `whole` name, nor are the words that point to an organisation
    without naming it; a group, a prize or a site may be called by any words that point to it.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._known: dict[Thing, dict[str, bool]] = {}
        self._called: dict[Thing, list[tuple[str, Line]]] = {}
        for reading in readings:
            for claim in reading.claims:
                for fact in claim.facts:
                    self._take(reading, claim, fact)
                for evidence in claim.evidence:
                    for words in evidence.mentions:
                        known = self._known.setdefault(claim.subject, {})
                        known.setdefault(words.exact, claim.subject.kind != "organization")

    def _take(self, reading: Reading, claim: Claim, fact: Fact) -> None:
        if fact.name in (*WHOLE, PART):
            self._known.setdefault(claim.subject, {}).setdefault(str(fact.value), _whole(claim, fact))
        if fact.name == "name":
            line = Line(reading, fact.line)
            self._called.setdefault(claim.subject, []).append((str(fact.value), line))

    def of(self, thing: Thing, *, whole: bool = True) -> list[str]:
        """Return the names of a thing, with `whole=False` also the proper part of a name."""
        return [name for name, is_whole in self._known.get(thing, {}).items() if is_whole or not whole]

    def faults(self) -> Iterator[WrongReading]:
        """Yield the lines that call a thing otherwise than the first line that names it."""
        for thing, called in self._called.items():
            first = called[0][0]
            for name, line in called[1:]:
                if name != first:
                    yield line.wrong(
                        N_(
                            "{slug} is called `{name}` here and `{other}` elsewhere; keep one name, make the"
                            " other `alt`."
                        ),
                        slug=thing.slug,
                        name=name,
                        other=first,
                    )


def _whole(claim: Claim, fact: Fact) -> bool:
    """Return whether this is a whole name: what is written may be a part of it, as “Gambetta” is."""
    if fact.name != "written":
        return fact.name != PART
    return not any(part(str(fact.value), str(other.value)) for other in claim.facts if other.name == "name")
