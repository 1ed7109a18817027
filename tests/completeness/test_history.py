"""Measurements of releases as DQV."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from partnerkg.completeness import history
from partnerkg.completeness.history import Change, Release
from partnerkg.errors import BrokenFile, UnknownRelease, WrongValue
from partnerkg.rdf import writer

DQV = "http://www.w3.org/ns/dqv#"
IRIS = st.sampled_from(
    ["https://example.org/A", "https://example.org/B#Cafe", "https://w3id.org/partnerkg/ontology#Bookshop"]
)
NUMBERS = st.integers(0, 50).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def kept(folder, release):
    path = history.path(str(folder), release.version)
    (folder / "graph" / "quality").mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(writer.turtle(history.triples(release)))
    return path


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.tuples(IRIS, IRIS.map(lambda iri: f"{iri}-kind")), NUMBERS))
def test_it_reads_what_it_writes(tmp_path_factory, numbers):
    folder = tmp_path_factory.mktemp("project")
    release = Release("1.2.0", numbers)
    kept(folder, release)
    assert history.read(str(folder)) == [release]


def test_it_says_each_number_in_dqv(found):
    triples = list(history.triples(history.release(found, "1.0.0")))
    measurement = NamedNode("https://w3id.org/partnerkg/id/measurement/1-0-0-bookshop-town")
    said = {
        triple.predicate.value.removeprefix(DQV): triple.object
        for triple in triples
        if triple.subject == measurement
    }
    assert said["isMeasurementOf"] == NamedNode("https://example.org/Record-Bookshop-town")
    assert said["computedOn"] == NamedNode("https://w3id.org/partnerkg/release/1.0.0/")
    assert said["value"] == Literal("0.6", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))


def test_every_measurement_has_an_address_of_its_own(found):
    triples = history.triples(history.release(found, "1.0.0"))
    kinds = [triple.subject for triple in triples if triple.object == NamedNode(f"{DQV}QualityMeasurement")]
    assert len(set(kinds)) == len(kinds) == len(found.cells)


def test_it_writes_the_same_twice_and_no_date(found, tmp_path):
    texts = ["".join(writer.turtle(history.triples(history.release(found, "1.0.0")))) for _ in range(2)]
    assert texts[0] == texts[1]
    assert "date" not in texts[0].lower()


def test_releases_stand_in_the_order_of_their_versions(tmp_path):
    for version in ("1.10.0", "1.9.0", "1.10.0-rc1"):
        kept(tmp_path, Release(version, {}))
    assert [one.version for one in history.read(str(tmp_path))] == ["1.9.0", "1.10.0-rc1", "1.10.0"]


def test_the_newest_goes_by_last_and_an_unknown_one_is_an_error(tmp_path):
    releases = [Release("1.0.0", {}), Release("1.1.0", {})]
    assert history.choose(releases, "last").version == "1.1.0"
    with pytest.raises(UnknownRelease, match=r"did you mean `1\.1\.0`"):
        history.choose(releases, "1.1")
    with pytest.raises(UnknownRelease, match=r"measured are 1\.0\.0, 1\.1\.0"):
        history.choose(releases, "newest")
    with pytest.raises(UnknownRelease, match="--record VERSION"):
        history.choose([], "last")


@pytest.mark.parametrize("version", ["", "../x", "one", "1..2", "1.0/2"])
def test_a_version_is_numbers_with_dots(found, version):
    with pytest.raises(WrongValue, match="numbers with dots"):
        history.release(found, version)


def test_a_share_falls_only_if_it_is_smaller(found):
    wanted = found.cells[0].wanted
    falls = {(9, 10): (8, 10), (1, 2): (9, 19), (1, 1): (0, 1)}
    rises = {(1, 2): (10, 20), (0, 5): (0, 9), (3, 3): (0, 0), (0, 0): (0, 3)}
    assert all(Change(wanted, before, now).fell for before, now in falls.items())
    assert not any(Change(wanted, before, now).fell for before, now in rises.items())


def test_the_score_of_a_release_is_measured_with_the_weights_of_today(found):
    wanted = [cell.wanted for cell in found.cells]
    assert history.release(found, "1.0.0").score(wanted).percent == found.score.percent


def test_a_file_without_version_or_numbers_is_broken(tmp_path):
    path = kept(tmp_path, Release("1.0.0", {("https://example.org/A", "https://example.org/a-b"): (1, 2)}))
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for old, new, reason in (
        ('dcat:version "1.0.0"', "dcat:keyword 'x'", "no version"),
        ("answeredRecords 1", "answeredRecords 'x'", "no numbers"),
    ):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))
        with pytest.raises(BrokenFile, match=reason):
            history.read(str(tmp_path))


def test_a_project_without_measurements_has_no_history(tmp_path):
    assert history.read(str(tmp_path)) == []
