"""All that pages show of a graph, read once."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode

from partnerkg.namespaces import prefixes
from partnerkg.pipeline.site import addresses
from partnerkg.pipeline.site.evidence import Evidence
from partnerkg.pipeline.site.headings import Headings
from partnerkg.pipeline.site.index import Index
from partnerkg.pipeline.site.names import Names
from partnerkg.pipeline.site.terms import ORG, PK, RDF, RDFS, SKOS
from partnerkg.store.base import EVIDENCE, GRAPHS, ONTOLOGY, REFERENCE
from partnerkg.store.sameness import alike

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkg.completeness import Cell, Completeness, Score
    from partnerkg.model.terms import Term
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site.checked import Checked
    from partnerkg.pipeline.site.entry import Choice, Entry
    from partnerkg.query.results import Solutions

    Triple = tuple[NamedNode, NamedNode, Term]


class Whole:
    """What claims say (`said`), what else is known (`known`: terms, evidence), and who says what."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.said, self.known = Index(), Index()
        self.claims: dict[Triple, list[NamedNode]] = {}
        self.facts: dict[NamedNode, list[Triple]] = {}
        self.entries: Sequence[Entry] | None = None  # until they are asked for
        self.offers: dict[tuple[str, str, str], list[Choice]] = {}
        self.meant: dict[tuple[str | None, ...], Term | None] = {}
        self.usual: dict[str, dict[str, str]] = {}
        self.rows: dict[tuple[str, tuple[tuple[str, str], ...]], Solutions] = {}  # of the last answer
        self.listed: dict[tuple[str, tuple[tuple[str, str], ...]], Solutions] = {}  # of the last page
        self.numbers: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}  # of rows
        self.ranks: dict[str, tuple[Mapping[str, int], bool]] = {}
        self.cells: Mapping[str, Cell] = {}
        self._above: dict[NamedNode, set[NamedNode]] = {}
        self._classes: dict[NamedNode, Sequence[NamedNode]] = {}
        self._names: dict[str, Names] = {}
        self._scores: Mapping[str, Score] | None = None
        self._read(opened)
        self.evidence = Evidence(self.known)
        self.headings = Headings()
        self.addresses = addresses.Addresses(addresses.shown(self.said, self.known, self.facts))

    def _read(self, opened: Opened) -> None:
        aside = {prefixes()["graph"] + name for room in (ONTOLOGY, EVIDENCE) for name in GRAPHS[room]}
        seen: set[Triple] = set()
        same: dict[Term, Term] = {}
        for quad in map(alike, opened.store.everything()):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            triple = same.setdefault(subject, subject), quad.predicate, same.setdefault(value, value)
            graph = quad.graph_name
            if isinstance(graph, NamedNode) and graph.value in aside:
                self._add(self.known, triple, seen)  # type: ignore[arg-type]
                continue
            self._add(self.said, triple, seen)  # type: ignore[arg-type]
            if not isinstance(graph, DefaultGraph) and isinstance(graph, NamedNode):
                self.claims.setdefault(triple, []).append(graph)  # type: ignore[arg-type]
                self.facts.setdefault(graph, []).append(triple)  # type: ignore[arg-type]
        for index in (self.said, self.known):
            index.settle()
        for claims in self.claims.values():
            claims.sort(key=str)
        self.facts = dict(sorted(self.facts.items(), key=lambda item: item[0].value))

    @staticmethod
    def _add(index: Index, triple: Triple, seen: set[Triple]) -> None:
        if triple not in seen:
            seen.add(triple)
            index.add(*triple)

    def names(self, language: str) -> Names:
        """Return the names in a language."""
        if language not in self._names:
            self._names[language] = Names(language, self.said, self.known)
        return self._names[language]

    @cached_property
    def reference(self) -> frozenset[NamedNode]:
        """Return the graphs of reference data."""
        return frozenset(NamedNode(prefixes()["graph"] + name) for name in GRAPHS[REFERENCE])

    def above(self, class_: NamedNode) -> set[NamedNode]:
        """Return a class and those above it."""
        if class_ not in self._above:
            found, waiting = {class_}, [class_]
            while waiting:
                one = waiting.pop()
                for index in (self.known, self.said):  # files of others have classes of their own
                    upper = [class_ for class_ in index.links(one, RDFS.subClassOf) if class_ not in found]
                    found.update(upper)
                    waiting += upper
            self._above[class_] = found
        return self._above[class_]

    def classes(self, thing: NamedNode) -> Sequence[NamedNode]:
        """Return the classes that are said of a thing, those of which another is a kind left out."""
        if thing not in self._classes:
            self._classes[thing] = self._finest(thing)
        return self._classes[thing]

    def _finest(self, thing: NamedNode) -> Sequence[NamedNode]:
        own = list(dict.fromkeys([*self.said.links(thing, RDF.type), *self.known.links(thing, RDF.type)]))
        return [one for one in own if not any(one != other and one in self.above(other) for other in own)]

    def is_a(self, thing: NamedNode, class_: NamedNode) -> bool:
        """Return whether a thing is of a class or of one below it."""
        return any(class_ in self.above(one) for one in self.classes(thing))

    @cached_property
    def organizations(self) -> Sequence[NamedNode]:
        """Return the organisations that pages speak of, by IRI; those of reference data alone are none."""
        return sorted(
            (
                subject
                for subject in self.said.subjects()
                if self.is_a(subject, ORG.Organization) and not self._given(subject)
            ),
            key=str,
        )

    def facts_about(self, thing: NamedNode) -> Iterator[Triple]:
        """Yield what is said of a thing, its names first, then what leads to it."""
        row = self.said.about(thing)
        for property_ in sorted(row, key=lambda one: (one != SKOS.prefLabel, one.value)):
            yield from ((thing, property_, value) for value in row[property_])
        for subject, property_ in self.said.into(thing):
            yield subject, property_, thing

    def _given(self, thing: NamedNode) -> bool:
        """Return whether only reference data say what a thing is."""
        graphs = {
            graph
            for kind in self.said.links(thing, RDF.type)
            for graph in self.claims.get((thing, RDF.type, kind), ())
        }
        return bool(graphs) and graphs <= self.reference

    @cached_property
    def sources(self) -> Sequence[NamedNode]:
        """Return the pages: those that were read first, then those that were looked at, by IRI."""
        found = [thing for thing in self.known.subjects() if PK.Source in self.known.links(thing, RDF.type)]
        return sorted(found, key=lambda source: (not self.evidence.texts(source), source.value))

    @cached_property
    def sources_of(self) -> Mapping[NamedNode, set[NamedNode]]:
        """Return the pages that each claim rests on."""
        return {claim: {quote.source for quote in self.evidence.quotes(claim)} for claim in self.facts}

    @cached_property
    def claims_of(self) -> Mapping[NamedNode, list[NamedNode]]:
        """Return the claims that rest on each page."""
        found: dict[NamedNode, list[NamedNode]] = {}
        for claim, sources in self.sources_of.items():
            for source in sources:
                found.setdefault(source, []).append(claim)
        return found

    @cached_property
    def completeness(self) -> Completeness:
        """Return how complete the records are."""
        from partnerkg.completeness import measure

        return measure(self.opened.store)

    @cached_property
    def checked(self) -> Checked:
        """Return what the shapes find."""
        from partnerkg.pipeline.site.checked import checked

        return checked(self.opened)

    @cached_property
    def profiles(self) -> Mapping[str, Mapping[str, object]]:
        """Return each organisation in the words of schema.org, by IRI."""
        from partnerkg.pipeline.site.profile import profiles

        return profiles(self.opened)

    def score(self, thing: NamedNode) -> Score | None:
        """Return how complete the record of a thing is, None for a thing of which nothing is wanted."""
        if self._scores is None:
            self._scores = self.completeness.each()
        return self._scores.get(thing.value)


def gathered(opened: Opened) -> Whole:
    """Return what the pages show of a graph; MissingFile, BrokenFile and what is wrong with a graph."""
    opened.store.need()
    return Whole(opened)
