"""What is accepted all at once: whatever its words prove; the rest is said and stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.errors import WrongReadings
from partnerkg.extract.decode import NoPage
from partnerkg.pipeline import decisions, drafts, init
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.drafting import How
from partnerkg.pipeline.graph import KnowledgeGraph

AUDIENCE = Audience("en")
HEADINGS = """# Partners and Funding

## Ada Bel Foundation

In 2014, we received a grant with the support of the City of Lens.

## Orme

We received a donation of the town. We used this funding with the help of the Port Library.
"""


def made(folder: Path, name: str, page: str) -> KnowledgeGraph:
    init.made(AUDIENCE, str(folder / "ours"), publisher="Les Tisseuses")
    graph = KnowledgeGraph(str(folder / "ours"))
    (folder / name).write_text(page, encoding="utf-8")
    drafts.read(graph, AUDIENCE, [str(folder / name)], How())
    return graph


def names(graph: KnowledgeGraph) -> set[str]:
    found = KnowledgeGraph(graph.project).store.select(
        "SELECT DISTINCT ?n { ?x pk:nameStatus [] ; skos:prefLabel ?n }"
    )
    return {row[0].value for row in found}


def test_what_words_do_not_prove_stays_open_and_never_stops_the_rest(tmp_path: Path) -> None:
    graph = made(tmp_path, "page.md", HEADINGS)
    reading = tmp_path / "ours" / "graph" / "readings" / "page.yaml"
    text = reading.read_text(encoding="utf-8")
    reading.write_text(text.replace("name: Port Library", "name: Harbour Library"), encoding="utf-8")
    done = decisions.accept(graph, AUDIENCE, everything=True)
    *faults, last = "".join(map(str, done.pieces)).splitlines()
    assert len(faults) == 2
    assert "the name `Harbour Library` does not stand in the words `Port Library`" in faults[1]
    assert last == "Taken into the graph: 3; put aside: 0; still to be decided: 1."
    assert done.findings
    assert names(graph) >= {"City of Lens", "Ada Bel Foundation"}
    assert "verdict: open" in reading.read_text(encoding="utf-8")
    with pytest.raises(WrongReadings):
        decisions.accept(graph, AUDIENCE, things=["Harbour Library"])


def test_a_name_with_a_region_acts_there_and_has_no_site_in_it(tmp_path: Path) -> None:
    graph = made(
        tmp_path, "page.md", "# Nos partenaires\n\n- TER Auvergne-Rhône-Alpes\n- Radio Orme (Nord)\n"
    )
    decisions.accept(graph, AUDIENCE, everything=True)
    asked = "SELECT ?name ?place { ?x skos:prefLabel ?name ; pk:territory ?place }"
    rows = {
        (name.value, place.value.rpartition("/")[2])
        for name, place in KnowledgeGraph(graph.project).store.select(asked)
    }
    assert rows == {("TER Auvergne-Rhône-Alpes", "region-84")}
    assert not list(KnowledgeGraph(graph.project).store.select("SELECT ?site { ?x org:hasSite ?site }"))
    assert KnowledgeGraph(graph.project).validate().passes


def test_a_territory_is_no_town(tmp_path: Path) -> None:
    graph = made(tmp_path, "page.md", "# Nos partenaires\n\n- Librairie du Port (Calais)\n")
    reading = tmp_path / "ours" / "graph" / "readings" / "page.yaml"
    reading.write_text(reading.read_text().replace("town: Calais", "town: Pas-de-Calais"), encoding="utf-8")
    told = "".join(map(str, decisions.check(graph, AUDIENCE).pieces))
    assert "`Pas-de-Calais` is a territory and no town; write it as `territory`, or give the town." in told


def test_a_page_that_shows_no_words_is_refused(tmp_path: Path) -> None:
    page = "<html><head><title>Partenaires</title></head><body><script>show()</script></body></html>"
    with pytest.raises(NoPage, match="shows no words without its programs"):
        made(tmp_path, "page.html", page)


def test_a_page_whose_words_are_in_its_front_matter_has_those(tmp_path: Path) -> None:
    page = "---\ntitle: Soutiens\nabout: 'Le <i>cercle</i> de la <b>ville</b> et les <i>amis</i> du <b>port</b>'\n---\n"
    made(tmp_path, "page.md", page)
    (kept,) = (tmp_path / "ours" / "captures").glob("*.txt")
    assert kept.read_text(encoding="utf-8") == page


def test_a_kind_that_only_what_stands_beside_suggests_is_not_said(tmp_path: Path) -> None:
    shops = ("Boulangerie Ada", "Garage Bel", "Restaurant Orme", "Imprimerie Tuf", "Vinestrie")
    graph = made(tmp_path, "page.md", "# Nos partenaires\n\n" + "".join(f"- {shop}\n" for shop in shops))
    decisions.accept(graph, AUDIENCE)
    asked = "SELECT ?name { ?x skos:prefLabel ?name ; org:classification ?kind }"
    assert names(graph) >= set(shops)
    assert {name.value for (name,) in KnowledgeGraph(graph.project).store.select(asked)} == set(shops[:-1])


def test_what_is_called_like_a_town_abroad_is_not_said_to_be_there(tmp_path: Path) -> None:
    made(tmp_path, "page.md", "# Nos partenaires\n\nAvec le soutien de la Sofia et de la Ville de Lens.\n")
    text = (tmp_path / "ours" / "graph" / "readings" / "page.yaml").read_text(encoding="utf-8")
    assert "name: Sofia" in text
    assert "place: Sofia" not in text
