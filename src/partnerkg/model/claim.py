"""Claims: what one place of one page says of one thing, with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.model.document import Capture, Passage, Source

STATED = "stated"
DISTRIBUTED = "distributed"
DESCRIPTIVE = "descriptive"
CURATED = "curated"
EXTERNAL = "external"
WITHOUT_PASSAGE = frozenset({CURATED, EXTERNAL})


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph by kind and slug: `organization` and `cap-nord-arras`."""

    kind: str
    slug: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its bounds as the page gives them, the concept of what is counted, and the day."""

    counted: str
    lower: int | None = None
    lower_inclusive: bool = True
    upper: int | None = None
    upper_inclusive: bool = True
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Partnership:
    """A collaboration of the publisher with the subject; `suffix` tells several with one partner apart.

    `description` and `receiver` are words of the page: what is done, and for whom.
    """

    suffix: str | None = None
    category: str | None = None
    activities: tuple[str, ...] = ()
    programme: str | None = None
    concerns: tuple[Thing, ...] = ()
    direction: str | None = None
    territory: str | None = None
    description: str | None = None
    receiver: str | None = None
    detail_only: bool = False  # adds detail to a collaboration that another claim states


@dataclass(frozen=True, slots=True)
class Listed:
    """What is said of a list of the page: of what it is (see `LISTS`), and two things kept apart.

    `completeness` is what the page says of its list, in these `words`; `read` is whether the reader took
    every item of it. `section` names the list that is a section; another is named after its subject.
    """

    of: str
    section: str | None = None
    category: str | None = None
    completeness: str | None = None
    words: str | None = None
    read: bool | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier that a public register gives: the slug of its scheme, and the number as it is written."""

    scheme: str
    number: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of the subject: the fact's name (see `FACTS`), its value, the line it was written on."""

    name: str
    value: object
    line: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Passages that prove jointly; headings that govern them; the words that name the subject there.

    Of a page that was not captured there is none of these, only, if it was noted, the day it was `seen`.
    `capture` is the name of an earlier capture in which all of this stood, None for the latest; `first` that
    of the capture in which it was read first, None for the same.
    """

    passages: tuple[Passage, ...] = ()
    headings: tuple[Passage, ...] = ()
    mentions: tuple[Passage, ...] = ()
    seen: str | None = None
    capture: str | None = None
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A small set of facts about one subject, of one status, with its evidence (one or more, independent)."""

    slug: str
    subject: Thing
    status: str
    facts: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]
    line: int


OPEN, KEEP, REJECT, UNSURE = "open", "keep", "reject", "unsure"
VERDICTS = (OPEN, KEEP, REJECT, UNSURE)


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry that is not in the graph: its section, what was decided, what is in doubt, by which rule.

    `number` is its place in the list `review` of its reading, `perhaps` names organisations that it may be.
    """

    thing: Thing
    section: str
    verdict: str
    doubt: str
    rule: str
    claims: tuple[Claim, ...]
    line: int
    number: int
    perhaps: tuple[str, ...] = ()

    @property
    def lines(self) -> set[int]:
        """The lines of its file on which it says something."""
        facts = {fact.line for claim in self.claims for fact in claim.facts}
        return {self.line, *(claim.line for claim in self.claims), *facts}

    @property
    def names(self) -> list[str]:
        """The names that it proposes."""
        return [str(fact.value) for claim in self.claims for fact in claim.facts if fact.name == "name"]

    @property
    def name(self) -> str:
        """What people call it: the name that it proposes, else its slug."""
        return next(iter(self.names), self.thing.slug)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one page: the claims, and what is `pending` and no part of the graph.

    `earlier` are captures before the latest one.
    """

    path: str
    source: Source
    capture: Capture | None
    claims: tuple[Claim, ...] = field(repr=False)
    pending: tuple[Pending, ...] = field(default=(), repr=False)
    earlier: tuple[Capture, ...] = ()

    def captured(self, name: str | None) -> Capture | None:
        """Return the capture of this name, the latest for None."""
        return next((one for one in self.earlier if one.name == name), self.capture)
