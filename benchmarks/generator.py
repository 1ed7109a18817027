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

RDF, ORG, PK, SKOS, OA = (namespace(prefix) for prefix in ("rdf", "org", "pk", "skos", "oa"))
CLASSES = ("Bookshop", "Library", "School", "Association", "MediaOutlet")
CATEGORIES = ("independent-bookshops", "libraries", "schools", "companions-in-our-actions", "media")
STATEMENTS = 20  # about so many an organisation


def _node(prefix: str, name: str) -> NamedNode:
    return namespace(prefix)[name]


def quads(statements: int, seed: int = 1) -> Iterator[Quad]:
    """Yield about so many quads: organisations with name, site, partner, network, and what says so."""
    chance = random.Random(seed)  # invented data, the same at every run
    count = max(statements // STATEMENTS, 1)
    publishers = [_node("organization", f"publisher-{number}") for number in range(max(count // 200, 2))]
    networks = [_node("organization", f"network-{number}") for number in range(max(count // 500, 1))]
    for thing, class_ in [
        *((one, PK.Association) for one in publishers),
        *((one, PK.Network) for one in networks),
    ]:
        name = thing.value.rsplit("/")[-1]
        claim = _node("claim", f"page/{name}")
        yield Quad(thing, RDF.type, class_, claim)
        yield Quad(thing, SKOS.prefLabel, Literal(name, language="fr"), claim)
        yield Quad(claim, RDF.type, PK.Claim, _node("graph", "provenance"))
    for number in range(count):
        yield from _organisation(number, chance, publishers, networks)


def _organisation(
    number: int, chance: random.Random, publishers: list[NamedNode], networks: list[NamedNode]
) -> Iterator[Quad]:
    name = f"organisation-{number}"
    kind = chance.randrange(len(CLASSES))
    subject, site = _node("organization", name), _node("site", name)
    publisher, collaboration = chance.choice(publishers), _node("collaboration", f"publisher-{name}")
    claim, evidence, passage = _node("claim", f"page/{name}"), _node("evidence", name), _node("passage", name)
    position, words = _node("selector", f"{name}-position"), _node("selector", f"{name}-quote")
    described = _node("graph", "provenance")
    yield Quad(subject, RDF.type, PK[CLASSES[kind]], claim)
    yield Quad(subject, SKOS.prefLabel, Literal(f"Organisation {number}", language="fr"), claim)
    yield Quad(subject, ORG.hasSite, site, claim)
    yield Quad(site, PK.commune, _node("place", f"commune-{chance.randrange(1000):05}"), claim)
    yield Quad(publisher, PK.hasPartner, subject, claim)
    yield Quad(collaboration, RDF.type, PK.Collaboration, claim)
    yield Quad(collaboration, PK.declaredBy, publisher, claim)
    yield Quad(collaboration, PK.partner, subject, claim)
    yield Quad(collaboration, PK.listedUnder, _node("category", CATEGORIES[kind]), claim)
    if number % 4 == 0:
        yield Quad(subject, ORG.memberOf, chance.choice(networks), claim)
    yield Quad(claim, RDF.type, PK.Claim, described)
    yield Quad(claim, PK.claimStatus, _node("status", "stated"), described)
    yield Quad(claim, PK.evidence, evidence, described)
    yield Quad(evidence, PK.passage, passage, described)
    yield Quad(passage, OA.hasSource, _node("capture", "page"), described)
    yield Quad(passage, OA.hasSelector, position, described)
    yield Quad(passage, OA.hasSelector, words, described)
    yield Quad(position, OA.start, Literal(number * 20), described)
    yield Quad(position, OA.end, Literal(number * 20 + 12), described)
    yield Quad(words, OA.exact, Literal(f"Organisation {number}"), described)


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
