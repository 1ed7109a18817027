"""Mentions of a page → the reading that proposes them: what words prove, what a person must decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from partnerkg.extract import kinds
from partnerkg.extract.doubts import rank
from partnerkg.model.claim import KEEP, OPEN
from partnerkg.model.document import LONGEST_QUOTE, Source
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold, slug
from partnerkg.readings.captured import Captured
from partnerkg.readings.parts import Data, Parts, place
from partnerkg.readings.pending import DOUBT, IDENTITY, KIND, PERHAPS, VERDICT
from partnerkg.readings.proposed import GROUP, acts_in_country, place_of, related
from partnerkg.readings.proving import Proving
from partnerkg.readings.words import is_address
from partnerkg.resolve.spelling import is_generic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.document import Passage
    from partnerkg.readings.reference import Reference

    Known = Callable[[Mention], "Match"]

_NEAR = 90  # characters between a name and the town that belongs to it
_NO_END = 10**9


@dataclass(frozen=True, slots=True)
class Match:
    """The organisation that a mention surely means: slug, name, address in another graph, class.

    Empty if none is; then `perhaps` are those that may be meant.
    """

    slug: str = ""
    name: str = ""
    same: str = ""
    class_: str = ""
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading that nobody has looked at yet: what the file says, as plain values in their order."""

    source: Source
    publisher: Data
    capture: Data
    sections: list[Data]
    review: list[Data]


def _order(entry: Data) -> tuple[bool, int]:
    """Return the place of an entry: those in doubt first, the likeliest errors among them before others."""
    return entry["verdict"] != OPEN, rank(str(entry.get("doubt", "")))


class Drafter:
    """Makes the entries of one page; `known` says what a mention means, `taken` which slugs are."""

    def __init__(
        self,
        page: Captured,
        publisher: str,
        reference: Reference,
        known: Known = lambda _: Match(),
        taken: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._page = page
        self._publisher = slug(publisher)
        self._reference = reference
        self._known = known
        self._taken = taken
        self._parts = Parts(page, reference.vocabulary)
        self._slugs: set[str] = set()
        self._made: dict[str, Data] = {}

    def entries(self, mentions: Iterable[Mention]) -> tuple[list[Data], list[Data]]:
        """Return the sections, and the entries to review: those in doubt first, else as in the page."""
        found = list(mentions)
        starts = [*(mention.start for mention in found[1:]), _NO_END]
        ends = [0, *(mention.end for mention in found)]
        rooms = zip(found, ends, starts, strict=False)
        made = [entry for mention, *room in rooms if (entry := self._entry(mention, room))]
        return self._parts.data(), sorted(made, key=_order)

    def _entry(self, mention: Mention, room: list[int]) -> Data | None:
        part = self._parts.of(mention)
        passage = self._quote(mention, *room)
        town, governed = place_of(mention)
        subject = GROUP if mention.kind == kinds.GROUP else "organization"
        known = Match() if subject == GROUP else self._known(mention)
        name = known.name or " ".join(mention.name.split())
        thing = known.slug or _slug(name, town)
        if not thing:
            return None
        relation = related(mention, self._publisher)
        heading = part.heading if "partner" in relation else None
        proving = Proving(self._page, self._reference, mention, passage, (part, heading))
        proving.call(name)
        if subject == GROUP:
            proving.said["name_status"] = "descriptive"
        else:
            proving.classify(known.class_)
        self._tell_more(mention, proving, town)
        if town:
            proving.put("territory" if governed else "town", town)
        if thing in self._made and (known.slug or town or not (known.perhaps or is_generic(name))):
            self._repeat(self._made[thing], passage, proving, relation)
            return None
        perhaps = known.perhaps or ((thing,) if thing in self._made else ())
        doubt = IDENTITY if perhaps else mention.doubt or _doubt(mention, relation)
        doubt = "" if doubt == KIND and known.class_ else doubt
        head: Data = {subject: thing if known.slug else self._numbered(thing), "section": part.name}
        head |= {DOUBT: doubt, VERDICT: OPEN} if doubt else {VERDICT: KEEP}
        head |= {PERHAPS: list(perhaps)} if perhaps else {}
        head |= {"same": known.same} if known.same else {}
        entry = head | {"rule": mention.rule or "page"} | place(passage) | proving.data(relation)
        self._made.setdefault(thing, entry)
        return entry

    def _tell_more(self, mention: Mention, proving: Proving, town: str) -> None:
        """Say what stands beside the name: as a fact where it is one, else as a note of the reader."""
        named_so = fold(mention.place) == fold(mention.name)  # "la Sofia" is in no town of Bulgaria
        elsewhere = mention.place if mention.place_code and not (town or named_so) else ""  # abroad …
        if elsewhere and acts_in_country(mention):
            proving.name_territory(elsewhere)
            elsewhere = ""
        proving.remark(
            {
                "edited": mention.edits,
                "place": elsewhere,
                "address": mention.address,
                "since": mention.since,
                "source": mention.source,
                "web": "" if self._reach(mention, proving) else mention.web,
            }
        )

    def _reach(self, mention: Mention, proving: Proving) -> bool:
        """Say where the thing is on the web, if the line that names it does; whether that was said."""
        line = self._page.text[mention.start :].split("\n", 1)[0][:LONGEST_QUOTE]
        place = line.find(mention.web)
        if not (mention.web and is_address(mention.web)) or place < 0:
            return False
        proving.reach(
            mention.web, self._page.passage(mention.start, mention.start + place + len(mention.web))
        )
        return True

    def _numbered(self, thing: str) -> str:
        """Return a slug that no other has: what has the same name and no town may be another thing."""
        free = next(one for one in numbered(thing) if one not in self._slugs and not self._taken(one))
        self._slugs.add(free)
        return free

    def _repeat(self, entry: Data, passage: Passage, proving: Proving, relation: Data) -> None:
        """Add a further place that names the same thing, and how it is related there if that is new."""
        own = {key: value for key, value in relation.items() if key not in entry and key != "partner"}
        if proving.said.get("name") != entry["name"] or set(proving.said) & {"written", "mention"}:
            return
        claims = entry.setdefault("claims", [])
        assert isinstance(claims, list)
        claims.append({"claim": f"again-{len(claims) + 1}"} | place(passage) | {"name": entry["name"]} | own)

    def _quote(self, mention: Mention, last: int, following: int) -> Passage:
        """Return the words of a mention, with its town where that stands beside it and in no other's room."""
        text = self._page.text
        start, end = _whole_words(text, mention.start, mention.end)
        if mention.place and fold(mention.place) not in fold(text[start:end]):
            town = re.compile(rf"\b{re.escape(mention.place)}\b")
            behind = town.search(text[end : min(following, end + _NEAR)].split("\n\n")[0])
            before = town.search(text[max(last, start - _NEAR) : start].rpartition("\n")[2])
            if behind:
                stop = end + behind.end()
                end = stop + 1 if text[stop : stop + 1] == ")" and "(" in text[end:stop] else stop
            elif before:
                start -= len(before.string) - before.start()
        if end - start > LONGEST_QUOTE:
            start, end = mention.start, mention.end
        return self._page.passage(*_whole_words(text, start, end))


def _slug(name: str, town: str) -> str:
    """Return the slug of a new thing, with its town unless the name has it; empty without letters."""
    base, place = slug(name) if any(map(str.isalnum, name)) else "", slug(re.sub(r"\(.*", "", town))
    within = not place or f"-{place}-" in f"-{base}-" or f"-{base}-" in f"-{place}-"
    return base if within or not base else f"{base}-{place}"


def _doubt(mention: Mention, relation: Data) -> str:
    if mention.name.startswith("="):  # a formula that no spreadsheet has reckoned
        return "name"
    if mention.kind == kinds.PERSON:
        return "person"
    if mention.kind == "programme-or-event":
        return "event"
    if mention.kind == kinds.OTHER or mention.guessed:
        return KIND
    return "" if relation else "relation"


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without spaces at its ends, in whole words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def numbered(name: str) -> Iterator[str]:
    """Yield a name, then the name with a number."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def doubts(review: Iterable[Data]) -> Iterator[Data]:
    """Yield the entries that are still to be decided."""
    return (entry for entry in review if entry["verdict"] == OPEN)
