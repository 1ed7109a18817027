"""What is shown for a row suffices for it, and nothing of it is superfluous: every question, every row.

The small datasets are made here from scratch: all that is no claim, and some whole claims.
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
from partnerkg.query.run import solve
from partnerkg.sparql import ordering
from partnerkg.sparql.query import Query
from partnerkg.store import embedded
from partnerkg.store.base import GRAPHS, REFERENCE

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
    """The quads of a project, taken apart into claims and the rest."""

    def __init__(self, path):
        self.store = embedded.read(path)
        self.store.need()
        self.questions = catalogue(path)
        self.claims = {}
        self.rest = []
        named = {row[0] for row in self.store.select("SELECT DISTINCT ?c { ?c a pk:Claim }")} - GIVEN
        for quad in self.store.everything():
            if quad.graph_name in named:
                self.claims.setdefault(quad.graph_name.value, []).append(quad)
            else:
                self.rest.append(quad)
        self.small = Oxigraph()
        self.small.extend(self.rest)
        self.asked = {}

    def rows(self, question, terms, columns, claims):
        """Return the rows that a question finds with these claims alone."""
        key = (question.name, str(terms), claims)
        if key not in self.asked:
            added = [quad for claim in claims for quad in self.claims[claim]]
            self.small.extend(added)
            answer = self.small.query(
                question.text,
                prefixes=prefixes(),
                substitutions=terms or None,
                use_default_graph_as_union=True,
            )
            names = [variable.value for variable in answer.variables]
            found = ordering.of(Query(question.text)).sorted(names, map(tuple, answer), ordering.for_people)
            self.asked[key] = set(joined(names, found, question.joined, columns))
            for quad in added:
                self.small.remove(quad)
        return self.asked[key]


@cache
def dataset(path):
    return Dataset(path)


@cache
def proved(path, name, values):
    """Return each row that a question proves: the row, what proves it, and how to ask for it again."""
    data = dataset(path)
    question = data.questions[name]
    terms = bind(question, data.store, dict(values))
    answer = solve(question, data.store, dict(values))

    def again(claims):
        return data.rows(question, terms, answer.columns, frozenset(claims))

    return [(row, proven, again) for row, proven in zip(answer, answer.proofs, strict=True)]


PROJECTS = [(None, *case) for case in CASES] + [(str(WORLD), *case) for case in INVENTED]
IDS = [
    f"{'world' if path else 'shipped'}-{'-'.join((name, *values.values()))}"
    for path, name, values in PROJECTS
]
projects = pytest.mark.parametrize(("path", "name", "values"), PROJECTS, ids=IDS)


@projects
def test_what_is_shown_suffices(path, name, values):
    for row, proven, again in proved(path, name, tuple(values.items())):
        if not proven.ways:
            assert proven.counts or proven.denies, row
            continue
        shown = {proof.claim for proof in proven.proofs}
        assert row in again(shown), row
        for way in proven.ways:
            assert row in again({min(need) for need in way}), row
            assert row in again({max(need) for need in way}), row


@projects
def test_nothing_shown_is_superfluous(path, name, values):
    for row, proven, again in proved(path, name, tuple(values.items())):
        shown = {proof.claim for proof in proven.proofs}
        needed = {claim for way in proven.ways for need in way for claim in need}
        assert shown == needed or (proven.counts and not proven.ways), row  # beside a count of many
        for claim in shown:
            fewer = shown - {claim}
            assert row not in again(fewer) or says_the_same(claim, proven), (row, claim)


def says_the_same(claim, proven):
    """Return whether other claims that are shown say the same, in its place or in another way."""
    in_its_place = any(len(need) > 1 for way in proven.ways for need in way if claim in need)
    return in_its_place or any(frozenset({claim}) not in way for way in proven.ways)
