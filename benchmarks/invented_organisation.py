"""One invented organisation on the page of one publisher or two, and what else is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.invented_world import (
    ADMS,
    DCT,
    IN_A_NETWORK,
    IN_A_PROGRAMME,
    IN_A_TOWN,
    KINDS,
    OA,
    ON_A_PAGE,
    ORG,
    OWL,
    PK,
    PROV,
    RDF,
    SKOS,
    World,
    node,
    said,
)

CLASSES = ("Bookshop", "Library", "School", "Association", "MediaOutlet", "PublicBody")
CATEGORIES = (
    *("independent-bookshops", "libraries", "schools", "companions-in-our-actions", "media"),
    "institutional",
)
ACTIVITIES = ("book-loan", "book-purchase", "reading-meeting")


class Organisation:
    """The organisation of a number, of the class of another number."""

    def __init__(self, number: int, kind: int, world: World) -> None:
        self.number = number
        self.kind = kind
        self.world = world
        self.name = f"organisation-{number}"
        self.subject = node("organization", self.name)

    def quads(self) -> Iterator[Quad]:
        """Yield all that is said of it, and what says so."""
        page = self.number // ON_A_PAGE
        first, second = (self.world.publishers[place] for place in (page, page - 1 if page else 1))
        for publisher in (first, second) if self.number % 5 == 0 else (first,):
            claim = node("claim", f"{_name(publisher)}/{self.name}")
            yield from self._partner(publisher, claim)
            yield from self._evidence(publisher, claim, named=publisher == first)
        yield from self._site(claim)
        if self.number % 4 == 0:
            yield from self._member(claim)
        if self.number % 10 == 0:
            yield from self._supported(first, claim)
        if self.number % ON_A_PAGE == 0:
            yield from self._group(first, claim)
        if self.number % 50 == 0:
            yield from self._odd(claim)

    def _partner(self, publisher: NamedNode, claim: NamedNode) -> Iterator[Quad]:
        collaboration = node("collaboration", f"{_name(publisher)}-{self.name}")
        yield Quad(self.subject, RDF.type, PK[CLASSES[self.kind]], claim)
        yield Quad(self.subject, SKOS.prefLabel, said(f"Organisation {self.number}"), claim)
        yield Quad(publisher, PK.hasPartner, self.subject, claim)
        yield Quad(collaboration, RDF.type, PK.Collaboration, claim)
        yield Quad(collaboration, PK.declaredBy, publisher, claim)
        yield Quad(collaboration, PK.partner, self.subject, claim)
        yield Quad(collaboration, PK.listedUnder, node("category", CATEGORIES[self.kind]), claim)
        if self.number % 3 == 0:
            activity = ACTIVITIES[self.number % 9 // 3]
            direction = "to-partner" if self.number % 2 else "from-partner"
            yield Quad(collaboration, PK.activityKind, node("activity", activity), claim)
            yield Quad(collaboration, PK.contributionDirection, node("direction", direction), claim)
        number = self.number // IN_A_PROGRAMME
        if self.number % 7 == 0:
            yield Quad(collaboration, PK.withinProgramme, self.world.programmes[number], claim)
        if self.number % 35 == 0:
            yield Quad(collaboration, PK.concerns, self.world.prizes[number], claim)

    def _site(self, claim: NamedNode) -> Iterator[Quad]:
        site = node("site", self.name)
        commune = self.world.communes[self.number // IN_A_TOWN]
        yield Quad(self.subject, ORG.classification, node("kind", KINDS[self.kind]), claim)
        yield Quad(self.subject, ORG.hasSite, site, claim)
        yield Quad(site, RDF.type, ORG.Site, claim)
        yield Quad(site, PK.commune, commune, claim)

    def _member(self, claim: NamedNode) -> Iterator[Quad]:
        network = self.world.networks[self.number // IN_A_NETWORK]
        membership = node("membership", f"{self.name}-{_name(network)}")
        yield Quad(self.subject, ORG.memberOf, network, claim)
        yield Quad(membership, RDF.type, ORG.Membership, claim)
        yield Quad(membership, ORG.member, self.subject, claim)
        yield Quad(membership, ORG.organization, network, claim)

    def _supported(self, supporter: NamedNode, claim: NamedNode) -> Iterator[Quad]:
        support = node("support", f"{self.name}-supported")
        yield Quad(self.subject, PK.supportedBy, supporter, claim)
        yield Quad(support, RDF.type, PK.Support, claim)
        yield Quad(support, PK.supporter, supporter, claim)
        yield Quad(support, PK.beneficiary, self.subject, claim)

    def _group(self, publisher: NamedNode, claim: NamedNode) -> Iterator[Quad]:
        """Yield a group of its kind in its town."""
        group = node("group", f"group-{self.number}")
        yield Quad(group, RDF.type, PK.OrganisationGroup, claim)
        yield Quad(group, SKOS.prefLabel, said(f"Groupe {self.number}"), claim)
        yield Quad(group, PK.memberKind, node("kind", KINDS[self.kind]), claim)
        yield Quad(group, PK.territory, self.world.communes[self.number // IN_A_TOWN], claim)
        yield Quad(publisher, PK.hasPartnerGroup, group, claim)

    def _odd(self, claim: NamedNode) -> Iterator[Quad]:
        """Yield what few have: a name that is none, a namesake, an identifier, an earlier IRI."""
        other, identifier = (
            node("organization", f"{self.name}-too"),
            node("identifier", f"siret-{self.number}"),
        )
        earlier = node("organization", f"earlier-{self.number}")
        yield Quad(self.subject, PK.nameStatus, node("name-status", "descriptive"), claim)
        yield Quad(self.subject, PK.identityCandidate, other, claim)
        yield Quad(other, RDF.type, PK.Association, claim)
        yield Quad(other, SKOS.prefLabel, said(f"ORGANISATION {self.number}"), claim)
        yield Quad(self.subject, ADMS.identifier, identifier, claim)
        yield Quad(identifier, PK.identifierScheme, node("identifier-scheme", "siret"), claim)
        yield Quad(identifier, SKOS.notation, Literal(f"{self.number:014}"), claim)
        yield Quad(earlier, OWL.deprecated, Literal(True), claim)
        yield Quad(earlier, DCT.isReplacedBy, self.subject, claim)

    def _evidence(self, publisher: NamedNode, claim: NamedNode, named: bool) -> Iterator[Quad]:
        described, name = node("graph", "provenance"), f"{_name(publisher)}-{self.name}"
        evidence, passage, mention = (node(kind, name) for kind in ("evidence", "passage", "mention"))
        position, words = node("selector", f"{name}-position"), node("selector", f"{name}-quote")
        start = (self.number % ON_A_PAGE + (0 if named else ON_A_PAGE)) * 20
        written = f"Organisation {self.number}" if named else f"organisation n° {self.number}"
        status = "layout" if self.number % 8 == 0 else "stated"
        yield Quad(claim, RDF.type, PK.Claim, described)
        yield Quad(claim, PK.claimStatus, node("status", status), described)
        yield Quad(claim, PK.evidence, evidence, described)
        yield Quad(claim, PROV.wasAttributedTo, publisher, described)
        yield Quad(evidence, PK.passage, passage, described)
        yield Quad(passage, OA.hasSource, node("capture", _name(publisher)), described)
        yield Quad(passage, OA.hasSelector, position, described)
        yield Quad(passage, OA.hasSelector, words, described)
        yield Quad(position, OA.start, Literal(start), described)
        yield Quad(position, OA.end, Literal(start + len(written)), described)
        yield Quad(words, RDF.type, OA.TextQuoteSelector, described)
        yield Quad(words, OA.exact, Literal(written), described)
        yield Quad(mention, OA.hasBody, self.subject, described)
        yield Quad(mention, OA.hasTarget, passage, described)


def _name(thing: NamedNode) -> str:
    return thing.value.rsplit("/")[-1]
