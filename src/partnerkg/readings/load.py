"""Reading files in: YAML → `Reading`. The schema is described in docs/readings.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from partnerkg.errors import N_
from partnerkg.model.claim import CURATED, EXTERNAL, Claim, Fact, Reading, Thing
from partnerkg.model.document import Capture, Passage, Source
from partnerkg.readings import lists, located
from partnerkg.readings.entry import PROOF_KEYS, STATUSES, ClaimReader, Section, claims
from partnerkg.readings.faults import Faults
from partnerkg.readings.located import Located
from partnerkg.readings.pending import DECISIONS, REVIEW, SECTIONS, pending
from partnerkg.readings.values import value
from partnerkg.readings.words import PASSAGE_KEYS, day, language, passage, slug
from partnerkg.translation import LANGUAGES

VERSION = 1
CAPTURES = "captures"
BESIDE = (REVIEW, DECISIONS, CAPTURES)  # what a reading may hold that is not in the graph
LIST_PROOF_KEYS = (*PASSAGE_KEYS, "with", "again", "status")

__all__ = ["PROOF_KEYS", "STATUSES", "partly", "read"]


def read(path: str) -> list[Reading]:
    """Return the readings of one file: one of a captured page, or many of outside pages (enrichment).

    Raises MissingFile, UnreadableFile, and WrongReading (WrongReadings) with the lines and the remedies.
    """
    readings, faults = partly(path)
    faults.end()
    return readings


def partly(path: str, data: bytes | None = None) -> tuple[list[Reading], Faults]:
    """Return what could be read of a file, and the faults of the rest; MissingFile, UnreadableFile.

    `data` is what the file is going to hold, if it is not what it holds.
    """
    faults = Faults()
    root = faults.attempt(located.read, path, data)
    if root is None:
        return [], faults
    return root.faults.attempt(_readings, root) or [], root.faults


def _readings(root: Located) -> list[Reading]:
    if not isinstance(root.value, dict) or "enrichment" not in root.value:
        return [_reading(root)]
    keys = root.mapping(["enrichment", "pages"])
    _version(keys["enrichment"])
    pages = (root.faults.attempt(_outside_page, page) for page in keys["pages"].items())
    return [page for page in pages if page]


def _version(located: Located) -> None:
    if located.value != VERSION:
        raise located.wrong(
            N_("this program reads version {version}, not `{value}`."), version=VERSION, value=located.value
        )


def _reading(root: Located) -> Reading:
    keys = root.mapping(["reading", "source", "capture", "publisher", SECTIONS], BESIDE)
    _version(keys["reading"])
    publisher = claims(keys["publisher"], Section(status=CURATED))
    name = publisher[0].subject.slug if publisher else None
    source = root.faults.attempt(_source, keys["source"])
    capture = root.faults.attempt(_capture, keys["capture"])
    sections: dict[str, Section] = {}
    found = [claim for node in keys[SECTIONS].items() for claim in _section(node, name or "", sections)]
    waiting = pending(keys[REVIEW], sections) if REVIEW in keys else []
    earlier = (
        [root.faults.attempt(_capture, node) for node in keys[CAPTURES].items()] if CAPTURES in keys else []
    )
    if source is None or capture is None:
        raise root.faults.pop()
    return Reading(
        root.path,
        replace(source, publisher=name),
        capture,
        (*publisher, *found),
        tuple(waiting),
        tuple(filter(None, earlier)),
    )


def _outside_page(page: Located) -> Reading:
    keys = page.mapping(["source", "entries"])
    section = Section(status=EXTERNAL)
    return Reading(page.path, _source(keys["source"]), None, tuple(_entries(keys["entries"], section)))


def _source(node: Located) -> Source:
    keys = node.mapping(["slug", "title", "language"], ["address"])
    address = str(value("address", keys["address"])) if "address" in keys else ""
    own = language(keys["language"])
    titles = _titles(keys["title"], own)
    title = titles.pop(own)
    return Source(slug(keys["slug"]), title, address, own, translated=titles)


def _titles(node: Located, own: str) -> dict[str, str]:
    """Return the titles by language: that of the page, and what it is called in others."""
    if not isinstance(node.value, dict):
        return {own: node.text()}
    others = [other for other in LANGUAGES if other != own]
    return {tag: title.text() for tag, title in node.mapping([own], others).items()}


def _capture(node: Located) -> Capture:
    keys = node.mapping(["sha256", "characters", "read"])
    digest = keys["sha256"].text()
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise keys["sha256"].wrong(N_("a SHA-256 is 64 digits 0-9a-f."))
    return Capture(digest, keys["characters"].integer(), day(keys["read"]))


def _section(node: Located, publisher: str, known: dict[str, Section]) -> list[Claim]:
    """Return the claims of a section; what is wrong with its head is one fault, with an entry another.

    What the section says of its entries is put among those `known`.
    """
    keys = node.faults.attempt(
        node.mapping, ["section", "entries"], ["heading", "category", "each", "words", "list", "capture"]
    )
    section = node.faults.attempt(_shared, keys) if keys else None
    if keys is None or section is None:
        return []
    known[keys["section"].text()] = section
    listed: list[Claim] = []
    if "list" in keys and keys["entries"].items():  # nobody listed: nothing is said of the list
        with node.faults.gathered():
            listed.extend(_list(keys["list"], slug(keys["section"]), publisher, section))
    return [*listed, *_entries(keys["entries"], section)]


def _shared(keys: dict[str, Located]) -> Section:
    words = keys["words"].named() if "words" in keys else {}
    return Section(
        heading=_passage(keys["heading"]) if "heading" in keys else None,
        category=keys["category"].text() if "category" in keys else None,
        each=keys["each"].mapping(allowed=("class", "kinds", "partner")) if "each" in keys else {},
        words={name: _passage(item) for name, item in words.items()},
        capture=str(keys["capture"].value) if "capture" in keys else None,
    )


def _passage(node: Located) -> Passage:
    return passage(node.mapping(PASSAGE_KEYS))


def _entries(node: Located, section: Section) -> Iterator[Claim]:
    for entry in node.items():
        yield from node.faults.attempt(claims, entry, section) or ()


def _list(node: Located, name: str, publisher: str, section: Section) -> Iterator[Claim]:
    """Yield the claims about the list that a section is: the partners that the publisher names in it."""
    subject = Thing("organization", publisher)
    keys = node.mapping(allowed=(*lists.SAID_KEYS, *LIST_PROOF_KEYS))
    said = replace(lists.said(node, keys, "partners"), section=name, category=section.category)
    if not said.completeness:
        for key in LIST_PROOF_KEYS:
            if key in keys:
                raise keys[key].wrong(N_("`{key}` proves `completeness`; add it, or remove this."), key=key)
    reader = ClaimReader(node, keys, subject, section)
    evidence = reader.evidence(keys, section.heading) if said.completeness else ()
    fact = Fact("list", said, node.line)
    yield from lists.split(Claim(f"{name}-list", subject, reader.status(), (fact,), evidence, node.line))
