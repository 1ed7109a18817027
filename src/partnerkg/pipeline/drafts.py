"""A page → the reading that proposes what it says, in the project at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from partnerkg.errors import (
    N_,
    KnownReading,
    Message,
    NoPublisher,
    PartnerkgError,
    SameText,
    UnreadableFile,
    WrongArgument,
)
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.pipeline import drafting, missed, pages
from partnerkg.pipeline.done import THEIRS, Done, Made, not_in_sheet, of_sheet, summary, unread
from partnerkg.pipeline.drafting import Given, How
from partnerkg.pipeline.init import CAPTURES
from partnerkg.pipeline.opened import ADDRESS, at
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.returned import Returned
from partnerkg.pipeline.targets import READINGS, Files
from partnerkg.pipeline.watch import Watch
from partnerkg.readings.words import is_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.claim import Reading
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.seen import Seen
    from partnerkg.readings.again import Again
    from partnerkg.readings.draft import Draft

LOOKED = N_("readings looked through")
_SAYS_MORE = re.compile(
    rb"^review:(?!\s*\[\s*\])|\bsame:", re.M
)  # what waits, and what is in another graph too


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
    how = how._replace(publisher=how.publisher.strip())
    if how.language and not is_language(how.language):
        what = Message(N_("a language tag, such as fr or de"))
        raise WrongArgument(name="--language", what=what, value=how.language)
    usual = drafting.said(opened, drafting.PUBLISHER)
    if not (how.publisher or usual):
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
        files = Files(root, several=len(wanted) > 1)
        given = Given(opened, root, audience, reference, known, files)
        work = partial(see, publisher=how.publisher, usual=usual, fetch=how.fetch)
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
    source, text = drafting.source(seen, seen.captured, how, given), seen.captured.text
    target, audience = given.files.of(source, seen.path, again=how.again), given.audience
    as_before = how.again and not how.publisher
    publisher = drafting.speaker(target) if as_before else drafting.organization(seen.publisher)
    sheet = Returned(given.opened, text, str(publisher.get("name", "")))
    made = drafting.draft(seen, source, publisher, given, sheet)
    kept = given.files.capture(target, made)
    if how.again:
        return Made("".join(_again(given, target, made, {kept: text})))
    if twin := given.files.twin(made, kept, text):
        raise SameText(page=seen.path, path=os.path.relpath(twin))
    made = replace(made, source=replace(made.source, slug=target.stem))
    written = drafted.text(made, audience.language) + missed.comments(seen.missed, audience)
    contents = {kept: text, target: written}
    writing.write_together({str(file): [words.encode()] for file, words in contents.items()})
    given.files.keep(kept)
    given.known.propose(made.review)
    count, doubtful = len(made.review), len(list(doubts(made.review)))
    line = (of_sheet if sheet.is_ours else summary)(audience, os.path.relpath(target), count, doubtful)
    if seen.unread and not sheet.is_ours:
        line += f"{unread(seen.path, seen.unread).text(audience.translate)}\n"
    if seen.itself:
        line += audience.say(THEIRS, publisher=seen.publisher) + "\n"
    line += not_in_sheet(audience, sheet.missing())
    return Made(line, str(target), count, doubtful, seen.publisher if seen.itself else "")


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
