"""The quotes behind the rows of an answer: the claims that speak of what stands in a row together."""

from __future__ import annotations

from pyoxigraph import NamedNode, Variable

from partnerkg.model import iris
from partnerkg.namespaces import prefixes, shorten
from partnerkg.query import things
from partnerkg.query.labels import BATCH
from partnerkg.query.results import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.results import Plain, Solutions
    from partnerkg.store.base import Store

    Reason = dict[str, Plain]

PARTS = ("claim", "status", "quote", "start", "end", "page")
_MENTIONS = """SELECT DISTINCT ?thing ?claim {
    { VALUES ?thing { %(values)s } GRAPH ?claim { ?thing ?property ?value } }
    UNION
    { VALUES ?thing { %(values)s } GRAPH ?claim { ?subject ?property ?thing } }
    ?claim a pk:Claim
}"""
_STATEMENTS = "SELECT DISTINCT ?s ?p ?o ?claim { GRAPH ?claim { ?s ?p ?o } ?claim a pk:Claim }"
_QUOTES = """SELECT DISTINCT ?claim ?status ?quote ?start ?end ?page {
    VALUES ?claim { %(values)s }
    ?claim pk:claimStatus ?status ; pk:evidence ?evidence .
    {
        ?evidence pk:passage ?passage .
        ?passage oa:hasSource/pk:captureOf/schema:url ?page ; oa:hasSelector ?position , ?words .
        ?position oa:start ?start ; oa:end ?end .
        ?words oa:exact ?quote
    }
    UNION
    { ?evidence pk:seenOn/schema:url ?page }
}"""


def reasons(solutions: Solutions, store: Store, given: Iterable[Term] = ()) -> list[list[Reason]]:
    """Return for each row what proves it: claim, status, quote, start, end and page, in page order.

    `given` are the values that the question was told; they count as part of every row. A place that a claim
    was only seen on has no quote, start and end. A row without IRIs has no reasons.
    """
    told = {term.value for term in given if isinstance(term, NamedNode)}
    rows = [_iris(row) for row in solutions]
    claims = _claims(set().union(told, *rows), store)
    chosen = [_chosen(row, told, claims) for row in rows]
    quotes = _quotes(set().union(*chosen), store)
    return [
        sorted((reason for claim in found for reason in quotes.get(claim, ())), key=_order)
        for found in chosen
    ]


def prove(subject: str, property_: str, value: str, store: Store) -> list[Reason]:
    """Return what proves one statement, in page order; nothing if no claim makes it.

    The subject is a slug, CURIE or IRI, the property a CURIE or IRI, the value any of these or plain text.
    UnknownThing or WrongValue if the subject or the property is none.
    """
    thing = things.find(subject, store)
    known = {Variable("s"): thing, Variable("p"): things.iri(property_, "property")}
    rows = store.select(_STATEMENTS, known)
    claims = {str(plain(row[3])) for row in rows if value in _forms(row[2])}
    quotes = _quotes(claims, store)
    return sorted((reason for claim in claims for reason in quotes.get(claim, ())), key=_order)


def _forms(term: Term | None) -> set[str | None]:
    """Return the ways to write a term: its text, and the slug and CURIE of an IRI."""
    text = str(plain(term))
    return {text, iris.slug(text), shorten(text)} if isinstance(term, NamedNode) else {text}


def _iris(row: Row) -> set[str]:
    return {term.value for term in row if isinstance(term, NamedNode)}


def _claims(things: set[str], store: Store) -> dict[str, set[str]]:
    """Return the claims that mention each thing."""
    found: dict[str, set[str]] = {}
    for thing, claim in _rows(_MENTIONS, things, store):
        found.setdefault(str(plain(thing)), set()).add(str(plain(claim)))
    return found


def _chosen(row: set[str], told: set[str], claims: dict[str, set[str]]) -> set[str]:
    """Return the claims that mention two IRIs of a row, or one if it has no more.

    One of the two must be what the row is about: that another bookshop stands in the same town, or under the
    same heading, proves nothing.
    """
    own = {iri for iri in row if iri.startswith(prefixes()["claim"])}
    if own:
        return own
    about = set(filter(_is_about, row)) or row
    others = (row | told) if len(about) == 1 or about is row else (about | set(filter(_is_about, told)))
    if len(others) == 1:
        return set().union(*(claims.get(iri, ()) for iri in row))
    return {
        claim
        for iri in about
        for claim in claims.get(iri, ())
        if any(claim in claims.get(other, ()) for other in others - {iri})
    }


def _is_about(iri: str) -> bool:
    """Return whether an IRI is that of a thing; a place or a concept is only said of things."""
    places = prefixes()["place"]
    known = (prefixes()[kind] for kind in iris.kinds())
    return not iri.startswith(places) and any(iri.startswith(base) for base in known if "/id/" in base)


def _quotes(claims: set[str], store: Store) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for row in _rows(_QUOTES, claims, store):
        reason = dict(zip(PARTS, map(plain, row), strict=True))
        found.setdefault(str(reason["claim"]), []).append(reason)
    return found


def _rows(query: str, values: set[str], store: Store) -> Iterator[Row]:
    """Yield the rows of a query about many things, a thousand at a time."""
    wanted = sorted(values)
    for start in range(0, len(wanted), BATCH):
        some = " ".join(str(NamedNode(iri)) for iri in wanted[start : start + BATCH])
        yield from store.select(query % {"values": some})


def _order(reason: Reason) -> tuple[tuple[bool, Plain], ...]:
    places = ("page", "start", "end", "claim", "quote", "status")
    return tuple((reason[place] is not None, reason[place]) for place in places)
