"""Two matchers, one truth: invented mentions of which it is known what they mean."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest
import sqlglot
from benchmarks.resolving import MATCHERS, mentioned, quality
from splink.backends.duckdb import DuckDBAPI
from splink.internals.dialects import SparkDialect

from partnerkg.errors import MissingExtra
from partnerkg.model.judgement import NEW, SAME, UNSURE
from partnerkg.resolve import linked

ARRAS, LENS, LILLE, MONTAUBAN = "62041", "62498", "59350", "82121"
KNOWN = [
    ("bateau", "Le Bateau Livre", LILLE),
    ("aidaa", "Association pour l’insertion des artistes d’Arras", ARRAS),
    ("gambetta", "Collège Gambetta", ARRAS),
    ("verlaine", "Médiathèque Verlaine", ARRAS),
    ("ar2l", "AR2L", ARRAS),
    ("lens", "Médiathèque de Lens", LENS),
    ("colombine", "La Colombine rouge de Lens", LENS),
    ("poulie", "La Poulie verte", LENS),
    ("centre-1", "Centre social Alain Colas n° 1", ARRAS),
]


class Spark(DuckDBAPI):
    """Runs what Splink writes for Spark, read as Spark's by sqlglot, on the engine at hand."""

    sql_dialect = SparkDialect()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def _setup_for_execute_sql(self, sql: str, physical_name: str) -> str:
        spark = sql.replace('"', "`")  # the names of columns come from a frame of DuckDB's
        self.said.append(spark)
        return super()._setup_for_execute_sql(sqlglot.transpile(spark, "spark", "duckdb")[0], physical_name)


@pytest.mark.parametrize("matcher", MATCHERS)
@pytest.mark.parametrize(
    ("name", "code", "verdict"),
    [
        ("BATEAU LIVRE", LILLE, SAME),
        ("Le Bateau Livres", LILLE, SAME),
        ("Le Bateau Livre", MONTAUBAN, NEW),
        ("Le Bateau Livre", "", UNSURE),
        ("AIAA", ARRAS, SAME),
        ("Une agence pour lire (AR2L)", ARRAS, SAME),
        ("Lycée Gambetta", ARRAS, NEW),
        ("Gambetta", ARRAS, UNSURE),
        ("Bibliothèque Verlaine", ARRAS, SAME),
        ("Médiathèque Rimbaud", ARRAS, NEW),
        ("Quilombo", "", NEW),
        ("Médiathèque", LENS, UNSURE),
        ("Médiathèque", ARRAS, NEW),
        ("La Colombine rouge", LENS, SAME),
        ("La Colombine rouge", "", UNSURE),
        ("La Poulie verte Lens", LENS, SAME),
        ("La Poulie verte Lens", ARRAS, NEW),
    ],
)
def test_it_says_which_one_is_meant(matcher: str, name: str, code: str, verdict: str) -> None:
    ((entity, judged),) = import_module(MATCHERS[matcher]).resolved([(name, code)], KNOWN)
    assert judged.verdict == verdict
    assert entity == (judged.candidates[0] if verdict == SAME else "#1")


@pytest.mark.parametrize("matcher", MATCHERS)
def test_another_number_is_another_house(matcher: str) -> None:
    ((_, judged),) = import_module(MATCHERS[matcher]).resolved(
        [("Centre social Alain Colas n° 2", ARRAS)], KNOWN
    )
    assert judged.verdict != SAME


@pytest.mark.parametrize("matcher", MATCHERS)
def test_what_is_new_is_known_from_then_on_in_its_town(matcher: str) -> None:
    names = [("Le Phare", "29019"), ("LE PHARE", "29019"), ("Le Phare", LILLE), ("Le Phare", "")]
    named_twice = [("Une agence pour lire (AR2L)", ARRAS), ("AR2L", ARRAS), ("Une agence pour lire", ARRAS)]
    found = import_module(MATCHERS[matcher]).resolved([*names, *named_twice])
    assert [entity for entity, _ in found] == ["#1", "#1", "#3", "#4", "#5", "#5", "#5"]


@pytest.mark.parametrize("matcher", MATCHERS)
def test_it_merges_no_homonyms_and_misses_few_spellings(matcher: str) -> None:
    names, meant = mentioned(2_000)
    found = [entity for entity, _ in import_module(MATCHERS[matcher]).resolved(names)]
    precision, recall = quality(found, meant)
    assert precision >= 0.998
    assert recall >= 0.9
    towns = {(entity, town) for entity, (_, town) in zip(found, names, strict=True)}
    assert len(towns) == len(set(found))


def test_it_names_the_extra_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(MissingExtra, match="scale"):
        list(linked.resolved([("Quilombo", ARRAS), ("Salam", ARRAS)]))


def test_spark_predicts_what_duckdb_does() -> None:
    names, _ = mentioned(500)
    engine = Spark()
    assert list(linked.resolved(names, engine=engine)) == list(linked.resolved(names))
    assert any("levenshtein" in sql for sql in engine.said)
