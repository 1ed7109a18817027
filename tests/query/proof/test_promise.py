"""What is shown for a row suffices for it, and nothing of it is superfluous: every question, every row.

The small datasets are made here from scratch: all that is no claim and tells of no words, some whole claims,
and some places with their words. Of a row that counts more than anybody reads, or that a count only chose, it is
what it says beside the count that is proved.
"""

from __future__ import annotations

from functools import cache

import pytest
from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph
from tests.conftest import WORLD
from tests.query.test_questions import CASES

from partnerkg.namespaces import expand, prefixes
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue
from partnerkg.query.joined import joined
from partnerkg.query.run import ask, solve
from partnerkg.sparql import ordering
from partnerkg.sparql.query import Query
from partnerkg.sparql.uncounted import uncounted
from partnerkg.store import embedded
from partnerkg.store.base import GRAPHS, REFERENCE

WORDS = {
    NamedNode(expand(name))
    for name in (
        *("pk:passage", "pk:headingPassage", "pk:seenOn"),
        *("oa:hasBody", "oa:hasTarget", "oa:hasSource", "oa:hasSelector"),
    )
}
EVIDENCE = NamedNode(expand("pk:evidence"))
GIVEN = {NamedNode(expand(f"graph:{name}")) for name in GRAPHS[REFERENCE]}
INVENTED = [
    ("network_members", {"network": "libraires-d-ombre"}),
    ("organization_connections", {"organization": "la-plume-rivebois"}),
    ("organization_statements", {"organization": "la-plume-rivebois"}),
    ("publisher_partners", {"publisher": "lire-en-ombre"}),
    ("partner_without_activity", {"publisher": "lire-en-ombre"}),
    ("organization_shared_partners", {"organization": "lire-en-ombre", "place": "Rivebois"}),
    ("supporter_beneficiaries", {"supporter": "agence-du-livre-d-ombre"}),
    ("class_property_things", {"class": "pk:Bookshop", "property": "org:memberOf"}),
    ("class_things", {"class": "pk:Bookshop"}),
    ("place_kind_partners", {"commune": "Rivebois", "kind": "pk:Bookshop"}),
    ("term_uses", {"term": "org:memberOf"}),
    ("statement_sources", {}),
    ("claim_interpretations", {}),
    ("town_organizations", {"town": "Rivebois"}),
    *(
        (name, {})
        for name in catalogue().names()
        if all(given.default or given.optional for given in catalogue()[name].parameters.values())
    ),
]


class Dataset:
    """The quads of a project, taken apart into claims, places with their words, and the rest."""

    def __init__(self, path):
        self.store = embedded.read(path)
        self.store.need()
        self.questions = catalogue(path)
        self.claims = {}
        self.places = {}
        self.below = {}  # the places of a claim, the passages of a place
        self.small = Oxigraph()
        self.asked = {}
        named = {row[0] for row in self.store.select("SELECT DISTINCT ?c { ?c a pk:Claim }")}
        for quad in self.store.everything():
            subject, predicate, value, graph = quad
            if graph in named - GIVEN:
                self.claims.setdefault(graph.value, []).append(quad)
            elif predicate == EVIDENCE:
                self.below.setdefault(subject.value, set()).add(value.value)
                self.places.setdefault(value.value, []).append(quad)
            elif predicate in WORDS:
                self.below.setdefault(subject.value, set()).add(value.value)
                self.places.setdefault(subject.value, []).append(quad)
            else:
                self.small.add(quad)

    def spread(self, parts):
        """Return claims and places with what is below them: all places of a claim, if none of them is named."""
        whole = {part for part in parts if not self.below.get(part, set()) & parts}
        places = parts.union(*(self.below.get(part, ()) for part in whole))
        return places.union(*(self.below.get(place, ()) for place in places - self.claims.keys()))

    def words(self, place):
        """Return the page of a mention or passage, and from where to where its words go; None of what has passages."""
        rows = self.store.select(
            f"SELECT ?page ?start ?end {{ VALUES ?place {{ <{place}> }} ?place oa:hasTarget? ?passage ."
            " ?passage oa:hasSource/pk:captureOf/schema:url ?page ; oa:hasSelector ?where ."
            " ?where oa:start ?start ; oa:end ?end }"
        )
        found = [(page.value, int(start.value), int(end.value)) for page, start, end in rows]
        return found[0] if len(found) == 1 else None

    def rows(self, text, joining, terms, columns, parts):
        """Return the rows that a question finds with these claims and places alone."""
        key = (text, str(terms), parts)
        if key not in self.asked:
            added = [
                quad for part in parts for quad in (*self.claims.get(part, ()), *self.places.get(part, ()))
            ]
            self.small.extend(added)
            answer = self.small.query(
                text, prefixes=prefixes(), substitutions=terms or None, use_default_graph_as_union=True
            )
            names = [variable.value for variable in answer.variables]
            found = list(map(tuple, answer))
            if order := ordering.of(Query(text)):
                found = order.sorted(names, found, ordering.for_people)
            self.asked[key] = set(joined(names, found, joining, columns))
            for quad in added:
                self.small.remove(quad)
        return self.asked[key]


@cache
def dataset(path):
    return Dataset(path)


def proved(path, name, values):
    """Return each row that a question proves: the row, what proves it, and how to ask for it again."""
    data = dataset(path)
    question = data.questions[name]
    terms = bind(question, data.store, dict(values))
    answer = solve(question, data.store, dict(values))

    return cases(data, question.text, question.joined, terms, answer)


def written(pattern):
    """Return the same of what somebody asks of the invented world."""
    data = dataset(str(WORLD))
    text = f"SELECT DISTINCT {pattern}"
    return cases(data, text, {}, {}, ask(text, data.store))


def cases(data, text, joining, terms, answer):
    """Return each row of an answer with what proves it, and how to ask for it again."""

    def case(row, proven):
        asked, columns = text, answer.columns
        if proven.beside:
            asked = uncounted(text)
            columns = [name for name in answer.columns if name in Query(asked).columns]
            row = tuple(term for term, name in zip(row, answer.columns, strict=True) if name in columns)

        def again(parts, without=()):
            kept = data.spread(frozenset(parts)).difference(without)
            return data.rows(asked, joining, terms, columns, kept)

        return row, proven, again

    return [case(row, proven) for row, proven in zip(answer, answer.proofs, strict=True)]


PROJECTS = [(None, *case) for case in CASES] + [(str(WORLD), *case) for case in INVENTED]
IDS = [
    f"{'world' if path else 'shipped'}-{'-'.join((name, *values.values()))}"
    for path, name, values in PROJECTS
]
projects = pytest.mark.parametrize(("path", "name", "values"), PROJECTS, ids=IDS)


@projects
def test_what_is_shown_suffices_and_has_nothing_to_spare(path, name, values):
    rows = proved(path, name, tuple(values.items()))
    suffices(rows)
    has_nothing_to_spare(rows)
    shows_what_is_needed(rows, dataset(path))


# What people ask: parts that need not be there, one of several, paths, questions in questions, counts, absences.
WRITTEN = [
    "?x ?town { ?x a pk:Bookshop OPTIONAL { ?x org:hasSite/pk:commune ?town } }",
    "?x ?n { ?x pk:nameStatus ?s OPTIONAL { ?x org:memberOf ?n OPTIONAL { ?n pk:existsSince ?y } } }",
    "?x { { ?x org:memberOf ?n } UNION { ?x org:hasSite/pk:commune ?place } UNION { ?n pk:supportedBy ?x } }",
    "?x ?y { ?x (pk:hasPartner|^pk:hasPartner)/org:memberOf? ?y }",
    "?x ?y { ?x (pk:hasPartner|org:memberOf)+ ?y }",
    "?x ?y { ?x !(rdf:type|skos:prefLabel) ?y . ?y a pk:Network }",
    "?x { ?x a/rdfs:subClassOf* pk:Bookshop FILTER EXISTS { ?x org:hasSite [ pk:commune ?place ] } }",
    "?x { ?x a pk:Bookshop MINUS { ?x org:memberOf ?n } }",
    "?town { { SELECT ?town { ?x org:hasSite/pk:commune ?town } GROUP BY ?town } }",
    "?town ?n { { SELECT ?town (COUNT(DISTINCT ?x) AS ?n) { ?x org:hasSite/pk:commune ?town } GROUP BY ?town } }",
    "?town (COUNT(DISTINCT ?x) AS ?n) { ?x org:hasSite/pk:commune ?town } GROUP BY ?town",
    "?town { ?x org:hasSite/pk:commune ?town } GROUP BY ?town HAVING (COUNT(?x) > 1)",
    "?town (MIN(STR(?name)) AS ?first) { ?x org:hasSite/pk:commune ?town ; skos:prefLabel ?name } GROUP BY ?town",
    "?x ?large { ?x a pk:Bookshop { SELECT (COUNT(?y) AS ?n) { ?y a pk:Bookshop } } BIND(?n > 1 AS ?large) }",
    "?x { { SELECT ?x { ?x pk:hasPartner ?y } GROUP BY ?x ORDER BY DESC(COUNT(?y)) LIMIT 1 } }",
    "?claim ?words { ?claim pk:evidence/pk:passage/oa:hasSelector/oa:exact ?words }",
    "?x ?words { ?mention oa:hasBody ?x ; oa:hasTarget/oa:hasSelector/oa:exact ?words }",
    "?x ?page { GRAPH ?claim { ?x org:memberOf ?n } ?claim pk:evidence/pk:passage/oa:hasSource ?page }",
]


@pytest.mark.parametrize("pattern", WRITTEN)
def test_what_is_shown_of_a_question_of_anybody_suffices_and_has_nothing_to_spare(pattern):
    rows = written(pattern)
    assert any(proven.ways for _, proven, _ in rows)
    suffices(rows)
    has_nothing_to_spare(rows)
    shows_what_is_needed(rows, dataset(str(WORLD)))


def suffices(rows):
    for row, proven, again in rows:
        if not proven.ways:
            assert proven.counts or proven.denies, row
            assert not proven.proofs, row
            continue
        assert row in again(needed(proven)), row
        for way in proven.ways:
            assert row in again({min(need) for need in way}), row
            assert row in again({max(need) for need in way}), row


def has_nothing_to_spare(rows):
    for row, proven, again in rows:
        parts = needed(proven)
        for part in parts:
            assert row not in again(parts, {part}) or says_the_same(part, proven), (row, part)


def shows_what_is_needed(rows, data):
    """Hold that the words are those of what is needed, each once: a name is not shown again within its proof."""
    for row, proven, _ in rows:
        parts = needed(proven)
        shown = {part for proof in proven.proofs for part in (proof.claim, proof.place)}
        assert all({proof.claim, proof.place} & parts for proof in proven.proofs), row
        for part in parts - shown:
            assert any(stands_in(data.words(part), proof) for proof in proven.proofs), (row, part)
        assert not proven.ways or any(shows(proven.best, way, data) for way in proven.ways), row


def shows(best, way, data):
    """Return whether what is shown first has, of each need of a way, one that will do."""
    shown = {part for proof in best for part in (proof.claim, proof.place)}
    return all(
        need & shown or any(stands_in(data.words(part), proof) for part in need for proof in best)
        for need in way
    )


def needed(proven):
    return {part for way in proven.ways for need in way for part in need}


def says_the_same(part, proven):
    """Return whether others that are shown say the same, in its place or in another way."""
    in_its_place = any(len(need) > 1 for way in proven.ways for need in way if part in need)
    return in_its_place or any(frozenset({part}) not in way for way in proven.ways)


def stands_in(words, proof):
    """Return whether words are those of a proof; what has passages has none of its own."""
    if words is None:
        return False
    page, start, end = words
    return proof.page == page and any(
        one.start <= start and end <= one.end for one in (*proof.passages, *proof.headings)
    )
