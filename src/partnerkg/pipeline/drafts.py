"""A page → the reading that proposes what it says, in the project at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from partnerkg.errors import (
    N_,
    KnownReading,
    NoPublisher,
    NoReading,
    PartnerkgError,
    SameText,
    Suggestion,
    UnreadableFile,
)
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.pipeline import missed, pages
from partnerkg.pipeline.done import Done, Made, summary
from partnerkg.pipeline.init import CAPTURES
from partnerkg.pipeline.opened import ADDRESS, at
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.returned import Returned
from partnerkg.pipeline.watch import Watch
from partnerkg.readings.draft import numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.claim import Reading
    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.known import Organizations
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.seen import Seen
    from partnerkg.readings.again import Again
    from partnerkg.readings.captured import Captured
    from partnerkg.readings.draft import Draft
    from partnerkg.readings.reference import Reference

READINGS = os.path.join("graph", "readings")
LOOKED = N_("readings looked through")
_SAYS_MORE = re.compile(
    rb"^review:(?!\s*\[\s*\])|\bsame:", re.M
)  # what waits, and what is in another graph too
_PUBLISHER = "SELECT ?name { ?set a dcat:Dataset ; dct:publisher/foaf:name ?name } ORDER BY ?name LIMIT 1"


class How(NamedTuple):
    """What is said of pages beside their words; empty where they are to say it themselves."""

    publisher: str = ""
    language: str = ""
    address: str = ""
    title: str = ""
    again: bool = False
    fetch: bool = False
    known: Sequence[str] = ()


class Given(NamedTuple):
    """What pages are read into: the project, its terms and places, who is known, what came of them so far."""

    opened: Opened
    root: Path
    audience: Audience
    reference: Reference
    known: Organizations
    done: Done


def read(
    opened: Opened, audience: Audience, paths: Sequence[str], how: How, watch: Watch | None = None
) -> Output:
    """Write a reading for each page, in a file or (`-`) from standard input; return what to do next.

    What each page says is read by several processes at once, whom it means by one after the other: what one
    page names is known to the next. A page that cannot be read never stops the others. NoPublisher if nobody
    says who speaks in them; KnownReading for a single page that has a reading; ShippedGraph; and the errors
    of reading a single page.
    """
    from functools import partial

    from partnerkg.pipeline.known import Organizations
    from partnerkg.pipeline.seen import see
    from partnerkg.readings import schema
    from partnerkg.readings.reference import Reference

    root = Path(opened.writable())
    how = how._replace(publisher=how.publisher.strip() or _publisher(opened))
    if not how.publisher:
        raise NoPublisher
    wanted = pages.listed(paths)
    with alone(str(root)):
        reference = Reference.of(root)
        known = Organizations(opened, reference, [at(path).store for path in how.known])
        known.take(_readings(root, watch or Watch()))
        writing.write_atomically(str(root / schema.FILE), [schema.text(reference.vocabulary).encode()])
        for folder in (root / READINGS, root / CAPTURES):
            writing.make_folder(str(folder))
        done = Done(len(wanted))
        given = Given(opened, root, audience, reference, known, done)
        work = partial(see, publisher=how.publisher, fetch=how.fetch)
        for seen in pages.over(wanted, work, watch or Watch()):
            try:
                done.take(_one(seen, how, given))
            except KnownReading as error:
                done.known.append(error)
            except SameText as error:
                done.same.append(error)
            except PartnerkgError as error:
                done.failed.append(error)
    return done.output(audience)


def _one(seen: Seen, how: How, given: Given) -> Made:
    """Write the reading of one page, or follow it into its new text."""
    from partnerkg.readings import drafted
    from partnerkg.readings.draft import doubts

    if seen.error is not None or seen.captured is None:
        raise seen.error or UnreadableFile(path=seen.path, reason="")
    if seen.path.startswith(ADDRESS):
        how = how._replace(address=how.address or seen.path)
    made = _draft(seen, seen.captured, how, given)
    text = seen.captured.text
    target, audience = _target(made, how, given), given.audience
    kept = given.root / CAPTURES / f"{target.stem}.{str(made.capture['sha256'])[:8]}.txt"
    if how.again:
        return Made("".join(_again(given, target, made, {kept: text})))
    if twin := _twin(made, kept, text, given):
        raise SameText(page=seen.path, path=os.path.relpath(twin))
    made = replace(made, source=replace(made.source, slug=target.stem))
    written = drafted.text(made, audience.language) + missed.comments(seen.missed, audience)
    contents = {kept: text, target: written}
    writing.write_together({str(file): [words.encode()] for file, words in contents.items()})
    given.known.propose(made.review)
    count, doubtful = len(made.review), len(list(doubts(made.review)))
    return Made(summary(audience, os.path.relpath(target), count, doubtful), str(target), count, doubtful)


def _target(made: Draft, how: How, given: Given) -> Path:
    """Return the file of a reading; KnownReading if it is there and should not, NoReading for the reverse.

    Pages of one name that are read together have numbers.
    """
    folder, done = given.root / READINGS, given.done
    target = folder / f"{made.source.slug}.yaml"
    if how.again and not target.exists():
        same = f"address: {made.source.address}\n"
        known = sorted(folder.glob("*.yaml"))
        found = [one for one in known if made.source.address and same in one.read_text(encoding="utf-8")]
        if len(found) != 1:
            near = Suggestion(made.source.slug, [one.stem for one in known])
            raise NoReading(name=made.source.slug, folder=os.path.relpath(folder), suggestion=near)
        return found[0]
    if not how.again:
        names = numbered(made.source.slug)
        target = next(one for name in names if (one := folder / f"{name}.yaml") not in done.targets)
        done.targets.add(target)
        if target.exists():
            raise KnownReading(path=os.path.relpath(target))
    return target


def _twin(made: Draft, kept: Path, text: str, given: Given) -> Path | None:
    """Return the reading of the very same words by the same publisher: who is in one twice is no two."""
    digest = kept.name.split(".")[-2]
    said = f"\npublisher:\n  organization: {made.publisher['organization']}\n"
    for other in sorted(kept.parent.glob(f"*.{digest}.txt")):
        reading = given.root / READINGS / f"{other.name.split('.')[0]}.yaml"
        same = other != kept and other.read_bytes() == text.encode()
        if same and reading.exists() and said in reading.read_text(encoding="utf-8"):
            return reading
    return None


def _again(given: Given, target: Path, made: Draft, captured: dict[Path, str]) -> Iterator[str]:
    """Follow a reading into the new text of its page, and say what became of it."""
    from partnerkg.readings.again import Follower
    from partnerkg.readings.mend import captures

    audience = given.audience
    kept, text = next(iter(captured.items()))
    before = next(captures(given.root, target), None)
    if before == kept:
        same = N_("{path}: the page is as it was; nothing has changed.")
        yield audience.say(same, path=os.path.relpath(target)) + "\n"
        return
    old = before.read_bytes().decode() if before else None
    done = Follower(str(target), target.read_text(encoding="utf-8"), old, text).follow(made)
    contents = {kept: text, target: done.text}
    writing.write_together({str(file): [words.encode()] for file, words in contents.items()})
    yield from _told(audience, os.path.relpath(target), done)


def _told(audience: Audience, path: str, done: Again) -> Iterator[str]:
    counted = N_("{path}: {kept} as before, {appeared} appeared, {gone} disappeared, {changed} changed.")
    counts = {name: len(getattr(done, name)) for name in ("kept", "appeared", "gone")}
    changed = len(done.changed) + len(done.moved)
    yield audience.say(counted, path=path, changed=changed, **counts) + "\n"
    for mark, names in (("+", done.appeared), ("-", done.gone), ("~", [*done.changed, *done.moved])):
        yield from (f"  {mark} {name}\n" for name in names)


def _draft(seen: Seen, captured: Captured, how: How, given: Given) -> Draft:
    """Return the draft of a page."""
    from partnerkg.model.document import Source
    from partnerkg.model.name import slug
    from partnerkg.readings import draft, drafted

    sheet = Returned(given.opened, captured.text)
    reference = given.reference

    def known(mention: Mention) -> draft.Match:
        return given.known.match(mention, sheet.iri(mention))

    drafter = draft.Drafter(captured, how.publisher, reference, known, given.known.taken)
    sections, review = drafter.entries(sheet.changed(seen.mentions))
    capture = captured.capture(date.today().isoformat())
    title = how.title or captured.title or seen.stem or "page"
    source = Source(
        slug(seen.stem) or slug(title) or "page",
        title,
        how.address or seen.address,
        how.language or seen.language,
    )
    made = draft.Draft(
        source,
        {"organization": slug(how.publisher), "class": "Organization", "name": how.publisher},
        {"sha256": capture.sha256, "characters": capture.characters, "read": capture.read},
        sections,
        review,
    )
    return drafted.doubted(made, reference)


def _readings(root: Path, watch: Watch) -> Iterator[Reading]:
    """Yield the readings that say more than the graph that was made of them: many by several processes."""
    found = sorted(
        str(path) for path in (root / READINGS).glob("*.yaml") if _SAYS_MORE.search(path.read_bytes())
    )
    for readings in pages.over(found, _loaded, watch, LOOKED):
        yield from readings


def _loaded(path: str) -> list[Reading]:
    from partnerkg.readings import load

    return load.partly(path)[0]


def _publisher(opened: Opened) -> str:
    from partnerkg.query.values import text

    return next((text(name) or "" for (name,) in opened.store.select(_PUBLISHER)), "")
