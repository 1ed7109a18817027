"""What is shown of the words that prove: few first, of pages that are called as their reader calls them."""

from __future__ import annotations

from partnerkg.query.catalogue import catalogue
from partnerkg.query.proof.statement import prove_statement
from partnerkg.query.run import solve
from partnerkg.store import embedded


def test_a_page_is_called_as_its_reader_calls_it():
    (proof,) = prove_statement("commune-62764", "skos:altLabel", "Saint-Nicolas-lez-Arras", embedded.read())
    assert [proof.titled(language) for language in ("en", "fr", "de")] == [
        "partnerkg, names and notes added to places",
        "partnerkg, noms et notes ajoutés aux lieux",
        "partnerkg, names and notes added to places",
    ]
    assert proof.record("fr")["title"] == proof.titled("fr")


def test_what_one_page_proves_is_shown_first_in_few_places_of_that_page():
    (proven,) = solve(catalogue()["organization_networks"], embedded.read(), {}).proofs
    assert len({proof.page for proof in proven.proofs}) == 2
    assert len({proof.page for proof in proven.best}) == 1
    assert [proof.claim for proof in proven.best] == list(dict.fromkeys(proof.claim for proof in proven.best))


def test_of_words_that_a_page_repeats_the_first_are_shown():
    proven = solve(catalogue()["prize_details"], embedded.read(), {}).proofs[0]
    repeated = [proof for proof in proven.proofs if proof.claim in {one.claim for one in proven.best}]
    assert 2 * len(proven.best) == len(repeated)
    assert set(proven.best) == set(repeated[: len(proven.best)])
