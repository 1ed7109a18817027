"""Who speaks in a page that is read: as told, as it says itself, else the publisher of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.errors import WrongArgument, WrongReading
from partnerkg.pipeline import drafts, init
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.drafting import How
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.readings import load

AUDIENCE = Audience("en")
PAGE = """<html lang="fr"><head><title>Nos partenaires – {site}</title></head><body>
<h1>Nos partenaires</h1><ul><li>Librairie Aux quatre vents, Lens</li><li>Médiathèque Ada Bel, Arras</li>{more}
</ul></body></html>"""


@pytest.fixture
def graph(tmp_path: Path) -> KnowledgeGraph:
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Les Tisseuses de Lens", language="fr")
    return KnowledgeGraph(str(tmp_path / "ours"))


def read(graph: KnowledgeGraph, name: str, site: str, how: How = How(), more: str = "") -> str:  # noqa: B008
    page = Path(graph.folder()).parent / name
    page.write_text(PAGE.format(site=site, more=more), encoding="utf-8")
    return "".join(map(str, drafts.read(graph, AUDIENCE, [str(page)], how).pieces))


def reading(graph: KnowledgeGraph, name: str) -> str:
    return Path(graph.folder(), "graph", "readings", f"{name}.yaml").read_text(encoding="utf-8")


def test_a_page_of_others_is_theirs_and_that_is_said(graph) -> None:
    said = read(graph, "club.html", "Club de lecture de Douai")
    assert "It speaks for Club de lecture de Douai, as it says itself; --publisher NAME says another." in said
    assert "organization: club-de-lecture-de-douai" in reading(graph, "club")
    assert "tisseuses" not in reading(graph, "club")


@pytest.mark.parametrize(
    "site", ["Les Tisseuses", "LTDL", "Association Les Tisseuses de Lens", "www.x.example"]
)
def test_a_page_that_means_the_publisher_of_the_project_is_theirs(graph, site) -> None:
    assert "speaks for" not in read(graph, "page.html", site)
    assert "organization: les-tisseuses-de-lens" in reading(graph, "page")


def test_who_is_told_speaks_whatever_the_page_says(graph) -> None:
    assert "speaks for" not in read(
        graph, "page.html", "Club de lecture", How(publisher="Fédération d’Artois")
    )
    assert "name: Fédération d’Artois" in reading(graph, "page")


def test_a_page_read_again_has_the_publisher_of_its_reading(graph) -> None:
    read(graph, "page.html", "Club de lecture", How(publisher="Fédération d’Artois"))
    more = "<li>Fédération d’Artois</li><li>Librairie du Port, Calais</li>"
    said = read(graph, "page.html", "Club de lecture", How(again=True), more)
    assert "+ Librairie du Port" in said
    assert "+ Fédération" not in said
    assert "club-de-lecture" not in reading(graph, "page")


def test_of_many_pages_one_sentence_says_how_many_speak_for_others(graph) -> None:
    pages = [Path(graph.folder()).parent / f"{number}.html" for number in range(22)]
    for number, page in enumerate(pages):
        site = "Club de lecture de Douai" if number < 2 else "Les Tisseuses"
        page.write_text(PAGE.format(site=site, more=f"<li>Librairie {number}</li>"), encoding="utf-8")
    done = drafts.read(graph, AUDIENCE, list(map(str, pages)), How())
    assert [str(note) for note in done.notes] == [
        "2 pages say themselves whom they speak for: see `publisher` in their readings."
    ]


def test_a_language_is_any_tag_and_nothing_else(graph) -> None:
    read(graph, "page.html", "Club", How(language="br"))
    assert "language: br" in reading(graph, "page")
    with pytest.raises(
        WrongArgument, match="--language` takes a language tag, such as fr or de, not `breton!`"
    ):
        read(graph, "other.html", "Club", How(language="breton!"))
    path = Path(graph.folder(), "graph", "readings", "page.yaml")
    path.write_text(path.read_text().replace("language: br", "language: Breton"), encoding="utf-8")
    with pytest.raises(WrongReading, match="`Breton` is no language; write it as fr, en or de"):
        load.read(str(path))


def test_a_page_in_no_language_is_in_that_of_the_project(graph) -> None:
    page = Path(graph.folder()).parent / "names.txt"
    page.write_text("Fnac\nZeiss\n", encoding="utf-8")
    drafts.read(graph, AUDIENCE, [str(page)], How())
    assert "language: fr" in reading(graph, "names")
