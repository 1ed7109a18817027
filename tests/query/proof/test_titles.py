"""A page with titles in several languages is called by that of the reader, on every engine."""

from __future__ import annotations

from partnerkg.query.proof.statement import prove_statement
from partnerkg.store import embedded


def test_a_page_is_called_as_its_reader_calls_it():
    (proof,) = prove_statement("commune-62764", "skos:altLabel", "Saint-Nicolas-lez-Arras", embedded.read())
    assert [proof.titled(language) for language in ("en", "fr", "de")] == [
        "partnerkg, names and notes added to places",
        "partnerkg, noms et notes ajoutés aux lieux",
        "partnerkg, names and notes added to places",
    ]
    assert proof.record("fr")["title"] == proof.titled("fr")
