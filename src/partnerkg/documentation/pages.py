"""The pages: one a language, self-contained; the same ontology, shapes and counts give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from partnerkg.documentation import diagram, rules, words
from partnerkg.documentation.facts import facts
from partnerkg.documentation.relations import relations
from partnerkg.documentation.terms import (
    CLASS,
    CONCEPT,
    OWL,
    PROPERTY,
    RDF,
    SCHEME,
    SKOS,
    label,
    names,
    texts,
)
from partnerkg.errors import Message
from partnerkg.namespaces import namespace, prefixes, shorten
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from markupsafe import Markup

    from partnerkg.documentation.relations import Relations
    from partnerkg.documentation.rules import Rule
    from partnerkg.documentation.terms import Entry, Ontology
    from partnerkg.validate.shapes import Shapes, Target

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


def pages(ontology: Ontology, shapes: Shapes, usage: Mapping[str, int]) -> dict[str, str]:
    """Return each page by the name of its file; `ontology.ttl`, to which they link, stands beside them."""
    return {file_name(language): page(ontology, shapes, usage, language) for language in LANGUAGES}


def page(ontology: Ontology, shapes: Shapes, usage: Mapping[str, int], language: str) -> str:
    """Return the page in a language; `usage` says how often the graph uses a term."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("partnerkg.documentation"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return (
        environment.get_template("ontology.html").render(view=View(ontology, shapes, usage, language)) + "\n"
    )


class View:
    """What the template shows, in one language."""

    def __init__(self, ontology: Ontology, shapes: Shapes, usage: Mapping[str, int], language: str) -> None:
        self.ontology = ontology
        self.shapes = shapes
        self.usage = usage
        self.language = language
        self.translate = translations(language)[0]
        self.word = {name: self.say(sentence) for name, sentence in words.WORDS.items()}
        self.turtle = TURTLE
        self.others = [(code, name, file_name(code)) for code, name in LANGUAGES.items() if code != language]

    def say(self, sentence: str, **details: object) -> str:
        """Return a sentence in the language of the page."""
        return Message(sentence, **details).text(self.translate)

    @cached_property
    def title(self) -> str:
        return self.head("dct", "title")[0][0]

    def short(self, iri: str) -> str:
        """Return the short IRI of a term or rule."""
        return shorten(iri)

    def permanent(self, name: str) -> str:
        """Return what the link that keeps leading to a term is called."""
        return self.say(words.PERMANENT, name=name)

    def described(self) -> Markup:
        """Return the ontology as schema.org describes it, in JSON-LD that no tag can end."""
        from jinja2.utils import htmlsafe_json_dumps

        header = self.ontology.header
        said = {
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "@id": header.iri,
            "url": header.iri,
            "name": self.title,
            "description": self.head("dct", "description")[0][0],
            "version": self.head("owl", "versionInfo")[0][0],
            "datePublished": self.head("dct", "issued")[0][0],
            "license": header.links(namespace("dct").license)[0],
            "creator": {"@type": "Organization", "name": self.head_links("dct", "creator")[0].name},
            "inLanguage": list(LANGUAGES),
            "encoding": {"@type": "MediaObject", "encodingFormat": "text/turtle", "contentUrl": TURTLE},
        }
        return htmlsafe_json_dumps(said, ensure_ascii=False)

    def head(self, prefix: str, name: str) -> list[tuple[str, str]]:
        """Return what the ontology says of itself, texts with their languages."""
        return self.texts(self.ontology.header, prefix, name)

    def head_links(self, prefix: str, name: str) -> list[Link]:
        """Return where the ontology leads."""
        return [self.link(iri) for iri in self.ontology.header.links(namespace(prefix)[name])]

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
        """Yield the anchor, heading and terms of the sections of classes and properties."""
        for sort, anchor in ((CLASS, "classes"), (PROPERTY, "properties")):
            yield anchor, self.word[anchor], names(self.ontology.of(sort), self.language)

    def schemes(self) -> Iterator[tuple[Entry, list[Entry]]]:
        """Yield each concept scheme with its concepts."""
        for scheme in names(self.ontology.of(SCHEME), self.language):
            concepts = [one for one in self.ontology.of(CONCEPT) if scheme.iri in one.links(SKOS.inScheme)]
            yield scheme, names(concepts, self.language)

    def sort(self, entry: Entry) -> str:
        """Return what a term is, in words."""
        kinds = entry.links(RDF.type)
        if entry.sort != PROPERTY:
            return self.say(words.SORTS[entry.sort])
        found = {"ObjectProperty": "object", "DatatypeProperty": "data", "AnnotationProperty": "annotation"}
        name = next(value for kind, value in found.items() if OWL[kind].value in kinds)
        return self.say(words.SORTS[name])

    def used(self, entry: Entry) -> str:
        """Return how often the graph uses a term, in words."""
        count = self.usage.get(entry.iri, 0)
        return self.say(words.USED[entry.sort], count=count) if count else self.say(words.UNUSED)

    def facts(self, entry: Entry) -> list[tuple[str, list[Link]]]:
        """Return what links a term to others, under headings."""
        return [
            (self.say(heading), [self.link(iri) for iri in iris])
            for heading, iris in facts(entry, self.ontology)
        ]

    def rules_of(self, entry: Entry) -> list[Rule]:
        """Return the rules for the things of a class, or about a property."""
        if entry.sort == CLASS:
            return self.rules[entry.iri]
        return []

    @cached_property
    def rules(self) -> dict[str, list[Rule]]:
        classes = self.ontology.of(CLASS)
        return {one.iri: rules.of_class(self.shapes, one.iri, self.language) for one in classes}

    @cached_property
    def other_rules(self) -> list[Rule]:
        return rules.others(self.shapes, set(self.rules), self.language)

    @cached_property
    def _by_path(self) -> dict[str, list[Rule]]:
        return rules.paths([*(rule for some in self.rules.values() for rule in some), *self.other_rules])

    def rules_about(self, entry: Entry) -> list[Rule]:
        """Return the rules that stand elsewhere on the page and look at a property."""
        return self._by_path.get(shorten(entry.iri), []) if entry.sort == PROPERTY else []

    def rule_title(self, rule: Rule) -> str:
        """Return the name of a rule."""
        return rules.title(rule)

    def target(self, target: Target) -> str:
        """Return for what a rule holds, in words."""
        return self.say(rules.TARGETS[target.kind], term=shorten(getattr(target.term, "value", "")))

    def asks(self, rule: Rule) -> list[str]:
        """Return what a rule asks, in sentences."""
        return [*rule.asks, *([self.say(rules.BY_QUERY)] if rule.by_query else [])]

    def severity(self, rule: Rule) -> str:
        """Return how bad it is to break a rule."""
        from partnerkg.validate.sentences import SEVERITIES

        return self.say(SEVERITIES[rule.severity])

    @cached_property
    def relations(self) -> Relations:
        return relations(self.ontology)

    def svg(self) -> str:
        """Return the diagram."""
        found = self.relations
        said = self.say(
            words.DIAGRAM_DESCRIPTION, boxes=len(found.boxes), links=sum(map(len, found.links.values()))
        )
        return diagram.svg(found, lambda iri: self.link(iri).name, self.say(words.DIAGRAM_TITLE), said)

    def statements(self) -> Iterator[tuple[Link, Link, Link]]:
        """Yield what the diagram says: class, property, class."""
        for (start, end), properties in self.relations.links.items():
            for property_ in properties:
                yield self.link(start), self.link(property_), self.link(end)

    def foreign(self) -> list[tuple[Link, int]]:
        """Return the terms of other vocabularies with how often each is used."""
        return [
            (self.link(iri), self.usage.get(iri, 0)) for iri in sorted(self.ontology.foreign(), key=shorten)
        ]

    def namespaces(self) -> tuple[str, str]:
        """Return the prefix of the ontology and its namespace."""
        return "pk", prefixes()["pk"]
