"""What an ontology says of itself: title, summary, a list of facts, and the same for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from partnerkg.documentation.terms import label
from partnerkg.documentation.view import LANGUAGES, TURTLE
from partnerkg.namespaces import namespace
from partnerkg.pages import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.view import View

    Texts = list[tuple[str, str]]

_SUMMARIES = (("dct", "abstract"), ("dct", "description"), ("rdfs", "comment"), ("skos", "definition"))
_FACTS = (
    ("version", "owl", "versionInfo"),
    ("version_address", "owl", "versionIRI"),
    ("issued", "dct", "issued"),
    ("licence", "dct", "license"),
    ("cite", "dct", "bibliographicCitation"),
)


class Head:
    """The head of the pages of an ontology in the language of a view; what it does not say is left out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.header = view.ontology.header

    @cached_property
    def title(self) -> str:
        """Return what the ontology is called, else its address."""
        titled = self._texts("dct", "title") or [label(self.header, self.view.language)]
        return titled[0][0]

    @cached_property
    def summary(self) -> Texts:
        """Return the shortest account of what it is for, with its language."""
        return next((texts for pair in _SUMMARIES if (texts := self._texts(*pair))), [])[:1]

    def descriptions(self) -> Texts:
        """Return the longer accounts."""
        return [one for one in self._texts("dct", "description") if one not in self.summary]

    def notes(self) -> Texts:
        """Return the notes of its editors."""
        return self._texts("skos", "editorialNote")

    def facts(self) -> Iterator[tuple[str, str, bool, str]]:
        """Yield heading, words, whether they are an address to follow, and their language."""
        for word, prefix, name in _FACTS:
            for value, language in self._texts(prefix, name):
                yield self.view.word[word], value, False, language
            for iri in self._links(prefix, name):
                yield self.view.word[word], iri, not iri.startswith(self.header.iri), ""
        for prefix, language in self._texts("vann", "preferredNamespacePrefix"):
            yield self.view.word["prefix"], f"{prefix}: {self.view.ontology.base}", False, language

    def elements(self) -> str:
        """Return what the head of the page has for programs, as HTML."""
        lines = [f'<meta name="description" content="{text(words)}">' for words, _ in self.summary]
        lines.append(f'<link rel="canonical" href="{text(self.header.iri)}">')
        lines.append(f'<link rel="alternate" type="text/turtle" href="{TURTLE}">')
        for code, _, file in self.view.others:
            lines.append(f'<link rel="alternate" hreflang="{code}" href="{file}">')
        lines.append(f'<script type="application/ld+json">{self._described()}</script>')
        return "\n".join(lines) + "\n"

    def _described(self) -> str:
        """Return the ontology as schema.org describes it, in JSON-LD that no tag can end."""
        from jinja2.utils import htmlsafe_json_dumps

        first = {
            "description": self._texts("dct", "description") or self.summary,
            "version": self._texts("owl", "versionInfo"),
            "datePublished": self._texts("dct", "issued"),
            "license": [(iri, "") for iri in self._links("dct", "license")],
        }
        creators = [self.view.link(iri).name for iri in self._links("dct", "creator")]
        said = {
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "@id": self.header.iri,
            "url": self.header.iri,
            "name": self.title,
            **{name: texts[0][0] for name, texts in first.items() if texts},
            **({"creator": {"@type": "Organization", "name": creators[0]}} if creators else {}),
            "inLanguage": list(LANGUAGES),
            "encoding": {"@type": "MediaObject", "encodingFormat": "text/turtle", "contentUrl": TURTLE},
        }
        return htmlsafe_json_dumps(said, ensure_ascii=False)

    def _texts(self, prefix: str, name: str) -> Texts:
        return self.view.texts(self.header, prefix, name)

    def _links(self, prefix: str, name: str) -> tuple[str, ...]:
        return self.header.links(namespace(prefix)[name])
