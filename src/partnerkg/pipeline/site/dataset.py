"""What the graph says of itself: title, version, licence, the days on which its pages were read."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.names import Text, best
from partnerkg.pipeline.site.terms import DCAT, DCT, RDF

VCARD_MAIL = NamedNode("http://www.w3.org/2006/vcard/ns#hasEmail")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.site.index import Index
    from partnerkg.pipeline.site.whole import Whole


@dataclass(frozen=True, slots=True)
class Dataset:
    """The dataset; what it does not say of itself is None or empty."""

    iri: str | None
    title: Text | None
    description: Text | None
    rights: Text | None
    version: str | None
    issued: str | None
    licence: NamedNode | None
    creators: Sequence[Text]
    contacts: Sequence[str]
    read: Sequence[str]


def dataset(whole: Whole, language: str) -> Dataset:
    """Return what the graph says of itself."""
    node, index = _node(whole)
    dates = {text.date for source in whole.sources for text in whole.evidence.texts(source) if text.date}
    if node is None:
        return Dataset(None, None, None, None, None, None, None, (), (), sorted(dates))
    names = whole.names(language)

    def said(property_: NamedNode) -> Text | None:
        texts = index.texts(node, property_)
        return best(texts, language) if texts else None

    return Dataset(
        node.value,
        said(DCT.title),
        said(DCT.description),
        said(DCT.rights),
        index.text(node, DCAT.version),
        index.text(node, DCT.issued),
        next(iter(index.links(node, DCT.license)), None),
        [names[creator] for creator in index.links(node, DCT.creator)],
        [link.value for contact in index.links(node, DCAT.contactPoint) for link in _mails(contact, index)],
        sorted(dates),
    )


def _mails(contact: NamedNode, index: Index) -> list[NamedNode]:
    return [link for link in index.links(contact, VCARD_MAIL) if link.value.startswith("mailto:")]


def _node(whole: Whole) -> tuple[NamedNode | None, Index]:
    for index in (whole.said, whole.known):
        for node in sorted(index.leading(DCAT.Dataset, RDF.type), key=str):
            if index.text(node, DCT.title):
                return node, index
    return None, whole.said
