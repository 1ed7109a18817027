"""What things are called in the language of a page."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_
from partnerkg.model.name import fold
from partnerkg.namespaces import shorten
from partnerkg.pipeline.site.terms import NAMES, XSD
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.index import Index


@dataclass(frozen=True, slots=True)
class Text:
    """Words with their language, `""` where it is not said."""

    words: str
    language: str = ""

    def __str__(self) -> str:
        return self.words


class Names:
    """The names of the graph in one language, borrowed from another where there is none."""

    def __init__(self, language: str, *indexes: Index) -> None:
        self.language = language
        self._indexes = indexes
        self._known: dict[NamedNode, Text | None] = {}

    def found(self, thing: NamedNode) -> Text | None:
        """Return the name of a thing, None if it has none."""
        if thing not in self._known:
            texts = [text for index in self._indexes for name in NAMES for text in index.texts(thing, name)]
            self._known[thing] = best(texts, self.language) if texts else None
        return self._known[thing]

    def __getitem__(self, thing: NamedNode) -> Text:
        """Return the name of a thing, its short IRI if it has none."""
        return self.found(thing) or Text(shorten(thing.value))

    def order(self, thing: NamedNode) -> tuple[str, str]:
        """Return what sorts things by name, as people look for them."""
        return fold(self[thing].words), thing.value

    def of(self, term: Term) -> Text:
        """Return what a person sees of a term."""
        if isinstance(term, NamedNode):
            return self[term]
        if isinstance(term, Literal):
            return self._words(term)
        return Text(str(term))

    def _words(self, literal: Literal) -> Text:
        if literal.datatype == XSD.boolean:
            word = N_("yes") if literal.value in ("true", "1") else N_("no")
            return Text(translations(self.language)[0](word), self.language)
        return Text(literal.value, literal.language or "")


def best(texts: Iterable[Literal], language: str) -> Text:
    """Return the text in the language asked for, else one without language, else any, the first by code."""

    def rank(text: Literal) -> tuple[int, str, str]:
        tag = text.language or ""
        return (0 if tag == language else 1 if not tag else 2, tag, text.value)

    chosen = min(texts, key=rank)
    return Text(chosen.value, chosen.language or "")
