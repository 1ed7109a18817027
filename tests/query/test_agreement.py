"""What the answers of the shipped questions owe to each other, and to graphs that hold what ours does not."""

from __future__ import annotations

import pytest
from pyoxigraph import Variable

from partnerkg.namespaces import namespace, prefixes
from partnerkg.query.bind import bind
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import ask, run
from partnerkg.store import embedded

ORGANIZATION = namespace("organization")
GROUP = namespace("group")
PREFIXES = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
PUBLIC_LIBRARY = """graph:x {
    organization:l org:classification kind:municipal-library ; org:hasSite site:l .
    site:l pk:commune place:p .
    place:p pk:population %d .
    group:g pk:memberKind kind:public-library ; pk:communePopulation organization:n .
    organization:n pk:upperBound 10000 ; pk:upperBoundInclusive %s .
}"""


@pytest.fixture(scope="module")
def shipped():
    return embedded.read()


@pytest.fixture
def invented(tmp_path):
    """Return a function that makes a store of a few named triples."""

    def inventing(text):
        path = tmp_path / "invented.trig"
        path.write_text(PREFIXES + text)
        return embedded.read(str(path))

    return inventing


def answer(name, store, **values):
    return run(catalogue()[name], store, **values).records()


def test_every_statement_has_a_source_and_a_licence(shipped):
    rows = answer("statement_sources", shipped)
    assert rows
    assert all(row["page"] and row["licence"] for row in rows)


def test_no_statement_is_missing_from_the_sources(shipped):
    found = {row[:3] for row in run(catalogue()["statement_sources"], shipped).rows}
    data = ask(
        "SELECT DISTINCT ?s ?p ?o { GRAPH ?claim { ?s ?p ?o } GRAPH ?about { ?claim a pk:Claim } }", shipped
    )
    assert found == set(data.rows)


def test_every_status_but_stated_is_an_interpretation(shipped):
    rows = answer("claim_interpretations", shipped)
    statuses = {row["status"].rpartition("/")[2] for row in rows}
    assert statuses == {"curated", "descriptive", "distributed", "external", "interpreted", "layout"}


def test_gaps_are_what_passages_leave(shipped):
    rows = ask(
        """SELECT DISTINCT ?capture ?start ?end {
            ?evidence pk:passage|pk:headingPassage ?passage .
            ?passage oa:hasSource ?capture ; oa:hasSelector ?selector .
            ?selector oa:start ?start ; oa:end ?end }""",
        shipped,
    ).records()
    covered = {(row["capture"], place) for row in rows for place in range(row["start"], row["end"])}
    gaps = answer("source_gaps", shipped)
    left = {(row["capture"], place) for row in gaps for place in range(row["start"], row["end"])}
    for row in answer("source_coverage", shipped):
        capture, of = row["capture"], row["of"]
        everything = {(capture, place) for place in range(of)}
        assert everything - covered == everything & left
        assert row["covered"] == len(everything & covered)
        assert row["gaps"] == sum(gap["capture"] == capture for gap in gaps)


def test_a_number_that_is_not_given_has_its_default(shipped):
    small = answer("place_small_libraries", shipped)
    assert small == answer("place_small_libraries", shipped, below=10000)
    assert {row["population"] < 10000 for row in small} == {True}


def test_partners_with_and_without_activity_are_all_partners(shipped):
    for publisher in ("lis-avec-moi", "coleres-du-present"):
        idle = {row["partner"] for row in answer("partner_without_activity", shipped, publisher=publisher)}
        partners = {row["partner"] for row in answer("publisher_partners", shipped, publisher=publisher)}
        active = ask(
            f"""SELECT DISTINCT ?p {{ ?c pk:declaredBy organization:{publisher} ;
                pk:partner|pk:partnerGroup ?p ; pk:activityKind ?a }}""",
            shipped,
        )
        assert idle == partners - {row["p"] for row in active.records()}


def test_it_finds_what_a_release_has_renamed(invented):
    store = invented(
        """graph:x {
            organization:old owl:deprecated true ; dct:isReplacedBy organization:new .
            organization:gone owl:deprecated true .
            organization:data a dcat:Dataset ; dcat:version "2.0.0" .
        }"""
    )
    assert [tuple(row.values()) for row in answer("release_replacements", store)] == [
        ("2.0.0", ORGANIZATION["gone"].value, None),
        ("2.0.0", ORGANIZATION["old"].value, ORGANIZATION["new"].value),
    ]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ('skos:prefLabel "L’Œuvre au noir"@fr', 'skos:altLabel "l œuvre au Noir"@fr', "prefLabel"),
        ('pk:acronym "CNL"', 'skos:prefLabel "C.N.L."@fr', "prefLabel"),
        ("adms:identifier identifier:i", "adms:identifier identifier:i", "identifier"),
        ("pk:identityCandidate organization:b", 'skos:prefLabel "B"@fr', "identityCandidate"),
        ('skos:prefLabel "!"@fr', 'skos:prefLabel "?"@fr', None),
        ('skos:prefLabel "Le Livre"@fr', 'skos:prefLabel "Le Libre"@fr', None),
    ],
)
def test_it_finds_possible_duplicates_once(invented, one, other, reason):
    store = invented(
        f"graph:x {{ organization:a a pk:Bookshop ; {one} . organization:b a pk:Library ; {other} . }}"
    )
    found = answer("organization_duplicates", store)
    assert [row["reason"].replace("#", "/").rpartition("/")[2] for row in found] == [reason] * bool(reason)


@pytest.mark.parametrize(
    ("population", "included", "covered"),
    [(9999, "false", True), (10000, "false", False), (10000, "true", True), (10001, "true", False)],
)
def test_a_group_of_small_towns_covers_no_library_of_a_large_one(invented, population, included, covered):
    store = invented(PUBLIC_LIBRARY % (population, included))
    question = catalogue()["organization_covering_groups"]
    assert bind(question, store, {"organization": ORGANIZATION["l"]}).keys() == {Variable("organization")}
    found = answer("organization_covering_groups", store, organization=ORGANIZATION["l"])
    assert [row["group"] for row in found] == [GROUP["g"].value] * covered


SHARED = """graph:x {
    organization:p pk:hasPartner organization:m , organization:b . organization:q pk:hasPartner organization:m , organization:b .
    organization:m a pk:MediaOutlet ; org:hasSite site:s . organization:b a pk:Bookshop ; org:hasSite site:s .
    organization:y org:classification kind:youth-bookshop ; org:hasSite site:s . organization:p pk:hasPartner organization:y .
    organization:q pk:hasPartner organization:y . site:s pk:commune place:commune-1 .
    place:commune-1 a pk:Place ; igeo:codeINSEE "1" ; skos:prefLabel "Un"@fr .
}"""


@pytest.mark.parametrize(
    ("kind", "found"), [("magazine", ""), ("bookshop", "by"), ("independent-bookshop", "")]
)
def test_a_class_counts_only_for_the_kind_that_says_the_same(invented, kind, found):
    rows = answer("kind_shared_partners", invented(SHARED), kind=kind, place="Un")
    assert {row["partner"] for row in rows} == {ORGANIZATION[name].value for name in found}
