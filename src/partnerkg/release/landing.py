"""The page that a release opens with, for people in both languages and for search engines."""

from __future__ import annotations

import json

from partnerkg import pages
from partnerkg.errors import N_, Message
from partnerkg.pages import Column, Page
from partnerkg.release.description import DCT
from partnerkg.release.structured import described, text
from partnerkg.translation import Number, Several, translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.errors import Translate
    from partnerkg.files.folder import File
    from partnerkg.release.facts import Facts

MARKS = {"en": "", "fr": ".fr"}  # what the name of a page has before its ending, by language
NAMES = {"fr": "Français", "en": "English"}  # in the order of the page
VERSION, ISSUED = N_("Version {version}"), N_("Version {version}, {date}")
FILES, FILE, SIZE, PURPOSE = N_("Files"), N_("file"), N_("size"), N_("what it is, and for whom")
LICENCE, CONTACT = N_("Licence"), N_("Contact")
ONTOLOGY, CHANGES = N_("The terms and rules"), N_("What changed")
DESCRIPTION = N_("The description (DCAT, VoID, PROV)")


def page(facts: Facts) -> str:
    """Return the page: what the release is, its files, and the same for search engines."""
    translate = translations("fr")[0]
    title = f"{text(facts, DCT.title, 'fr')} {facts.version}"
    others = [(code, name, f"#{code}") for code, name in NAMES.items()]
    frame = Page(title, "fr", translate, ("landing",), _head(facts), others)
    sections = (line for language in NAMES for line in _part(facts, language))
    return "".join([*pages.opening(frame), *sections, *pages.closing()])


def _head(facts: Facts) -> str:
    data = json.dumps(described(facts), ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return (
        f'<link rel="canonical" href="{pages.text(facts.address)}">\n'
        '<link rel="describedby" type="text/turtle" href="dataset.ttl">\n'
        f'<script type="application/ld+json">{data}</script>\n'
    )


def _part(facts: Facts, language: str) -> Iterator[str]:
    """Yield the page in one language; only the first has a heading of the first level."""
    translate = translations(language)[0]
    level = 1 if language == next(iter(NAMES)) else 2
    yield f'<section id="{language}" lang="{language}">\n'
    yield f'<h{level} class="title">{pages.text(text(facts, DCT.title, language))}</h{level}>\n'
    version = Message(ISSUED if facts.date else VERSION, version=facts.version, date=facts.date)
    yield f'<p class="sub">{pages.text(version.text(translate))}</p>\n'
    yield f'<p class="lead">{pages.text(text(facts, DCT.description, language))}</p>\n<ul>\n'
    links = (f"documentation/ontology.{language}.html", "dataset.ttl", f"CHANGES{MARKS[language]}.md")
    for href, words in zip(links, (ONTOLOGY, DESCRIPTION, CHANGES), strict=True):
        yield f'<li><a href="{href}">{pages.text(translate(words))}</a></li>\n'
    for licence in facts.description.values(DCT.license):
        address = pages.text(licence.value)
        yield f'<li>{translate(LICENCE)} <a rel="license" href="{address}">{address}</a></li>\n'
    for name, address in facts.description.contacts():
        words = pages.text(name or address.removeprefix("mailto:"))
        link = f'<a href="{pages.text(address)}">{words}</a>' if address else words
        yield f"<li>{translate(CONTACT)} {link}</li>\n"
    yield f"</ul>\n<h{level + 1}>{translate(FILES)}</h{level + 1}>\n"
    columns = [
        Column(translate(FILE)),
        Column(translate(SIZE), numeric=True),
        Column(translate(PURPOSE)),
    ]
    yield from pages.table(
        translate(FILES), columns, (_row(file, columns[1:], language) for file in for_people(facts.dumps))
    )
    yield "</section>\n"


def _row(file: File, columns: list[Column], language: str) -> str:
    size, purpose = columns
    path, words = pages.text(file.path), in_words(file.size, translations(language)[0])
    cells = (size.cell(pages.text(words)), purpose.cell(pages.prose(file.summary.get(language, ""))))
    return pages.row(f'<a href="{path}">{path}</a>', cells)


def for_people(files: Iterable[File]) -> list[File]:
    """Return the files in the order in which most people look for one: spreadsheets before all else."""
    return sorted(files, key=lambda file: file.format != "xlsx")


def in_words(size: int, translate: Translate) -> str:
    """Return a number of bytes as people read it: in kilobytes of 1000 bytes, or megabytes."""
    if size < 1000:
        return Several("{count} byte", "{count} bytes", size).text(translate)
    if size < 1_000_000:
        return Message(N_("{number} kB"), number=round(size / 1000)).text(translate)
    return Message(N_("{number} MB"), number=Number(round(size / 1_000_000, 1))).text(translate)
