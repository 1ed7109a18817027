"""Reading files in: YAML → `Reading`. The schema is described in docs/readings.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from partnerkg.errors import N_
from partnerkg.model.claim import (
    CURATED,
    EXTERNAL,
    STATED,
    WITHOUT_PASSAGE,
    Claim,
    Evidence,
    Fact,
    Partnership,
    Reading,
    Thing,
)
from partnerkg.model.document import Capture, Passage, Source
from partnerkg.model.facts import FACTS, SUBJECTS
from partnerkg.readings import lists, located
from partnerkg.readings.located import Located
from partnerkg.readings.values import facts
from partnerkg.readings.words import PASSAGE_KEYS, is_address, is_day, passage, slug

VERSION = 1
STATUSES = ("stated", "distributed", "layout", "interpreted")
PROOF_KEYS = (*PASSAGE_KEYS, "with", "mention")
SEEN = "seen"  # the day, where the page was not captured
CLAIM_KEYS = (*PROOF_KEYS, "status", "again", SEEN, *FACTS)
LIST_PROOF_KEYS = (*PASSAGE_KEYS, "with", "again", "status")
NAMING = ("written", "name", "proper_name", "acronym")
CLASS_OF_KIND = {"group": "OrganisationGroup", "programme": "Programme", "prize": "Prize"}


@dataclass(frozen=True)
class _Section:
    """What the entries of a section share."""

    status: str = STATED
    heading: Passage | None = None
    category: str | None = None
    each: dict[str, Located] = field(default_factory=dict)
    words: dict[str, Passage] = field(default_factory=dict)


def read(path: str) -> list[Reading]:
    """Return the readings of one file: one of a captured page, or many of outside pages (enrichment).

    Raises MissingFile, UnreadableFile, and WrongReading naming the line and the remedy.
    """
    root = located.read(path)
    if not isinstance(root.value, dict) or "enrichment" not in root.value:
        return [_reading(root)]
    found = root.mapping(["enrichment", "pages"])
    _version(found["enrichment"])
    return [_outside_page(page) for page in found["pages"].items()]


def _version(located: Located) -> None:
    if located.value != VERSION:
        raise located.wrong(
            N_("this program reads version {version}, not `{value}`."), version=VERSION, value=located.value
        )


def _reading(root: Located) -> Reading:
    found = root.mapping(["reading", "source", "capture", "publisher", "sections"])
    _version(found["reading"])
    publisher = _entry(found["publisher"], _Section(status=CURATED))
    source = replace(_source(found["source"]), publisher=publisher[0].subject.slug)
    claims = [*publisher]
    for section in found["sections"].items():
        claims.extend(_section(section, source.publisher or ""))
    return Reading(root.path, source, _capture(found["capture"]), tuple(claims))


def _outside_page(page: Located) -> Reading:
    found = page.mapping(["source", "entries"])
    source = _source(found["source"])
    section = _Section(status=EXTERNAL)
    claims = [claim for entry in found["entries"].items() for claim in _entry(entry, section)]
    return Reading(page.path, source, None, tuple(claims))


def _source(node: Located) -> Source:
    found = node.mapping(["slug", "title", "address", "language"])
    address = found["address"].text()
    if not is_address(address):
        raise found["address"].wrong(N_("`{address}` is no web address."), address=address)
    language = found["language"].choice(("fr", "en"))
    return Source(slug(found["slug"]), found["title"].text(), address, language)


def _capture(node: Located) -> Capture:
    found = node.mapping(["sha256", "characters", "read"])
    digest = found["sha256"].text()
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise found["sha256"].wrong(N_("a SHA-256 is 64 digits 0-9a-f."))
    return Capture(digest, found["characters"].integer(), _day(found["read"]))


def _day(node: Located) -> str:
    day = node.text()
    if not is_day(day):
        raise node.wrong(N_("`{day}` is no day; write it as 2026-11-22."), day=day)
    return day


def _section(node: Located, publisher: str) -> Iterator[Claim]:
    found = node.mapping(["section", "entries"], ["heading", "category", "each", "words", "list"])
    words = found["words"].named() if "words" in found else {}
    section = _Section(
        heading=passage(found["heading"].mapping(PASSAGE_KEYS)) if "heading" in found else None,
        category=found["category"].text() if "category" in found else None,
        each=found["each"].mapping(allowed=("class", "kinds", "partner")) if "each" in found else {},
        words={name: passage(item.mapping(PASSAGE_KEYS)) for name, item in words.items()},
    )
    if "list" in found:
        yield from _list(found["list"], slug(found["section"]), publisher, section)
    for entry in found["entries"].items():
        yield from _entry(entry, section)


def _list(node: Located, name: str, publisher: str, section: _Section) -> Iterator[Claim]:
    """Yield the claims about the list that a section is: the partners that the publisher names in it."""
    subject = Thing("organization", publisher)
    found = node.mapping(allowed=(*lists.SAID_KEYS, *LIST_PROOF_KEYS))
    said = replace(lists.said(node, found, "partners"), section=name, category=section.category)
    if not said.completeness:
        for key in LIST_PROOF_KEYS:
            if key in found:
                raise found[key].wrong(N_("`{key}` proves `completeness`; add it, or remove this."), key=key)
    reader = _ClaimReader(node, found, subject, section)
    evidence = reader.evidence(found, section.heading) if said.completeness else ()
    fact = Fact("list", said, node.line)
    yield from lists.split(Claim(f"{name}-list", subject, reader.status(), (fact,), evidence, node.line))


def _entry(node: Located, section: _Section) -> list[Claim]:
    """Return the claims of one entry: its own, then one for each under `claims:`."""
    found = node.mapping(allowed=(*SUBJECTS, *CLAIM_KEYS, "claims"))
    kinds = [kind for kind in SUBJECTS if kind in found]
    if len(kinds) != 1:
        raise node.wrong(N_("an entry is about exactly one of {known}."), known=", ".join(SUBJECTS))
    subject = Thing(kinds[0], slug(found[kinds[0]]))
    base = _ClaimReader(node, found, subject, section)
    parts = found["claims"].items() if "claims" in found else []
    readers = (_ClaimReader(part, part.mapping(["claim"], CLAIM_KEYS), subject, section) for part in parts)
    details = [reader.detail(found) for reader in readers]
    return [part for claim in (base.main(), *details) if claim.facts for part in lists.split(claim)]


class _ClaimReader:
    """Reads one claim of an entry."""

    def __init__(self, node: Located, found: dict[str, Located], subject: Thing, section: _Section) -> None:
        self.node = node
        self.found = found
        self.subject = subject
        self.section = section

    def main(self) -> Claim:
        shared = self.shared()
        return self.claim(
            self.subject.slug, {**self.implied(), **shared, **self.found}, None, self.found, bool(shared)
        )

    def detail(self, entry: dict[str, Located]) -> Claim:
        suffix = slug(self.found["claim"])
        return self.claim(f"{self.subject.slug}-{suffix}", self.found, suffix, entry, shared=False)

    def implied(self) -> dict[str, Located]:
        """Return the class that goes without saying where a thing is named."""
        name = CLASS_OF_KIND.get(self.subject.kind)
        return (
            {"class": Located(name, self.node.line, self.node.path)} if name and "name" in self.found else {}
        )

    def shared(self) -> dict[str, Located]:
        """Return what the section says of each of its entries and this one does not say otherwise."""
        fitting = {"organization": ("class", "kinds", "partner"), "group": ("partner",)}.get(
            self.subject.kind, ()
        )
        return {k: v for k, v in self.section.each.items() if k in fitting and k not in self.found}

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
        if "status" not in self.found:
            return self.section.status
        return self.found["status"].choice(STATUSES)

    def partnership(self, fact: Fact, suffix: str | None) -> Fact:
        if fact.name == "partner":
            return replace(fact, value=Partnership(category=self.section.category))
        if isinstance(fact.value, Partnership) and not fact.value.detail_only:
            return replace(fact, value=replace(fact.value, suffix=suffix, category=self.section.category))
        return fact

    def evidence(self, entry: dict[str, Located], heading: Passage | None) -> tuple[Evidence, ...]:
        if self.section.status in WITHOUT_PASSAGE:
            for key in (*PROOF_KEYS, "list"):
                if key in self.found:
                    raise self.found[key].wrong(
                        N_("this page was not captured: `{key}` has no place here."), key=key
                    )
            return (Evidence(seen=_day(self.found[SEEN]) if SEEN in self.found else None),)
        if SEEN in self.found:
            raise self.found[SEEN].wrong(
                N_("this page was captured, and its capture has the day: remove `seen`.")
            )
        own = self.found if "quote" in self.found else entry
        for key in PASSAGE_KEYS:
            if key not in own:
                raise self.node.wrong(
                    N_("the key `{key}` is missing; every claim needs the words that prove it."), key=key
                )
        words = self.naming()
        first = self.proof(own, self.found, heading, words)
        again = self.found["again"].items() if "again" in self.found else []
        more = [item.mapping(PASSAGE_KEYS, ("with", "mention")) for item in again]
        named = first.mentions[0].exact if first.mentions else None
        return (first, *(self.proof(found, found, heading, self.mention(found) or named) for found in more))

    def proof(
        self, quoted: dict[str, Located], said: dict[str, Located], heading: Passage | None, named: str | None
    ) -> Evidence:
        main = passage(quoted)
        mention = main.part(named) if named else None
        if mention is None and "mention" in said:
            raise said["mention"].wrong(N_("`{words}` does not stand in the quote."), words=named)
        if mention is None and "written" in said:
            raise said["written"].wrong(N_("`{words}` does not stand in the quote."), words=named)
        headings = (heading,) if heading and heading != main else ()
        return Evidence((main, *self.words(said)), headings, (mention,) if mention else ())

    def words(self, said: dict[str, Located]) -> list[Passage]:
        given = said["with"].items() if "with" in said else []
        return [self.section.words[item.choice(self.section.words)] for item in given]

    def mention(self, said: dict[str, Located]) -> str | None:
        return said["mention"].text() if "mention" in said else None

    def naming(self) -> str | None:
        """Return the words that name the subject in the quote: `mention`, else as it is written or called."""
        return self.mention(self.found) or next(
            (self.found[k].text() for k in NAMING if k in self.found), None
        )
