"""Questions and free texts, asked of a store."""

from __future__ import annotations

import pytest

from partnerkg.query.run import ask


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", ("s", "p", "o")),
        ("SELECT * { ?z a ?a BIND(1 AS ?m) } LIMIT 1", ("z", "a", "m")),
        ("SELECT ?o ?s { ?s ?p ?o } LIMIT 1", ("o", "s")),
    ],
)
def test_columns_stand_as_the_query_names_them(store, text, columns):
    assert ask(text, store).columns == columns
