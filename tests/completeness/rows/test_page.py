"""The pages that were read."""

from __future__ import annotations

from partnerkg.completeness import rows


def test_the_pages_are_read_beside_what_no_evidence_covers(graph):
    first, second = rows.pages(graph.questions, graph.store).records()
    assert (first["covered"], first["characters"], first["percent"], first["gaps"]) == (221, 252, 88, 13)
    assert (second["items"], second["claims"], second["doubtful"]) == (3, 10, 2)
