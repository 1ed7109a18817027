"""The page that a release opens with, for people in both languages and for search engines."""

from __future__ import annotations

import json
from html import escape

from partnerkg.release.description import DCAT, DCT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode

    from partnerkg.files.folder import File
    from partnerkg.release.metadata import Facts

MARKS = {"en": "", "fr": ".fr"}  # what the name of a page has before its ending, by language
_LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "version": "Version",
        "files": "Fichiers",
        "licence": "Licence",
        "ontology": "Les termes et les règles",
        "description": "La description (DCAT, VoID, PROV)",
        "changes": "Ce qui a changé",
    },
    "en": {
        "version": "Version",
        "files": "Files",
        "licence": "Licence",
        "ontology": "The terms and rules",
        "description": "The description (DCAT, VoID, PROV)",
        "changes": "What changed",
    },
}
_STYLE = (
    ":root{color-scheme:light dark}body{margin:0 auto;max-width:50rem;padding:1rem;"
    "font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}h1{font-size:1.5rem;line-height:1.2}"
)


def page(facts: Facts) -> str:
    """Return the page: what the release is, its files, and the same for search engines."""
    title = text(facts, DCT.title, "fr")
    data = json.dumps(described(facts), ensure_ascii=False, indent=1).replace("<", "\\u003c")
    body = "".join(line for language in _LANGUAGES for line in _part(facts, language))
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} {escape(facts.version)}</title>\n"
        f'<link rel="canonical" href="{escape(facts.address)}">\n'
        '<link rel="describedby" type="text/turtle" href="dataset.ttl">\n'
        f'<script type="application/ld+json">{data}</script>\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def text(facts: Facts, predicate: NamedNode, language: str) -> str:
    """Return what the dataset says in a language, else in any; "" if it says nothing."""
    found = facts.description.values(predicate)
    own = [one for one in found if getattr(one, "language", None) == language]
    return next((one.value for one in [*own, *found]), "")


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
    words = _LANGUAGES[language]
    level = "h1" if language == "fr" else "h2"
    below = "h2" if language == "fr" else "h3"
    yield f'<section lang="{language}">\n<{level}>{escape(text(facts, DCT.title, language))}</{level}>\n'
    version = " · ".join(filter(None, [f"{words['version']} {facts.version}", facts.date]))
    yield f"<p>{escape(version)}</p>\n"
    yield f"<p>{escape(text(facts, DCT.description, language))}</p>\n<ul>\n"
    yield f'<li><a href="documentation/ontology.{language}.html">{words["ontology"]}</a></li>\n'
    yield f'<li><a href="dataset.ttl">{words["description"]}</a></li>\n'
    yield f'<li><a href="CHANGES{MARKS[language]}.md">{words["changes"]}</a></li>\n'
    for licence in facts.description.values(DCT.license):
        address = escape(licence.value)
        yield f'<li>{words["licence"]} <a rel="license" href="{address}">{address}</a></li>\n'
    yield f"</ul>\n<{below}>{words['files']}</{below}>\n<ul>\n"
    for file in facts.dumps:
        yield f'<li><a href="{escape(file.path)}">{escape(file.path)}</a> ({file.size} B)</li>\n'
    yield "</ul>\n</section>\n"
