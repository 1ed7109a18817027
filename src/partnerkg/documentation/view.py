"""The terms of an ontology as a page names them, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partnerkg.documentation import words
from partnerkg.documentation.facts import facts
from partnerkg.documentation.terms import CLASS, OWL, PROPERTY, RDF, SCHEME, label, names, texts
from partnerkg.errors import Message
from partnerkg.namespaces import namespace, shorten
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.terms import Entry, Ontology

LANGUAGES = {"en": "English", "fr": "Français"}
TURTLE = "ontology.ttl"


@dataclass(frozen=True, slots=True)
class Link:
    """A term as the page names it: where it leads, its name with the language that has, its short IRI."""

    href: str
    name: str
    language: str
    curie: str


def file_name(language: str) -> str:
    """Return the name of the page in a language."""
    return f"ontology.{language}.html"


class View:
    """What the template shows of terms; the methods return what people read, or where it leads."""

    def __init__(self, ontology: Ontology, usage: Mapping[str, int], language: str) -> None:
        self.ontology = ontology
        self.usage = usage
        self.language = language
        self.translate = translations(language)[0]
        self.word = {name: self.say(sentence) for name, sentence in words.WORDS.items()}
        self.turtle = TURTLE
        self.others = [(code, name, file_name(code)) for code, name in LANGUAGES.items() if code != language]

    def say(self, sentence: str, **details: object) -> str:
        """Return a sentence in the language of the page."""
        return Message(sentence, **details).text(self.translate)

    def short(self, iri: str) -> str:
        """Return the short IRI of a term or rule."""
        return shorten(iri)

    def texts(self, entry: Entry, prefix: str, name: str) -> list[tuple[str, str]]:
        """Return the texts of a property with their languages, those in the language of the page if any."""
        return texts(entry.row, namespace(prefix)[name].value, self.language)

    def link(self, iri: str) -> Link:
        """Return how the page names a term and where it leads: on this page, or to its own address."""
        entry = self.ontology.known(iri)
        curie = shorten(iri)
        if entry is None:
            return Link(iri, curie, "", curie)
        own = iri in self.ontology.entries
        name, language = label(entry, self.language)
        return Link(f"#{entry.anchor}" if own else iri, name, language, curie)

    def sections(self) -> Iterator[tuple[str, str, list[Entry]]]:
        """Yield the anchor, heading and terms of the sections of classes and properties that have any."""
        for sort, anchor in ((CLASS, "classes"), (PROPERTY, "properties")):
            if entries := names(self.ontology.of(sort), self.language):
                yield anchor, self.word[anchor], entries

    def schemes(self) -> list[tuple[Entry, list[Entry]]]:
        """Return each concept scheme with its concepts."""
        return [
            (scheme, names(self.ontology.concepts(scheme.iri), self.language))
            for scheme in names(self.ontology.of(SCHEME), self.language)
        ]

    def sort(self, entry: Entry) -> str:
        """Return what a term is, in words."""
        kinds = entry.links(RDF.type)
        if entry.sort != PROPERTY:
            return self.say(words.SORTS[entry.sort])
        kind = next((kind for kind in words.PROPERTIES if OWL[kind].value in kinds), "Property")
        return self.say(words.PROPERTIES[kind])

    def used(self, entry: Entry) -> str:
        """Return how often the graph uses a term, in words."""
        return words.used(entry.sort, self.usage.get(entry.iri, 0)).text(self.translate)

    def facts(self, entry: Entry) -> list[tuple[str, list[Link]]]:
        """Return what links a term to others, under headings."""
        return [
            (self.say(heading), [self.link(iri) for iri in iris])
            for heading, iris in facts(entry, self.ontology)
        ]

    def foreign(self) -> list[tuple[Link, int]]:
        """Return the terms of other vocabularies with how often each is used."""
        return [
            (self.link(iri), self.usage.get(iri, 0)) for iri in sorted(self.ontology.foreign(), key=shorten)
        ]
