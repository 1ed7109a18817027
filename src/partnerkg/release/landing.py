"""The page that a release opens with, for people in both languages and for search engines."""

from __future__ import annotations

import json

from partnerkg import pages
from partnerkg.errors import N_, Message
from partnerkg.pages import Column, Page
from partnerkg.release.description import DCAT, DCT
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.errors import Translate
    from partnerkg.files.folder import File
    from partnerkg.release.metadata import Facts

MARKS = {"en": "", "fr": ".fr"}  # what the name of a page has before its ending, by language
NAMES = {"fr": "Français", "en": "English"}  # in the order of the page
VERSION, ISSUED = N_("Version {version}"), N_("Version {version}, {date}")
FILES, FILE, SIZE, PURPOSE = N_("Files"), N_("file"), N_("size"), N_("for whom")
LICENCE, ONTOLOGY, CHANGES = N_("Licence"), N_("The terms and rules"), N_("What changed")
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


def text(facts: Facts, predicate: NamedNode, language: str) -> str:
    """Return what the dataset says in a language, else in any; "" if it says nothing."""
    values = facts.description.values(predicate)
    own = [one for one in values if getattr(one, "language", None) == language]
    return next((one.value for one in [*own, *values]), "")


def described(facts: Facts) -> dict[str, object]:
    """Return the release as schema.org describes a Dataset; what is not known is left out."""
    said = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": facts.address,
        "url": facts.address,
        "name": text(facts, DCT.title, "en"),
        "description": text(facts, DCT.description, "en"),
        "version": facts.version,
        "datePublished": facts.date,
        "license": [one.value for one in facts.description.values(DCT.license)],
        "creator": [{"@id": one.value} for one in facts.description.values(DCT.creator)],
        "publisher": [{"@id": one.value} for one in facts.description.values(DCT.publisher)],
        "keywords": sorted({one.value for one in facts.description.values(DCAT.keyword)}),
        "isBasedOn": [one.value for one in facts.description.values(DCT.source)],
        "distribution": [_download(facts, file) for file in facts.dumps],
    }
    return {name: value for name, value in said.items() if value}


def _download(facts: Facts, file: File) -> dict[str, object]:
    return {
        "@type": "DataDownload",
        "contentUrl": facts.address + file.path,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
    }


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
    yield f"</ul>\n<h{level + 1}>{translate(FILES)}</h{level + 1}>\n"
    columns = [
        Column(translate(FILE)),
        Column(translate(SIZE), numeric=True),
        Column(translate(PURPOSE)),
    ]
    yield from pages.table(
        translate(FILES), columns, (_row(file, columns[1:], translate) for file in facts.dumps)
    )
    yield "</section>\n"


def _row(file: File, columns: list[Column], translate: Translate) -> str:
    size, purpose = columns
    path = pages.text(file.path)
    cells = [
        size.cell(pages.text(in_words(file.size, translate))),
        purpose.cell(pages.text(translate(file.summary))),
    ]
    return pages.row(f'<a href="{path}">{path}</a>', cells)


def in_words(size: int, translate: Translate) -> str:
    """Return a number of bytes as people read it: in kilobytes of 1000 bytes, or megabytes."""
    if size < 1000:
        return Message(N_("{number} bytes"), number=size).text(translate)
    if size < 1_000_000:
        return Message(N_("{number} kB"), number=round(size / 1000)).text(translate)
    return Message(N_("{number} MB"), number=round(size / 1_000_000, 1)).text(translate)
