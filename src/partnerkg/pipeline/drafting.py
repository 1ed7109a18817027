"""The draft of one page: whose it is, in which language, what it proposes to the project at hand."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from partnerkg.model.document import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.known import Organizations
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.returned import Returned
    from partnerkg.pipeline.seen import Seen
    from partnerkg.pipeline.targets import Files
    from partnerkg.readings.captured import Captured
    from partnerkg.readings.draft import Draft, Match
    from partnerkg.readings.parts import Data
    from partnerkg.readings.reference import Reference

PUBLISHER = "SELECT ?name { ?set a dcat:Dataset ; dct:publisher/foaf:name ?name } ORDER BY ?name LIMIT 1"
LANGUAGE = "SELECT ?tag { ?set a dcat:Dataset ; dct:language ?tag } ORDER BY ?tag LIMIT 1"


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
    """What pages are read into: the project, its terms and places, who is known, where their readings are."""

    opened: Opened
    root: Path
    audience: Audience
    reference: Reference
    known: Organizations
    files: Files


def source(seen: Seen, captured: Captured, how: How, given: Given) -> Source:
    """Return what a reading says of its page."""
    from partnerkg.model.name import slug

    title = how.title or captured.title or seen.stem or "page"
    return Source(
        slug(seen.stem) or slug(title) or "page",
        title,
        how.address or seen.address,
        how.language or seen.language or said(given.opened, LANGUAGE) or given.audience.language,
    )


def draft(seen: Seen, source: Source, publisher: Data, given: Given, sheet: Returned) -> Draft:
    """Return the draft of a page."""
    from partnerkg.model.name import fold
    from partnerkg.readings import drafted
    from partnerkg.readings.draft import Draft, Drafter

    captured, reference = seen.captured, given.reference
    assert captured is not None

    def known(mention: Mention) -> Match:
        return given.known.match(mention, sheet.iri(mention))

    drafter = Drafter(captured, str(publisher["organization"]), reference, known, given.known.taken)
    own = fold(str(publisher.get("name", "")))
    others = [mention for mention in seen.mentions if fold(mention.name) != own]
    sections, review = drafter.entries(sheet.changed(others))
    capture = captured.capture(date.today().isoformat())
    made = Draft(
        source,
        dict(publisher),
        {"sha256": capture.sha256, "characters": capture.characters, "read": capture.read},
        sections,
        review,
    )
    return drafted.doubted(made, reference)


def speaker(target: Path) -> Data:
    """Return who speaks in a page, as its reading says."""
    from partnerkg.readings.places import tree
    from partnerkg.readings.sheet import keys

    said = keys(keys(tree(target.read_text(encoding="utf-8")))["publisher"][1])
    return {key: str(value.value) for key, (_, value) in said.items()}


def organization(name: str) -> Data:
    """Return a publisher of whom no more is known than the name."""
    from partnerkg.model.name import slug

    return {"organization": slug(name), "class": "Organization", "name": name}


def said(opened: Opened, question: str) -> str:
    """Return what a project says of itself, empty if it does not."""
    from partnerkg.query.values import text

    return next((text(value) or "" for (value,) in opened.store.select(question)), "")
