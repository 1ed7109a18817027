"""A page → the reading that proposes what it says, in the project at hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from partnerkg import files
from partnerkg.errors import N_, KnownReading, NoPublisher
from partnerkg.files.locks import alone
from partnerkg.pipeline import mentions
from partnerkg.pipeline.init import CAPTURES
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
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


def read(opened: Opened, audience: Audience, pages: Sequence[str], how: How) -> Output:
    """Write a reading for each page, in a file or (`-`) from standard input; return what to do next.

    NoPublisher if nobody says who speaks in them; KnownReading for a page that has one; ShippedGraph; and the
    errors of reading a page.
    """
    from partnerkg.readings.reference import Reference

    root = Path(opened.writable())
    how = how._replace(publisher=how.publisher or _publisher(opened))
    if not how.publisher:
        raise NoPublisher
    with alone(str(root)):
        reference = Reference.of(root)
        lines = [_one(root, audience, path, how, reference) for path in dict.fromkeys(pages)]
    return Output(lines)


def _one(root: Path, audience: Audience, path: str, how: How, reference: Reference) -> str:
    from partnerkg.readings import drafted
    from partnerkg.readings.draft import doubts

    page = mentions.page(path)
    made, text = _draft(path, page, how, reference)
    target = root / READINGS / f"{made.source.slug}.yaml"
    if target.exists():
        raise KnownReading(path=os.path.relpath(target))
    kept = root / CAPTURES / f"{made.source.slug}.{str(made.capture['sha256'])[:8]}.txt"
    for folder in (target.parent, kept.parent):
        files.make_folder(str(folder))
    contents = {kept: text, target: drafted.text(made, audience.language)}
    files.write_together({str(file): [words.encode()] for file, words in contents.items()})
    return _summary(audience, os.path.relpath(target), len(made.review), len(list(doubts(made.review))))


def _draft(path: str, page: str, how: How, reference: Reference) -> tuple[Draft, str]:
    """Return the draft of a page, and its text as captured."""
    from partnerkg.extract.mentions import extract
    from partnerkg.model.document import Source
    from partnerkg.model.name import slug
    from partnerkg.readings import draft
    from partnerkg.readings import page as of_page
    from partnerkg.readings.captured import captured

    seen = captured(page)
    found = seen.mentions(extract(page, how.publisher))
    sections, review = draft.Drafter(seen, how.publisher, reference.vocabulary).entries(found)
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
    return made, seen.text


def _summary(audience: Audience, path: str, count: int, doubtful: int) -> str:
    if not count:
        return audience.say(N_("{path}: the page names no partner that could be read."), path=path) + "\n"
    said = N_("{path}: {count} read, {doubtful} of them in doubt. Look at these, then: partnerkg accept")
    return audience.say(said, path=path, count=count, doubtful=doubtful) + "\n"


def _publisher(opened: Opened) -> str:
    from partnerkg.query.results import text

    return next((text(name) or "" for (name,) in opened.store.select(_PUBLISHER)), "")
