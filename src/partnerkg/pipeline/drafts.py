"""A page → the reading that proposes what it says, in the project at hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from partnerkg import files
from partnerkg.errors import N_, KnownReading, Message, NoPublisher, NoReading, PartnerkgError, Suggestion
from partnerkg.files.locks import alone
from partnerkg.pipeline import mentions, pages
from partnerkg.pipeline.init import CAPTURES
from partnerkg.pipeline.opened import ADDRESS
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.returned import Returned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.claim import Reading
    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.known import Organizations
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.again import Again
    from partnerkg.readings.draft import Draft
    from partnerkg.readings.reference import Reference

READINGS = os.path.join("graph", "readings")
_PUBLISHER = "SELECT ?name { ?set a dcat:Dataset ; dct:publisher/foaf:name ?name } ORDER BY ?name LIMIT 1"


class How(NamedTuple):
    """What is said of pages beside their words; empty where they are to say it themselves."""

    publisher: str = ""
    language: str = ""
    address: str = ""
    title: str = ""
    again: bool = False
    fetch: bool = False


class Given(NamedTuple):
    """What pages are read into: the project, its terms and places, the organisations that are known."""

    opened: Opened
    reference: Reference
    known: Organizations


def read(opened: Opened, audience: Audience, paths: Sequence[str], how: How) -> Output:
    """Write a reading for each page, in a file or (`-`) from standard input; return what to do next.

    NoPublisher if nobody says who speaks in them; KnownReading for a page that has one; ShippedGraph; and the
    errors of reading a page.
    """
    from partnerkg.pipeline.known import Organizations
    from partnerkg.readings import schema
    from partnerkg.readings.reference import Reference

    root = Path(opened.writable())
    how = how._replace(publisher=how.publisher or _publisher(opened))
    if not how.publisher:
        raise NoPublisher
    with alone(str(root)):
        reference = Reference.of(root)
        known = Organizations(opened, reference)
        known.take(_readings(root))
        files.write_atomically(str(root / schema.FILE), [schema.text(reference.vocabulary).encode()])
        wanted, failed, lines = pages.listed(paths), [], []
        for path in wanted:
            try:
                lines.append(_one(root, audience, path, how, Given(opened, reference, known)))
            except PartnerkgError as error:  # one page that cannot be read never stops the others
                failed.append(error)
    if failed and not lines:
        raise failed[0]
    notes = [Message(error.message, **error.details) for error in failed]
    return Output(lines, notes, findings=bool(failed))


def _one(root: Path, audience: Audience, path: str, how: How, given: Given) -> str:
    from partnerkg.readings import drafted
    from partnerkg.readings.draft import doubts

    page = mentions.page(path, fetch=how.fetch)
    if path.startswith(ADDRESS):
        how = how._replace(address=how.address or path)
    made, text = _draft(path, page, how, given)
    target = _target(root, made, how)
    kept = root / CAPTURES / f"{target.stem}.{str(made.capture['sha256'])[:8]}.txt"
    for folder in (target.parent, kept.parent):
        files.make_folder(str(folder))
    if how.again:
        return _again(root, audience, target, made, {kept: text})
    contents = {kept: text, target: drafted.text(made, audience.language)}
    files.write_together({str(file): [words.encode()] for file, words in contents.items()})
    return _summary(audience, os.path.relpath(target), len(made.review), len(list(doubts(made.review))))


def _target(root: Path, made: Draft, how: How) -> Path:
    """Return the file of a reading; KnownReading if it is there and should not, NoReading for the reverse."""
    folder = root / READINGS
    target = folder / f"{made.source.slug}.yaml"
    if how.again and not target.exists():
        same = f"address: {made.source.address}\n"
        known = sorted(folder.glob("*.yaml"))
        found = [one for one in known if made.source.address and same in one.read_text(encoding="utf-8")]
        if len(found) != 1:
            near = Suggestion(made.source.slug, [one.stem for one in known])
            raise NoReading(name=made.source.slug, folder=os.path.relpath(folder), suggestion=near)
        return found[0]
    if target.exists() and not how.again:
        raise KnownReading(path=os.path.relpath(target))
    return target


def _again(root: Path, audience: Audience, target: Path, made: Draft, captured: dict[Path, str]) -> str:
    """Follow a reading into the new text of its page, and say what became of it."""
    from partnerkg.readings.again import Follower
    from partnerkg.readings.mend import captures

    kept, text = next(iter(captured.items()))
    before = next(captures(root, target), None)
    if before == kept:
        same = N_("{path}: the page is as it was; nothing has changed.")
        return audience.say(same, path=os.path.relpath(target)) + "\n"
    old = before.read_bytes().decode() if before else None
    done = Follower(str(target), target.read_text(encoding="utf-8"), old, text).follow(made)
    contents = {kept: text, target: done.text}
    files.write_together({str(file): [words.encode()] for file, words in contents.items()})
    return "".join(_told(audience, os.path.relpath(target), done))


def _told(audience: Audience, path: str, done: Again) -> Iterator[str]:
    counted = N_("{path}: {kept} as before, {appeared} appeared, {gone} disappeared, {changed} changed.")
    counts = {name: len(getattr(done, name)) for name in ("kept", "appeared", "gone")}
    changed = len(done.changed) + len(done.moved)
    yield audience.say(counted, path=path, changed=changed, **counts) + "\n"
    for mark, names in (("+", done.appeared), ("-", done.gone), ("~", [*done.changed, *done.moved])):
        yield from (f"  {mark} {name}\n" for name in names)


def _draft(path: str, page: str, how: How, given: Given) -> tuple[Draft, str]:
    """Return the draft of a page, and its text as captured."""
    from partnerkg.extract.mentions import extract
    from partnerkg.model.document import Source
    from partnerkg.model.name import slug
    from partnerkg.readings import draft, drafted
    from partnerkg.readings import page as of_page
    from partnerkg.readings.captured import captured

    seen = captured(page)
    sheet = Returned(given.opened, seen.text)
    found = sheet.changed(seen.mentions(extract(page, how.publisher)))
    reference = given.reference

    def known(mention: Mention) -> draft.Match:
        return given.known.match(mention, sheet.iri(mention))

    drafter = draft.Drafter(seen, how.publisher, reference, known, given.known.taken)
    sections, review = drafter.entries(found)
    capture = seen.capture(date.today().isoformat())
    stem = "" if path == mentions.STANDARD_INPUT else Path(path).stem
    title = how.title or seen.title or stem or "page"
    source = Source(
        slug(stem) or slug(title) or "page",
        title,
        how.address or of_page.address(page),
        how.language or of_page.language(page, seen.text),
    )
    made = draft.Draft(
        source,
        {"organization": slug(how.publisher), "class": "Organization", "name": how.publisher},
        {"sha256": capture.sha256, "characters": capture.characters, "read": capture.read},
        sections,
        review,
    )
    return drafted.doubted(made, reference), seen.text


def _readings(root: Path) -> Iterator[Reading]:
    from partnerkg.readings import load

    for path in sorted((root / READINGS).glob("*.yaml")):
        yield from load.partly(str(path))[0]


def _summary(audience: Audience, path: str, count: int, doubtful: int) -> str:
    if not count:
        return audience.say(N_("{path}: the page names no partner that could be read."), path=path) + "\n"
    said = N_("{path}: {count} read, {doubtful} of them in doubt. Look at these, then: partnerkg accept")
    return audience.say(said, path=path, count=count, doubtful=doubtful) + "\n"


def _publisher(opened: Opened) -> str:
    from partnerkg.query.values import text

    return next((text(name) or "" for (name,) in opened.store.select(_PUBLISHER)), "")
