"""The words behind the rows of an answer."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import NamedNode

import partnerkg
from partnerkg.errors import NoQuotes
from partnerkg.namespaces import expand
from partnerkg.query import formats
from partnerkg.query.formats import Look
from partnerkg.query.run import ask
from partnerkg.store import embedded


def quotes(store, text):
    """Return for each row of a query the words that prove it."""
    return [[proof.quote for proof in proven.proofs] for proven in ask(text, store).proofs]


def test_it_finds_the_words_that_say_a_triple(store):
    text = "SELECT ?member { ?member org:memberOf organization:libraires-d-ombre }"
    assert quotes(store, text) == [["La Plume is a member"]]


def test_it_takes_no_words_that_say_something_else_of_the_same_things(store):
    text = "SELECT ?place { organization:la-plume-rivebois org:hasSite/pk:commune ?place }"
    assert {quote for row in quotes(store, text) for quote in row} == {"La Plume (Rivebois)"}


def test_it_finds_the_claim_that_a_row_names(store):
    text = "SELECT ?claim { GRAPH ?claim { ?x org:memberOf organization:libraires-d-ombre } }"
    (proven,) = ask(text, store).proofs
    assert {proof.claim for proof in proven.proofs} == {expand("claim:lire-en-ombre/la-plume-member")}


def test_it_says_where_the_words_stand_and_how_they_were_read(store):
    (proven,) = ask("SELECT ?m { ?m org:memberOf organization:libraires-d-ombre }", store).proofs
    (proof,) = proven.proofs
    assert [(passage.start, passage.end) for passage in proof.passages] == [(228, 248)]
    assert (proof.page, proof.status) == ("https://example.org/lire-en-ombre", expand("status:stated"))


@pytest.mark.parametrize(
    "pattern",
    [
        "?x (org:memberOf) organization:libraires-d-ombre",
        "organization:libraires-d-ombre ^org:memberOf ?x",
        "?x pk:nothing|org:memberOf organization:libraires-d-ombre",
        "?x org:memberOf/^org:memberOf/org:memberOf organization:libraires-d-ombre",
        "?x org:memberOf+ organization:libraires-d-ombre",
        "?x !(rdf:type|org:hasSite) organization:libraires-d-ombre . ?x org:memberOf ?y",
        "?x ?p organization:libraires-d-ombre ; a pk:Bookshop FILTER(?p = org:memberOf)",
        "{ SELECT ?x { ?x org:memberOf ?n } } FILTER EXISTS { ?x org:memberOf ?o }",
        "{ SELECT ?x { ?x org:memberOf ?n } ORDER BY ?x LIMIT 1 }",
        "?x org:memberOf [ a pk:Network ] MINUS { ?x a pk:Library }",
        "GRAPH ?g { ?x org:memberOf _:n } VALUES ?p { 1 } OPTIONAL { ?x pk:nothing ?y }",
    ],
)
def test_it_opens_every_form_of_a_pattern(store, pattern):
    assert any("La Plume is a member" in row for row in quotes(store, f"SELECT DISTINCT ?x {{ {pattern} }}"))


def test_it_leaves_out_what_an_optional_part_adds_in_vain(store):
    text = "SELECT ?x { ?x org:memberOf ?n OPTIONAL { ?x org:hasSite ?site } }"
    assert quotes(store, text) == [["La Plume is a member"]]


def test_it_says_that_no_words_prove_a_count(store):
    (proven,) = ask("SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a pk:Claim }", store).proofs
    assert "no words prove a count" in str(proven.note())


def test_it_shows_what_a_row_says_beside_a_count_of_more_than_anybody_reads():
    answer = partnerkg.open().query("activity_categories", publisher="lis-avec-moi")
    words = {
        row[0].value.rpartition("/")[2]: proven.proofs
        for row, proven in zip(answer, answer.proofs, strict=True)
    }
    assert all(words.values())
    assert "all our purchases of albums" in " ".join(str(proof.quote) for proof in words["book-purchase"])


def test_it_says_that_no_words_prove_an_absence(store):
    text = "SELECT ?x { ?x a pk:Bookshop FILTER NOT EXISTS { ?x org:memberOf ?n } }"
    assert all("something is not said" in str(proven.note()) for proven in ask(text, store).proofs)


def test_it_says_that_the_vocabulary_needs_no_claim():
    (proven, *_) = ask("SELECT ?c { ?c rdfs:subClassOf pk:Library }", embedded.read()).proofs
    assert "no claim is needed" in str(proven.note())


def test_it_says_that_a_row_without_patterns_is_not_proved(store):
    (proven,) = ask("SELECT (1 AS ?x) {}", store).proofs
    assert proven.proofs == ()


def test_it_adds_the_question_that_lists_what_was_counted(world, store):
    from partnerkg.query.catalogue import catalogue
    from partnerkg.query.run import solve

    proven = solve(catalogue()["bookshop_places"], store, {}).proofs[0]
    assert [lead.question for lead in proven.where()] == ["organization_sites"]


def test_it_names_all_questions_that_list_what_was_counted(store):
    from partnerkg.query.catalogue import catalogue
    from partnerkg.query.run import solve

    proven = solve(catalogue()["source_readings"], store, {}).proofs[0]
    names = ["source_items", "source_passages", "source_claims", "source_doubts"]
    assert [lead.question for lead in proven.where()] == names
    assert str(proven.note()) == "no words prove a count"


BOOKSHOP, MEMBER = "?x a pk:Bookshop", "?x org:memberOf ?n"
COUNTED = "{ SELECT ?key { ?any a ?key } GROUP BY ?key HAVING (COUNT(?any) > 1) } ?x a ?key"


@pytest.mark.parametrize(
    ("pattern", "counts", "denies"),
    [
        (f"{{ {BOOKSHOP} }} UNION {{ ?x a pk:Library MINUS {{ {MEMBER} }} }}", False, False),
        (f"{{ {BOOKSHOP} MINUS {{ ?x a pk:Library }} }} UNION {{ ?x a pk:Library }}", False, True),
        (f"{BOOKSHOP} OPTIONAL {{ {MEMBER} FILTER NOT EXISTS {{ ?n a pk:Bookshop }} }}", False, True),
        (f"{BOOKSHOP} OPTIONAL {{ ?x a ?n FILTER(?n = pk:Library && !BOUND(?none)) }}", False, False),
        (f"{BOOKSHOP} OPTIONAL {{ {MEMBER} }} FILTER(BOUND(?n) || !BOUND(?n))", False, False),
        (f"{BOOKSHOP} OPTIONAL {{ ?x pk:nothing ?n }} FILTER(!BOUND(?n))", False, True),
        (f"{{ {BOOKSHOP} }} UNION {{ {COUNTED} FILTER(?key = pk:Library) }}", False, False),
        (f"{{ ?x a pk:Library }} UNION {{ {COUNTED} FILTER(?key = pk:Bookshop) }}", True, False),
        (f"{BOOKSHOP} FILTER EXISTS {{ {MEMBER} MINUS {{ ?n a pk:Bookshop }} }}", False, True),
    ],
)
def test_a_row_rests_on_a_count_or_an_absence_only_if_it_was_found_that_way(store, pattern, counts, denies):
    shop = "VALUES ?x { organization:la-plume-rivebois }"
    (proven,) = ask(f"SELECT DISTINCT ?x {{ {shop} {pattern} }}", store).proofs
    assert (proven.counts, proven.denies) == (counts, denies)


def shown(store, name, width=None):
    answer = ask("SELECT ?member { ?member org:memberOf organization:libraires-d-ombre }", store)
    look = Look(store, width=width, proofs=answer.proofs)
    return "".join(formats.lines(answer, name, look))


@pytest.mark.parametrize("width", [None, 100])
def test_it_writes_the_page_and_its_words_under_the_row(store, width):
    lines = shown(store, "table", width).splitlines()
    assert lines[2] == "La Plume"
    assert lines[3].strip().endswith("https://example.org/lire-en-ombre")
    assert lines[4] == "      228–248 “La Plume is a member” (stated)"


def test_it_folds_the_quotes_to_the_terminal(store):
    assert max(map(len, shown(store, "table", 30).splitlines())) <= 30


def test_it_adds_a_key_to_json(store):
    (record,) = json.loads(shown(store, "json"))
    assert [proof["quote"] for proof in record["why"]] == ["La Plume is a member"]


def test_it_refuses_formats_that_have_no_place_for_quotes(store):
    with pytest.raises(
        NoQuotes, match="`csv` has no place for the quotes of --why; choose one of: json, table"
    ):
        shown(store, "csv")


def test_a_heading_is_shown_as_evidence():
    from partnerkg.store import embedded

    shipped = embedded.read()
    answer = ask(
        "SELECT ?x { organization:coleres-du-present pk:hasPartner organization:mediatheque-grenay , ?x }",
        shipped,
    )
    thing = NamedNode(expand("organization:mediatheque-grenay"))
    text = "SELECT ?c { ?c pk:partner organization:mediatheque-grenay ; pk:listedUnder ?x }"
    headings = {proof.heading for proven in ask(text, shipped).proofs for proof in proven.proofs}
    assert headings == {"LES MÉDIATHÈQUES ET LIEUX DU LIVRES"}
    assert thing in {row[0] for row in answer}
