"""A release as schema.org describes a Dataset, for search engines."""

from __future__ import annotations

from partnerkg.release.description import DCAT, DCT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.files.folder import File
    from partnerkg.release.facts import Facts


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
        "contactPoint": [_contact(*pair) for pair in facts.description.contacts()],
        "keywords": sorted({one.value for one in facts.description.values(DCAT.keyword)}),
        "isBasedOn": [one.value for one in facts.description.values(DCT.source)],
        "distribution": [_download(facts, file) for file in facts.dumps],
    }
    return {name: value for name, value in said.items() if value}


def _contact(name: str, address: str) -> dict[str, object]:
    way = "email" if address.startswith("mailto:") else "url"
    said = {"@type": "ContactPoint", "name": name, way: address.removeprefix("mailto:")}
    return {name: value for name, value in said.items() if value}


def _download(facts: Facts, file: File) -> dict[str, object]:
    return {
        "@type": "DataDownload",
        "contentUrl": facts.address + file.path,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
    }
