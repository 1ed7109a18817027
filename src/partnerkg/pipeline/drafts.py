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
    NoReading,
    PartnerkgError,
    SameText,
    Suggestion,
    UnreadableFile,
    WrongArgument,
)
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.pipeline import drafting, missed, pages
from partnerkg.pipeline.done import THEIRS, Done, Made, summary
from partnerkg.pipeline.drafting import Given, How
from partnerkg.pipeline.init import CAPTURES
from partnerkg.pipeline.opened import ADDRESS, at
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.watch import Watch
from partnerkg.readings.draft import numbered
from partnerkg.readings.words import is_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.claim import Reading
    from partnerkg.model.document import Source
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.seen import Seen
    from partnerkg.readings.again import Again
    from partnerkg.readings.draft import Draft

READINGS = os.path.join("graph", "readings")
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
        given = Given(opened, root, audience, reference, known, done)
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
    source = drafting.source(seen, seen.captured, how, given)
    target, audience = _target(source, how, given), given.audience
    as_before = how.again and not how.publisher
    publisher = drafting.speaker(target) if as_before else drafting.organization(seen.publisher)
    made = drafting.draft(seen, seen.captured, source, publisher, given)
    text = seen.captured.text
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
    line = summary(audience, os.path.relpath(target), count, doubtful)
    if seen.itself:
        line += audience.say(THEIRS, publisher=seen.publisher) + "\n"
    return Made(line, str(target), count, doubtful, seen.publisher if seen.itself else "")


def _target(source: Source, how: How, given: Given) -> Path:
    """Return the file of a reading; KnownReading if it is there and should not, NoReading for the reverse.

    Pages of one name that are read together have numbers.
    """
    folder, done = given.root / READINGS, given.done
    target = folder / f"{source.slug}.yaml"
    if how.again and not target.exists():
        same = f"address: {source.address}\n"
        known = sorted(folder.glob("*.yaml"))
        found = [one for one in known if source.address and same in one.read_text(encoding="utf-8")]
        if len(found) != 1:
            near = Suggestion(source.slug, [one.stem for one in known])
            raise NoReading(name=source.slug, folder=os.path.relpath(folder), suggestion=near)
        return found[0]
    if not how.again:
        names = numbered(source.slug)
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
