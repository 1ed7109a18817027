"""A store on the disk, taken into memory."""

from __future__ import annotations

from partnerkg.store import loading, persisted


def test_it_answers_as_the_directory_does_unless_it_is_large(tmp_path, monkeypatch):
    source, path = tmp_path / "a.nq", str(tmp_path / "store")
    source.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> <urn:c> <urn:h> .\n")
    loading.load([str(source)], path)
    counts = (
        "SELECT (COUNT(*) AS ?all) (SUM(?one) AS ?named) { { ?s ?p ?o } "
        "UNION { GRAPH ?g { ?s ?p ?o } BIND(1 AS ?one) } }"
    )
    held = persisted.held(path)
    assert list(held.select(counts)) == list(persisted.read(path).select(counts))
    monkeypatch.setattr(persisted, "MOST_HELD", 1)
    assert persisted.held(path) is None
