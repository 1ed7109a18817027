"""What invented organisations refer to: publishers with their pages, networks, programmes, prizes, towns."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.namespaces import namespace

RDF, RDFS, ORG, PK, SKOS, OA, IGEO, PROV, SCHEMA, XSD, DCT, OWL, ADMS = (
    namespace(prefix)
    for prefix in (
        *("rdf", "rdfs", "org", "pk", "skos", "oa", "igeo", "prov", "schema", "xsd"),
        *("dct", "owl", "adms"),
    )
)
DEPARTMENTS = 20
ON_A_PAGE, IN_A_NETWORK, IN_A_PROGRAMME, IN_A_TOWN = 200, 500, 1000, 5  # of the organisations, by number
KINDS = ("independent-bookshop", "public-library", "lycee", "association", "magazine", "commune")


def node(prefix: str, name: str) -> NamedNode:
    """Return the thing that a prefixed name stands for."""
    return namespace(prefix)[name]


def said(text: str) -> Literal:
    """Return a text in French."""
    return Literal(text, language="fr")


class World:
    """The things that so many organisations refer to; `characters` are those of a page."""

    def __init__(self, count: int) -> None:
        self.characters = (2 * ON_A_PAGE + 2) * 20  # each organisation that a page names has its own twenty
        pages = max(-(-count // ON_A_PAGE), 2)
        networks, programmes = (-(-count // of) for of in (IN_A_NETWORK, IN_A_PROGRAMME))
        self.publishers = [node("organization", f"publisher-{n}") for n in range(pages)]
        self.networks = [node("organization", f"network-{n}") for n in range(networks)]
        self.programmes = [node("programme", f"programme-{n}") for n in range(programmes)]
        self.festivals = [node("event", f"festival-{n}") for n in range(programmes)]
        self.prizes = [node("prize", f"prize-{n}") for n in range(programmes)]
        self.communes = [node("place", f"commune-{n:05}") for n in range(-(-count // IN_A_TOWN))]

    def quads(self) -> Iterator[Quad]:
        """Yield what is said of them."""
        for class_, things in (
            ("Association", self.publishers),
            ("Network", self.networks),
            ("Programme", self.programmes),
            ("Festival", self.festivals),
            ("Prize", self.prizes),
        ):
            for number, thing in enumerate(things):
                yield from self._named(class_, thing, number)
        for number, publisher in enumerate(self.publishers):
            yield from self._list(publisher, number)
        yield from self._groups()
        yield from self._places()

    def _named(self, class_: str, thing: NamedNode, number: int) -> Iterator[Quad]:
        name, described = thing.value.rsplit("/")[-1], node("graph", "provenance")
        claim = node("claim", f"{name}/{name}")
        yield Quad(thing, RDF.type, PK[class_], claim)
        yield Quad(thing, SKOS.prefLabel, said(name), claim)
        if class_ == "Network":
            count = node("count", f"{name}-members")
            yield Quad(thing, PK.upholdsValue, node("value", "quality-of-the-book"), claim)
            yield Quad(thing, PK.existsSince, Literal("1998", datatype=XSD.gYear), claim)
            yield Quad(thing, PK.memberCount, count, claim)
            yield Quad(count, RDF.type, PK.CountStatement, claim)
            yield Quad(count, PK.lowerBound, Literal(70), claim)
            yield Quad(count, PK.lowerBoundInclusive, Literal(False), claim)
        if class_ in ("Festival", "Prize"):
            yield Quad(thing, PK.organisedBy, self.publishers[number], claim)
        if class_ == "Prize":
            yield Quad(thing, PK.awardedDuring, self.festivals[number], claim)
        yield Quad(claim, RDF.type, PK.Claim, described)
        yield Quad(claim, PK.claimStatus, node("status", "stated"), described)
        yield from self._page(name, described)

    def _page(self, name: str, described: NamedNode) -> Iterator[Quad]:
        capture, source = node("capture", name), node("source", name)
        address = Literal(f"https://{name}.example/", datatype=XSD.anyURI)
        yield Quad(capture, RDF.type, PK.Capture, described)
        yield Quad(capture, PK.captureOf, source, described)
        yield Quad(capture, DCT.date, Literal("2026-11-22", datatype=XSD.date), described)
        yield Quad(capture, PK.characterCount, Literal(self.characters), described)
        yield Quad(source, RDF.type, PK.Source, described)
        yield Quad(source, SCHEMA.url, address, described)

    def _list(self, publisher: NamedNode, number: int) -> Iterator[Quad]:
        page = publisher.value.rsplit("/")[-1]
        claim, list_ = node("claim", f"{page}/{page}"), node("source-list", f"{page}-partners")
        yield Quad(list_, RDF.type, PK.SourceList, claim)
        yield Quad(list_, PK.listSubject, publisher, claim)
        yield Quad(list_, PK.listProperty, PK.hasPartner, claim)
        yield Quad(list_, PK.everyItemRead, Literal(number % 2 == 0), claim)
        yield Quad(list_, DCT.isPartOf, node("capture", page), claim)

    def _groups(self) -> Iterator[Quad]:
        """Yield a group of each kind that is limited to no territory."""
        for kind in KINDS:
            group, claim = node("group", f"all-{kind}"), node("claim", "publisher-1/publisher-1")
            yield Quad(group, RDF.type, PK.OrganisationGroup, claim)
            yield Quad(group, SKOS.prefLabel, said(f"Groupe {kind}"), claim)
            yield Quad(group, PK.memberKind, node("kind", kind), claim)
            yield Quad(self.publishers[1], PK.hasPartnerGroup, group, claim)

    def _places(self) -> Iterator[Quad]:
        here, there = node("graph", "reference"), node("graph", "positions")
        for number in range(DEPARTMENTS):
            department = node("place", f"departement-{number:02}")
            yield Quad(department, RDF.type, PK.Place, here)
            yield Quad(department, RDF.type, IGEO.Departement, here)
            yield Quad(department, SKOS.prefLabel, said(f"Département {number}"), here)
        for number, commune in enumerate(self.communes):
            yield Quad(commune, RDF.type, PK.Place, here)
            yield Quad(commune, RDF.type, IGEO.Commune, here)
            yield Quad(commune, SKOS.prefLabel, said(f"Commune {number}"), here)
            yield Quad(commune, IGEO.codeINSEE, Literal(f"{number:05}"), here)
            yield Quad(commune, PK.population, Literal(100 + number % 1000 * 37), here)
            for axis, degrees in (
                (SCHEMA.latitude, 43 + number % 97 / 12),
                (SCHEMA.longitude, number % 89 / 12),
            ):
                yield Quad(commune, axis, Literal(f"{round(degrees, 3):g}", datatype=XSD.decimal), there)
            department = node("place", f"departement-{number % DEPARTMENTS:02}")
            yield Quad(commune, IGEO.subdivisionDe, department, here)
