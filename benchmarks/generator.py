"""Invented partner graphs of any size, in the form of the real one: claims, evidence, places."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Triple

    Term = NamedNode | BlankNode | Literal | Triple

RDF, ORG, PK, SKOS, OA, IGEO, PROV, SCHEMA, XSD = (
    namespace(prefix) for prefix in ("rdf", "org", "pk", "skos", "oa", "igeo", "prov", "schema", "xsd")
)
CLASSES = ("Bookshop", "Library", "School", "Association", "MediaOutlet")
CATEGORIES = ("independent-bookshops", "libraries", "schools", "companions-in-our-actions", "media")
KINDS = ("independent-bookshop", "public-library", "lycee", "association", "magazine")
ACTIVITIES = ("book-loan", "book-purchase", "reading-meeting")
STATEMENTS = 30  # about so many an organisation
COMMUNES, DEPARTMENTS = 1000, 20


def _node(prefix: str, name: str) -> NamedNode:
    return namespace(prefix)[name]


def quads(statements: int, seed: int = 1) -> Iterator[Quad]:
    """Yield about so many quads: organisations with name, site, partner, network, and what says so.

    Every fifth organisation is named by a second page too, which says its kind and name again.
    """
    chance = random.Random(seed)  # invented data, the same at every run
    count = max(statements // STATEMENTS, 1)
    world = _World(count)
    yield from world.quads()
    for number in range(count):
        yield from _Organisation(number, chance, world).quads()


class _World:
    """What organisations refer to: publishers with their pages, networks, programmes, towns."""

    def __init__(self, count: int) -> None:
        self.characters = (count + 1) * 20  # of a page: each organisation has its own twenty
        self.publishers = [_node("organization", f"publisher-{n}") for n in range(max(count // 200, 2))]
        self.networks = [_node("organization", f"network-{n}") for n in range(max(count // 500, 1))]
        self.programmes = [_node("programme", f"programme-{n}") for n in range(max(count // 1000, 1))]
        self.communes = [_node("place", f"commune-{n:05}") for n in range(min(COMMUNES, count // 5 + 1))]

    def quads(self) -> Iterator[Quad]:
        described = _node("graph", "provenance")
        for class_, things in (
            ("Association", self.publishers),
            ("Network", self.networks),
            ("Programme", self.programmes),
        ):
            for thing in things:
                name = thing.value.rsplit("/")[-1]
                claim = _node("claim", f"{name}/{name}")
                yield Quad(thing, RDF.type, PK[class_], claim)
                yield Quad(thing, SKOS.prefLabel, Literal(name, language="fr"), claim)
                yield Quad(claim, RDF.type, PK.Claim, described)
                yield Quad(claim, PK.claimStatus, _node("status", "stated"), described)
                yield from self._page(name, described)
        for network in self.networks:
            name = network.value.rsplit("/")[-1]
            claim = _node("claim", f"{name}/{name}")
            yield Quad(network, PK.upholdsValue, _node("value", "quality-of-the-book"), claim)
            yield Quad(network, PK.existsSince, Literal("1998", datatype=XSD.gYear), claim)
        yield from self._places()

    def _page(self, name: str, described: NamedNode) -> Iterator[Quad]:
        capture, source = _node("capture", name), _node("source", name)
        address = Literal(f"https://{name}.example/", datatype=XSD.anyURI)
        yield Quad(capture, RDF.type, PK.Capture, described)
        yield Quad(capture, PK.captureOf, source, described)
        yield Quad(capture, PK.characterCount, Literal(self.characters), described)
        yield Quad(source, RDF.type, PK.Source, described)
        yield Quad(source, SCHEMA.url, address, described)

    def _places(self) -> Iterator[Quad]:
        here = _node("graph", "reference")
        for number in range(DEPARTMENTS):
            department = _node("place", f"departement-{number:02}")
            yield Quad(department, RDF.type, PK.Place, here)
            yield Quad(department, RDF.type, IGEO.Departement, here)
            yield Quad(department, SKOS.prefLabel, Literal(f"Département {number}", language="fr"), here)
        for number, commune in enumerate(self.communes):
            yield Quad(commune, RDF.type, PK.Place, here)
            yield Quad(commune, RDF.type, IGEO.Commune, here)
            yield Quad(commune, SKOS.prefLabel, Literal(f"Commune {number}", language="fr"), here)
            yield Quad(commune, IGEO.codeINSEE, Literal(f"{number:05}"), here)
            yield Quad(commune, PK.population, Literal(100 + number * 37), here)
            department = _node("place", f"departement-{number % DEPARTMENTS:02}")
            yield Quad(commune, IGEO.subdivisionDe, department, here)


class _Organisation:
    """One organisation on the page of one publisher or two, and what else is said of it."""

    def __init__(self, number: int, chance: random.Random, world: _World) -> None:
        self.number = number
        self.chance = chance
        self.world = world
        self.kind = chance.randrange(len(CLASSES))
        self.name = f"organisation-{number}"
        self.subject = _node("organization", self.name)

    def quads(self) -> Iterator[Quad]:
        publishers = self.chance.sample(self.world.publishers, 2 if self.number % 5 == 0 else 1)
        for publisher in publishers:
            page = publisher.value.rsplit("/")[-1]
            claim = _node("claim", f"{page}/{self.name}")
            yield from self._partner(publisher, page, claim)
            yield from self._evidence(publisher, page, claim)
        yield from self._site(claim)
        if self.number % 4 == 0:
            yield from self._member(claim)
        if self.number % 10 == 0:
            yield from self._supported(publishers[0], claim)

    def _partner(self, publisher: NamedNode, page: str, claim: NamedNode) -> Iterator[Quad]:
        collaboration = _node("collaboration", f"{page}-{self.name}")
        yield Quad(self.subject, RDF.type, PK[CLASSES[self.kind]], claim)
        yield Quad(self.subject, SKOS.prefLabel, Literal(f"Organisation {self.number}", language="fr"), claim)
        yield Quad(publisher, PK.hasPartner, self.subject, claim)
        yield Quad(collaboration, RDF.type, PK.Collaboration, claim)
        yield Quad(collaboration, PK.declaredBy, publisher, claim)
        yield Quad(collaboration, PK.partner, self.subject, claim)
        yield Quad(collaboration, PK.listedUnder, _node("category", CATEGORIES[self.kind]), claim)
        if self.number % 3 == 0:
            yield Quad(
                collaboration, PK.activityKind, _node("activity", ACTIVITIES[self.number % 9 // 3]), claim
            )
            yield Quad(collaboration, PK.contributionDirection, _node("direction", "from-partner"), claim)
        if self.number % 7 == 0:
            programme = self.chance.choice(self.world.programmes)
            yield Quad(collaboration, PK.withinProgramme, programme, claim)

    def _site(self, claim: NamedNode) -> Iterator[Quad]:
        site = _node("site", self.name)
        yield Quad(self.subject, ORG.classification, _node("kind", KINDS[self.kind]), claim)
        yield Quad(self.subject, ORG.hasSite, site, claim)
        yield Quad(site, RDF.type, ORG.Site, claim)
        yield Quad(site, PK.commune, self.chance.choice(self.world.communes), claim)

    def _member(self, claim: NamedNode) -> Iterator[Quad]:
        network = self.chance.choice(self.world.networks)
        membership = _node("membership", f"{self.name}-{network.value.rsplit('/')[-1]}")
        yield Quad(self.subject, ORG.memberOf, network, claim)
        yield Quad(membership, RDF.type, ORG.Membership, claim)
        yield Quad(membership, ORG.member, self.subject, claim)
        yield Quad(membership, ORG.organization, network, claim)

    def _supported(self, supporter: NamedNode, claim: NamedNode) -> Iterator[Quad]:
        support = _node("support", f"{self.name}-supported")
        yield Quad(self.subject, PK.supportedBy, supporter, claim)
        yield Quad(support, RDF.type, PK.Support, claim)
        yield Quad(support, PK.supporter, supporter, claim)
        yield Quad(support, PK.beneficiary, self.subject, claim)

    def _evidence(self, publisher: NamedNode, page: str, claim: NamedNode) -> Iterator[Quad]:
        described, name = _node("graph", "provenance"), f"{page}-{self.name}"
        evidence, passage = _node("evidence", name), _node("passage", name)
        position, words = _node("selector", f"{name}-position"), _node("selector", f"{name}-quote")
        yield Quad(claim, RDF.type, PK.Claim, described)
        yield Quad(
            claim, PK.claimStatus, _node("status", "layout" if self.number % 8 == 0 else "stated"), described
        )
        yield Quad(claim, PK.evidence, evidence, described)
        yield Quad(claim, PROV.wasAttributedTo, publisher, described)
        yield Quad(evidence, PK.passage, passage, described)
        yield Quad(passage, OA.hasSource, _node("capture", page), described)
        yield Quad(passage, OA.hasSelector, position, described)
        yield Quad(passage, OA.hasSelector, words, described)
        yield Quad(position, OA.start, Literal(self.number * 20), described)
        yield Quad(position, OA.end, Literal(self.number * 20 + 12), described)
        yield Quad(words, RDF.type, OA.TextQuoteSelector, described)
        yield Quad(words, OA.exact, Literal(f"Organisation {self.number}"), described)


def write(path: Path, statements: int) -> Path:
    """Write the graph as N-Quads and return the path."""
    serialize(quads(statements), str(path), format=RdfFormat.N_QUADS)
    return path


def faulty(statements: Iterable[Quad], every: int = 500) -> Iterator[Quad]:
    """Yield the statements, each so-many-th left out, with a wrong value, or with a second one."""
    for number, quad in enumerate(statements, start=1):
        fault = number // every % 3 if number % every == 0 else None
        if fault not in (0, 1):
            yield quad
        if fault in (1, 2):
            yield Quad(quad.subject, quad.predicate, _wrong(quad.object, number), quad.graph_name)


def _wrong(value: Term, number: int) -> NamedNode | Literal:
    """Return another value: a text without language, a number below zero, another thing."""
    if isinstance(value, Literal):
        return Literal(" ") if value.language else Literal(-number)
    return _node("organization", f"nobody-{number}")
