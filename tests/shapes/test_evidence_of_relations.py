"""Every membership, support and partnership has evidence: held over claims and over our RDF 1.2 alike."""

from __future__ import annotations

from pathlib import Path

import pytest

import partnerkg
from partnerkg.validate import Report, Shapes, validate

TARGET = "https://w3id.org/partnerkg/shapes#{}-has-evidence"
KINDS = ("collaboration", "membership", "support")
TRIG = """
@prefix pk: <https://w3id.org/partnerkg/ontology#> . @prefix e: <http://e/> .
e:evidence a pk:Evidence .
e:proven pk:evidence e:evidence .
e:proven { e:s a pk:Support ; pk:supporter e:a ; pk:beneficiary e:b }
"""


def _of_relations(report: Report) -> list[str]:
    return [result.shape for result in report.results if "-has-evidence" in result.shape]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the shipped graph as the exports of RDF 1.2 write it."""
    folder = tmp_path_factory.mktemp("written")
    for form, ending in (("trig12", "trig"), ("turtle12", "ttl")):
        partnerkg.open().export(form, folder / f"graph.{ending}")
    return folder


def test_the_shipped_graph_has_evidence_for_each(shapes: Shapes) -> None:
    report = validate(partnerkg.open().store, shapes)
    assert _of_relations(report) == []
    assert all(report.checked[TARGET.format(kind)].targeted for kind in KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["trig", "ttl"])
def test_our_rdf_1_2_has_evidence_for_each(written: Path, ending: str, shapes: Shapes) -> None:
    report = validate([written / f"graph.{ending}"], shapes)
    assert _of_relations(report) == []
    assert all(report.checked[TARGET.format(kind)].targeted for kind in KINDS)


@pytest.mark.slow
def test_a_claim_that_loses_its_evidence_is_found_in_our_rdf_1_2(written: Path, shapes: Shapes) -> None:
    text = (written / "graph.ttl").read_text(encoding="utf-8").replace("\tpk:evidence ", "\tpk:mislaid ")
    (written / "bare.ttl").write_text(text, encoding="utf-8")
    report = validate([written / "bare.ttl"], shapes)
    found = {result.focus_node for result in report.results if "-has-evidence" in result.shape}
    counted = sum(report.checked[TARGET.format(kind)].targeted for kind in KINDS)
    assert len(found) == counted > 150


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), []),
        (("e:proven {", "e:unproven {"), ["beneficiary", "supporter"]),
        (("pk:beneficiary e:b }", "} e:s pk:beneficiary e:b ."), ["beneficiary"]),
        (("e:proven {", "e:other { e:s pk:supporter e:a } e:proven {"), ["supporter"]),
        (("e:evidence a pk:Evidence .", ""), ["beneficiary", "supporter"]),
    ],
)
@pytest.mark.parametrize("engine", ["auto", "exact"])
def test_claims_are_looked_at_as_the_graphs_that_state_something(
    change: tuple[str, str], found: list[str], engine: str, tmp_path: Path, shapes: Shapes
) -> None:
    (tmp_path / "data.trig").write_text(TRIG.replace(*change))
    report = validate([tmp_path / "data.trig"], shapes, engine=engine)
    assert sorted(shape.rpartition("-")[2] for shape in _of_relations(report)) == found
