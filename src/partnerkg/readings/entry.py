"""One entry of a reading → its claims, each with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from partnerkg.errors import N_
from partnerkg.model.claim import CURATED, STATED, WITHOUT_PASSAGE, Claim, Evidence, Fact, Partnership, Thing
from partnerkg.model.document import Passage
from partnerkg.model.facts import ENDS, FACTS, SUBJECTS
from partnerkg.readings import labels, lists, remarks
from partnerkg.readings.located import Located
from partnerkg.readings.values import facts
from partnerkg.readings.words import PASSAGE_KEYS, day, passage, slug

STATUSES = ("stated", "distributed", "layout", "interpreted")
PROOF_KEYS = (*PASSAGE_KEYS, "with", "mention")
SEEN = "seen"  # the day, where the page was not captured
FIRST = "first"  # the capture in which an entry appeared
CLAIM_KEYS = (*PROOF_KEYS, "status", "again", SEEN, FIRST, *(fact for fact in FACTS if fact not in ENDS))
NAMING = ("written", "name", "proper_name", "acronym")
CLASS_OF_KIND = {"group": "OrganisationGroup", "programme": "Programme", "prize": "Prize"}
SHARED = {"organization": ("class", "kinds", "partner"), "group": ("partner",)}


@dataclass(frozen=True)
class Section:
    """What the entries of a section share."""

    status: str = STATED
    heading: Passage | None = None
    category: str | None = None
    each: dict[str, Located] = field(default_factory=dict)
    words: dict[str, Passage] = field(default_factory=dict)
    capture: str | None = None


def claims(node: Located, section: Section) -> list[Claim]:
    """Return the claims of one entry: its own, then one for each under `claims:`."""
    entry = node.mapping(allowed=(*SUBJECTS, *CLAIM_KEYS, *ENDS, "claims"))
    kinds = [kind for kind in SUBJECTS if kind in entry]
    if len(kinds) != 1:
        raise node.wrong(N_("an entry is about exactly one of {known}."), known=", ".join(SUBJECTS))
    subject = Thing(kinds[0], slug(entry[kinds[0]]))
    if any(key in entry for key in ENDS):
        return [_end(node, entry, subject)]
    parts = entry["claims"].items() if "claims" in entry else []
    made = [
        node.faults.attempt(ClaimReader(node, entry, subject, section).main),
        *(node.faults.attempt(_further, part, subject, section, entry) for part in parts),
    ]
    whole = (claim for claim in made if claim and claim.facts)
    return [
        part
        for claim in whole
        for kept in lists.split(claim)
        for label in labels.split(kept)
        for part in remarks.split(label)
    ]


def _further(part: Located, subject: Thing, section: Section, entry: dict[str, Located]) -> Claim:
    return ClaimReader(part, part.mapping(["claim"], CLAIM_KEYS), subject, section).further(entry)


def _end(node: Located, entry: dict[str, Located], subject: Thing) -> Claim:
    """Return the claim that a thing was withdrawn or replaced: the reader’s, and all that is said of it."""
    for key, value in entry.items():
        if key not in (*ENDS, subject.kind):
            raise value.wrong(N_("`{key}` is said of a thing that was withdrawn; remove it."), key=key)
    said = tuple(fact for fact in facts(entry) if fact.value is not False)
    return Claim(subject.slug, subject, CURATED, said, (Evidence(),), node.line)


class ClaimReader:
    """Reads one claim of an entry from its keys."""

    def __init__(self, node: Located, keys: dict[str, Located], subject: Thing, section: Section) -> None:
        self.node = node
        self.keys = keys
        self.subject = subject
        self.section = section

    def main(self) -> Claim:
        """Return the claim that the entry itself is, with what its section says of each."""
        shared = self.shared()
        said = {**self.implied(), **shared, **self.keys}
        return self.claim(self.subject.slug, said, None, self.keys, bool(shared))

    def further(self, entry: dict[str, Located]) -> Claim:
        """Return a claim under `claims:`; without a quote of its own it rests on that of its entry."""
        suffix = slug(self.keys["claim"])
        return self.claim(f"{self.subject.slug}-{suffix}", self.keys, suffix, entry, shared=False)

    def implied(self) -> dict[str, Located]:
        """Return the class that goes without saying where a thing is named."""
        name = CLASS_OF_KIND.get(self.subject.kind)
        return {"class": self.node.like(name)} if name and "name" in self.keys else {}

    def shared(self) -> dict[str, Located]:
        """Return what the section says of each of its entries and this one does not say otherwise."""
        fitting = SHARED.get(self.subject.kind, ())
        return {k: v for k, v in self.section.each.items() if k in fitting and k not in self.keys}

    def claim(
        self, name: str, said: dict[str, Located], suffix: str | None, entry: dict[str, Located], shared: bool
    ) -> Claim:
        said_facts = tuple(self.partnership(fact, suffix) for fact in facts(said) if fact.value is not False)
        together = any(isinstance(fact.value, Partnership) for fact in said_facts)
        heading = self.section.heading if shared or together else None
        return Claim(
            name, self.subject, self.status(), said_facts, self.evidence(entry, heading), self.node.line
        )

    def status(self) -> str:
        if "status" not in self.keys:
            return self.section.status
        return self.keys["status"].choice(STATUSES)

    def partnership(self, fact: Fact, suffix: str | None) -> Fact:
        if fact.name == "partner":
            return replace(fact, value=Partnership(category=self.section.category))
        if isinstance(fact.value, Partnership) and not fact.value.detail_only:
            return replace(fact, value=replace(fact.value, suffix=suffix, category=self.section.category))
        return fact

    def evidence(self, entry: dict[str, Located], heading: Passage | None) -> tuple[Evidence, ...]:
        """Return the evidence of the claim: its passages, or the day on which an outside page was seen."""
        if self.section.status in WITHOUT_PASSAGE:
            return (self.outside(),)
        if SEEN in self.keys:
            raise self.keys[SEEN].wrong(
                N_("this page was captured, and its capture has the day: remove `seen`.")
            )
        own = self.keys if "quote" in self.keys else entry
        for key in PASSAGE_KEYS:
            if key not in own:
                raise self.node.wrong(
                    N_("the key `{key}` is missing; every claim needs the words that prove it."), key=key
                )
        main = self.proof(own, self.keys, heading, self.naming())
        named = main.mentions[0].exact if main.mentions else None
        again = self.keys["again"].items() if "again" in self.keys else []
        found = (main, *(self.repeated(item, heading, named) for item in again))
        first = self.keys.get(FIRST) or entry.get(FIRST)
        return tuple(replace(one, first=first.text()) for one in found) if first else found

    def outside(self) -> Evidence:
        for key in (*PROOF_KEYS, "list"):
            if key in self.keys:
                raise self.keys[key].wrong(
                    N_("this page was not captured: `{key}` has no place here."), key=key
                )
        return Evidence(seen=day(self.keys[SEEN]) if SEEN in self.keys else None)

    def repeated(self, item: Located, heading: Passage | None, named: str | None) -> Evidence:
        keys = item.mapping(PASSAGE_KEYS, ("with", "mention"))
        return self.proof(keys, keys, heading, _mention(keys) or named)

    def proof(
        self, quoted: dict[str, Located], said: dict[str, Located], heading: Passage | None, named: str | None
    ) -> Evidence:
        main = passage(quoted)
        mention = main.part(named) if named else None
        for key in ("mention", "written"):
            if mention is None and key in said:
                raise said[key].wrong(N_("`{words}` does not stand in the quote."), words=named)
        headings = (heading,) if heading and heading != main else ()
        return Evidence(
            _outermost(main, *self.words(said)),
            headings,
            (mention,) if mention else (),
            capture=self.section.capture,
        )

    def words(self, said: dict[str, Located]) -> list[Passage]:
        given = said["with"].items() if "with" in said else []
        return [self.section.words[item.choice(self.section.words)] for item in given]

    def naming(self) -> str | None:
        """Return the words that name the subject in the quote: `mention`, else as it is written or called."""
        named = (self.keys[key].text() for key in NAMING if key in self.keys)
        return _mention(self.keys) or next(named, None)


def _outermost(*found: Passage) -> tuple[Passage, ...]:
    """Return the passages without those that lie in another: words say a thing once."""

    def inside(one: Passage) -> bool:
        return any(
            o.start <= one.start and one.end <= o.end and o.end - o.start > one.end - one.start for o in found
        )

    return tuple(one for one in found if not inside(one))


def _mention(keys: dict[str, Located]) -> str | None:
    return keys["mention"].text() if "mention" in keys else None
