"""A project of one's own, from `init` to the graph, and back."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.errors import (
    NoEntry,
    NoProject,
    NoPublisher,
    OtherPage,
    SameText,
    ShippedGraph,
    TakenProject,
    WrongReadings,
)
from partnerkg.pipeline import decisions, drafts, init, mend
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.export import Exporting, exported
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.opened import here
from partnerkg.readings.build import build

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Nos partenaires</title>
<link rel="canonical" href="https://tisseuses.example/partenaires"></head><body>
<h1>Nos partenaires</h1>
<h2>Nos librairies complices</h2>
<ul><li><strong>La Plume d’oie</strong> (Arras)</li><li>Librairie Aux quatre vents, Lens</li></ul>
<h2>Établissements scolaires</h2><p>Les collèges Gambetta et Moréno d’Arras</p>
<h2>Autres</h2><ul><li>Quilombo</li></ul></body></html>"""
AUDIENCE = Audience("en")


@pytest.fixture
def project(tmp_path: Path) -> KnowledgeGraph:
    """Return a project in which one page was read."""
    init.made(AUDIENCE, str(tmp_path / "ours"), title="Nos liens", publisher="Les Tisseuses")
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(page)], drafts.How())
    return graph


def reading(graph: KnowledgeGraph) -> Path:
    return Path(graph.folder(), "graph", "readings", "page.yaml")


def fresh(graph: KnowledgeGraph) -> KnowledgeGraph:
    return KnowledgeGraph(graph.project)


def names(graph: KnowledgeGraph) -> set[str]:
    found = fresh(graph).store.select("SELECT DISTINCT ?n { ?x pk:nameStatus [] ; skos:prefLabel ?n }")
    return {row[0].value for row in found}


def test_it_makes_an_empty_project_that_conforms(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "new"), publisher="Nous")
    report = KnowledgeGraph(str(tmp_path / "new")).validate()
    assert report.conforms
    assert not report.results


def test_it_never_makes_a_project_in_another(project: KnowledgeGraph) -> None:
    with pytest.raises(TakenProject):
        init.made(AUDIENCE, project.folder())


def test_it_finds_the_project_from_any_folder_below(
    project: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(project.folder(), "graph", "readings"))
    assert here() == os.path.realpath(project.folder())


def test_it_finds_no_project_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert here() is None


def test_it_knows_the_shipped_graph_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert here("@partnerkg") == here("partnerkg") == resources.root()
    (tmp_path / "partnerkg").mkdir()
    assert (here("@partnerkg"), here("partnerkg")) == (resources.root(), "partnerkg")


def test_it_makes_no_project_of_other_data(tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text("<https://a.example/b> a <https://a.example/C> .")
    page = tmp_path / "page.txt"
    page.write_text(PAGE)
    for data in (tmp_path, tmp_path / "data.ttl"):
        with pytest.raises(NoProject, match="it has no folder `graph`; `partnerkg init FOLDER` makes one"):
            drafts.read(KnowledgeGraph(str(data)), AUDIENCE, [str(page)], drafts.How(publisher="Nous"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.ttl", "page.txt"]


def test_it_writes_nothing_into_what_the_package_carries(monkeypatch: pytest.MonkeyPatch) -> None:
    carried = resources.root()
    monkeypatch.setattr(resources, "carried", lambda: carried)
    with pytest.raises(ShippedGraph):
        drafts.read(KnowledgeGraph(None), AUDIENCE, ["page.html"], drafts.How("Nous"))


def test_it_asks_who_speaks_where_nobody_says_so(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "new"))
    with pytest.raises(NoPublisher):
        drafts.read(KnowledgeGraph(str(tmp_path / "new")), AUDIENCE, ["page.html"], drafts.How(publisher=" "))


def test_it_says_how_to_go_to_a_folder_with_a_blank_in_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "nos liens"
    said = init.made(AUDIENCE, str(folder)).pieces[0]
    assert said == f"{folder} is a project. Go there (cd '{folder}') and read a page: partnerkg read PAGE\n"


def test_it_puts_what_is_in_doubt_first(project: KnowledgeGraph) -> None:
    text = reading(project).read_text()
    assert text.index("organization: quilombo") < text.index("organization: la-plume-d-oie-arras")


def test_it_proposes_nothing_that_the_words_do_not_carry(project: KnowledgeGraph) -> None:
    said = list(decisions.check(project, AUDIENCE).pieces)
    assert len(said) == 1
    assert "to decide: Quilombo" in said[0]


def test_it_proposes_the_finest_kind_that_the_words_say(project: KnowledgeGraph, tmp_path: Path) -> None:
    page = tmp_path / "other.html"
    page.write_text("<h1>Nos partenaires</h1><ul><li>Collège Diderot (Lens)</li><li>École Ferry</li></ul>")
    drafts.read(project, AUDIENCE, [str(page)], drafts.How())
    text = (Path(project.project) / "graph" / "readings" / "other.yaml").read_text(encoding="utf-8")
    assert "class: School\n    kinds: [college]" in text and text.count("class: School") == 2


def test_it_keeps_a_name_as_the_page_writes_it(project: KnowledgeGraph, tmp_path: Path) -> None:
    page = tmp_path / "other.md"
    page.write_text("# Nos partenaires\n\n- Le Bateau livre (Lille)\n", encoding="utf-8")  # "Livre" elsewhere
    drafts.read(project, AUDIENCE, [str(page)], drafts.How())
    text = (Path(project.project) / "graph" / "readings" / "other.yaml").read_text(encoding="utf-8")
    assert "organization: le-bateau-livre-lille" in text and "name: Le Bateau livre\n" in text


def test_it_keeps_the_text_beside_the_reading_and_out_of_git(project: KnowledgeGraph) -> None:
    kept = [path.read_text() for path in Path(project.folder(), "captures").iterdir()]
    shown = (
        "Nos partenaires\n\nNos librairies complices\nLa Plume d’oie (Arras)\nLibrairie Aux quatre vents, Lens"
        "\n\nÉtablissements scolaires\nLes collèges Gambetta et Moréno d’Arras\n\nAutres\nQuilombo"
    )
    assert kept == [shown]
    assert "captures/" in Path(project.folder(), ".gitignore").read_text().split()


def test_it_takes_what_is_decided_and_leaves_what_is_in_doubt(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    assert names(project) >= {"La Plume d’oie", "Librairie Aux quatre vents", "Collège Gambetta"}
    assert "Quilombo" not in names(project)


def test_it_makes_a_graph_that_conforms(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE, everything=True)
    assert fresh(project).validate().passes()


def test_it_makes_a_category_of_a_heading_that_is_none(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    found = fresh(project).store.select(
        "SELECT DISTINCT ?n { [] pk:listedUnder/skos:prefLabel ?n FILTER(lang(?n) = 'fr') } ORDER BY ?n"
    )
    assert [row[0].value for row in found] == ["Nos librairies complices", "établissements scolaires"]


def test_it_takes_back_one_decision_after_the_other(project: KnowledgeGraph) -> None:
    before = reading(project).read_text()
    decisions.reject(project, AUDIENCE, "page", ["Quilombo"])
    decisions.accept(project, AUDIENCE)
    assert decisions.undo(project, AUDIENCE, "page").pieces[0] == "Moréno d’Arras is open again.\n"
    while "decisions: []" not in reading(project).read_text():
        decisions.undo(project, AUDIENCE, "page")
    assert not build(project.folder()).readings[0].claims[1:]
    after = reading(project).read_text()
    assert sorted(words(after)) == sorted([*words(before), "decisions: []"])


def words(text: str) -> list[str]:
    return [line.strip(" -") for line in text.splitlines() if line.strip() and "verdict: " not in line]


def test_it_changes_nothing_where_an_entry_is_wrong(project: KnowledgeGraph) -> None:
    path = reading(project)
    text = path.read_text().replace("town: Lens", "town: Lille")
    path.write_text(text)
    with pytest.raises(WrongReadings, match="Lille"):
        decisions.accept(project, AUDIENCE)
    assert path.read_text() == text
    assert not Path(project.folder(), "graph", "claims").exists()


def test_it_says_which_entry_is_meant(project: KnowledgeGraph) -> None:
    with pytest.raises(NoEntry, match="did you mean `Quilombo`"):
        decisions.reject(project, AUDIENCE, "page", ["quilonbo"])


def again(graph: KnowledgeGraph, *changes: tuple[str, str]) -> str:
    page = PAGE
    for old, new in changes:
        assert old in page
        page = page.replace(old, new)
    path = Path(graph.folder()).parent / "page.html"
    path.write_text(page, encoding="utf-8")
    return "".join(map(str, drafts.read(graph, AUDIENCE, [str(path)], drafts.How(again=True)).pieces))


def test_it_says_that_a_page_is_as_it_was(project: KnowledgeGraph) -> None:
    before = reading(project).read_text()
    assert "nothing has changed" in again(project)
    assert reading(project).read_text() == before


def test_it_says_what_appeared_disappeared_and_changed(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    said = again(
        project,
        ("<li><strong>La Plume d’oie</strong> (Arras)</li>", "<li>Page 12 (Béthune)</li>"),
        ("Librairie Aux quatre vents, Lens", "Librairie Aux quatre vents (Lens)"),
        ("<h1>Nos partenaires</h1>", "<h1>Nos partenaires</h1><p>Mis à jour en mai.</p>"),
    )
    assert "2 as before, 1 appeared, 1 disappeared, 1 changed." in said
    assert said.splitlines()[1:] == ["  + Page 12", "  - La Plume d’oie", "  ~ Librairie Aux quatre vents"]


def test_it_keeps_what_disappeared_as_the_earlier_capture_has_it(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    again(project, ("<li><strong>La Plume d’oie</strong> (Arras)</li>", ""))
    decisions.accept(project, AUDIENCE, everything=True)
    found = fresh(project).store.select(
        """SELECT ?quote (COUNT(DISTINCT ?capture) AS ?captures) {
            { ?passage oa:hasSource/pk:sha256 [] ; oa:hasSelector/oa:exact ?quote
              FILTER(?quote = "La Plume d’oie (Arras)") } ?capture a pk:Capture } GROUP BY ?quote"""
    )
    assert [[term.value for term in row] for row in found] == [["La Plume d’oie (Arras)", "2"]]
    assert fresh(project).validate().passes()


def test_repair_leaves_alone_what_only_an_earlier_capture_has(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    again(project, (PAGE[PAGE.index("<h2>Nos") : PAGE.index("<h2>Éta")], ""))
    for kept in (False, True):
        decisions.accept(project, AUDIENCE, everything=kept)
        said = mend.repair(fresh(project), AUDIENCE, ["page"])
        assert "".join(map(str, said.pieces)) == "All quotes stand where they should.\n"


def test_it_says_since_when_and_until_when_the_page_names_each(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    again(project, ("<li><strong>La Plume d’oie</strong> (Arras)</li>", "<li>Page 12 (Béthune)</li>"))
    text, today = reading(project).read_text(), date.today().isoformat()
    head, tail = text.split("\ncaptures:\n")
    reading(project).write_text(f"{head}\ncaptures:\n{tail.replace(today, '2025-03-01')}")
    decisions.accept(project, AUDIENCE, everything=True)
    found = fresh(project).query("organization_sightings")
    days = {who.value.rpartition("/")[2]: tuple(day.value for day in seen) for who, _, *seen in found.rows}
    assert days["librairie-aux-quatre-vents-lens"] == ("2025-03-01", today, today)
    assert days["la-plume-d-oie-arras"] == ("2025-03-01", "2025-03-01", today)
    assert days["page-12-bethune"] == (today, today, today)
    again(project)
    assert text.count("first: ") == reading(project).read_text().count("first: ")


def test_it_never_proposes_again_what_was_rejected(project: KnowledgeGraph) -> None:
    decisions.reject(project, AUDIENCE, "page", ["Quilombo"])
    again(project, ("<h1>Nos partenaires</h1>", "<h1>Nos partenaires</h1><p>Mis à jour en mai.</p>"))
    assert "quilombo" not in "".join(map(str, decisions.check(project, AUDIENCE).pieces))


def test_it_reads_only_what_was_added_and_edited_in_its_own_spreadsheet(
    project: KnowledgeGraph, tmp_path: Path
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    decisions.accept(project, AUDIENCE)
    sheet = tmp_path / "sheet.xlsx"
    sheet.write_bytes(b"".join(exported(fresh(project), Exporting(format="xlsx")).pieces))
    book = openpyxl.load_workbook(sheet)
    rows = book.worksheets[0]
    edited = next(row for row in rows if row[0].value == "La Plume d’oie")
    edited[0].value, edited[4].value = "La Plume d’oie et d’encre", "Béthune"
    rows.append(["Page 12", None, "bookshop", None, "Douai"])
    book.save(sheet)
    said = drafts.read(fresh(project), AUDIENCE, [str(sheet)], drafts.How())
    assert "2 read, 1 of them in doubt" in "".join(map(str, said.pieces))
    decisions.accept(project, AUDIENCE)
    assert "Page 12" in names(project)
    text = (reading(project).parent / "sheet.yaml").read_text()
    assert "organization: la-plume-d-oie-arras" in text.split("doubt: edited")[0]
    assert "alt: [La Plume d’oie et d’encre]" in text


def _sheet_of(project: KnowledgeGraph, path: Path) -> list[list[object]]:
    """Return the rows of the first sheet that the project exports, for a person to change."""
    openpyxl = pytest.importorskip("openpyxl")
    path.write_bytes(b"".join(exported(fresh(project), Exporting(format="xlsx")).pieces))
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def _read_sheet(project: KnowledgeGraph, path: Path, rows: list[list[object]]) -> str:
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    said = drafts.read(fresh(project), AUDIENCE, [str(path)], drafts.How())
    return "".join(map(str, said.pieces))


def test_a_spreadsheet_sorted_with_its_columns_in_another_order_says_nothing_new(project, tmp_path) -> None:
    decisions.accept(project, AUDIENCE)
    head, *rows = _sheet_of(project, tmp_path / "moved.xlsx")
    said = _read_sheet(project, tmp_path / "moved.xlsx", [row[::-1] for row in (head, *rows[::-1])])
    assert said.endswith("moved.yaml: no row was added, and none says anything else.\n")


def test_a_row_that_is_missing_is_said_and_takes_nothing_out_of_the_graph(project, tmp_path) -> None:
    decisions.accept(project, AUDIENCE)
    before, rows = names(project), _sheet_of(project, tmp_path / "less.xlsx")
    said = _read_sheet(project, tmp_path / "less.xlsx", [row for row in rows if row[0] != "La Plume d’oie"])
    assert "1 organisation of the graph has no row in it: La Plume d’oie. Nothing is taken out" in said
    assert names(project) == before


def test_an_edited_row_says_what_was_changed_and_makes_nobody_a_partner(project, tmp_path) -> None:
    decisions.accept(project, AUDIENCE)
    head, *rows = _sheet_of(project, tmp_path / "more.xlsx")
    row = next(row for row in rows if row[0] == "La Plume d’oie")
    row[4], row[7] = "Lens", None
    _read_sheet(project, tmp_path / "more.xlsx", [head, *rows])
    text = (reading(project).parent / "more.yaml").read_text()
    assert re.search(r'note: "edited: \w+: Arras → Lens;', text)
    assert "partner: true" not in text


def test_it_reads_the_other_pages_where_one_cannot_be_read(project: KnowledgeGraph, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Nos partenaires\n\n- Librairie du Coin (Arras)\n", encoding="utf-8")
    said = drafts.read(fresh(project), AUDIENCE, [str(tmp_path / "none.html"), str(other)], drafts.How())
    assert said.findings
    assert "none.html" in str(said.notes[0])
    assert (reading(project).parent / "other.yaml").exists()


def test_it_takes_what_the_shipped_graph_knows_for_what_it_is(
    project: KnowledgeGraph, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Nos librairies partenaires\n\n- Bateau Livre (Lille)\n- Bateau Livre (Montauban)\n")
    drafts.read(fresh(project), AUDIENCE, [str(other)], drafts.How())
    text = (reading(project).parent / "other.yaml").read_text()
    assert "organization: le-bateau-livre-lille" in text
    assert "organization: bateau-livre-montauban" in text


OWN = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix pk: <https://w3id.org/partnerkg/ontology#> .
<https://ours.example/shape> a sh:NodeShape ; sh:targetClass pk:Bookshop ;
    sh:property [ sh:path pk:nowhere ; sh:minCount 1 ; sh:message "Ours." ] ."""


def test_it_holds_a_project_against_its_own_rules_as_well(project: KnowledgeGraph) -> None:
    decisions.accept(project, AUDIENCE)
    before = len(fresh(project).validate().results)
    own = Path(project.folder(), "ontology", "shapes", "ours.ttl")
    own.parent.mkdir(parents=True)
    own.write_text(OWN)
    report = fresh(project).validate()
    assert len(report.results) == before + 2
    assert not report.conforms


def test_it_suggests_what_the_graph_at_hand_has(project: KnowledgeGraph) -> None:
    assert project.sample() is None
    decisions.accept(project, AUDIENCE)
    assert fresh(project).sample() == "publisher_partners --publisher 'Les Tisseuses'"
    assert KnowledgeGraph().sample() == "network_members --network 'Librairies Sorcières'"


def test_it_keeps_what_a_table_says_beside(project: KnowledgeGraph, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("nom;commune;type;depuis;source\nLa Zibeline;Lens;librairie;2012;https://z.example/\n")
    drafts.read(fresh(project), AUDIENCE, [str(table)], drafts.How())
    decisions.accept(fresh(project), AUDIENCE, ["table"])
    found = fresh(project).store.select(
        "SELECT DISTINCT ?note { ?thing a pk:Bookshop ; skos:editorialNote ?note }"
    )
    assert [row[0].value for row in found] == ["since: 2012; source: https://z.example/"]


def test_a_page_that_stands_nowhere_on_the_web_is_no_finding_once_all_is_decided(project, tmp_path) -> None:
    page = tmp_path / "bare.md"
    page.write_text("# Nos partenaires\n\n- Librairie La Baraque\n")
    drafts.read(project, AUDIENCE, [str(page)], drafts.How())
    decisions.accept(fresh(project), AUDIENCE, [], everything=True)
    found = decisions.check(fresh(project), AUDIENCE)
    lacking, verdict = found.pieces
    assert "the address of the page is not known" in lacking
    assert (verdict, found.findings) == ("Nothing is wrong, and nothing is left to decide.\n", False)


def test_where_there_is_nothing_to_look_at_it_is_said(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "new"), publisher="Nous")
    empty = KnowledgeGraph(str(tmp_path / "new"))
    assert list(decisions.check(empty, AUDIENCE).pieces) == [
        "There are no readings; `partnerkg read PAGE` makes one.\n"
    ]
    mended = mend.repair(empty, AUDIENCE, [])
    assert next(iter(mended.pieces)).startswith("Nothing was looked at:")
    assert mended.findings


def test_a_page_of_the_same_name_and_another_address_is_another_page(project, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "page.html"
    other.write_text(
        PAGE.replace("tisseuses.example", "fileuses.example").replace("oie", "eau"), encoding="utf-8"
    )
    with pytest.raises(OtherPage, match="rename the file"):
        drafts.read(project, AUDIENCE, [str(other)], drafts.How())
    drafts.read(project, AUDIENCE, [str(other), str(tmp_path / "page.html")], drafts.How())
    assert "fileuses" in (reading(project).parent / "page-2.yaml").read_text()
    said = drafts.read(project, AUDIENCE, [str(other)], drafts.How(again=True))
    assert "page-2.yaml: the page is as it was" in "".join(map(str, said.pieces))


def test_the_same_words_of_the_same_publisher_are_not_read_twice(project, tmp_path) -> None:
    other = tmp_path / "copy.html"
    other.write_text(PAGE, encoding="utf-8")
    with pytest.raises(SameText, match=r"copy.html has the very words that .*page.yaml was read from"):
        drafts.read(fresh(project), AUDIENCE, [str(other)], drafts.How())
    assert not Path(project.folder(), "graph", "readings", "copy.yaml").exists()
    found = drafts.read(fresh(project), AUDIENCE, [str(other)], drafts.How(publisher="Somebody else"))
    assert "copy.yaml" in "".join(found.pieces)


KINDS = """# Nos partenaires

- DRAC Bretagne
- cinéma Plaza
- Scène nationale de Dieppe
- Éditions Rackham

## Musées

- La Piscine
"""


def test_what_a_page_calls_somebody_that_has_no_class_is_in_the_graph(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Les Tisseuses")
    (tmp_path / "page.md").write_text(KINDS, encoding="utf-8")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(tmp_path / "page.md")], drafts.How())
    path = Path(graph.folder(), "graph", "readings", "page.yaml")
    path.write_text(path.read_text().replace("verdict: open", "verdict: keep"))
    decisions.accept(graph, AUDIENCE)
    asked = """SELECT ?name ?kind ?status { GRAPH ?claim { ?x org:classification ?kind }
        ?x skos:prefLabel ?name . ?claim pk:claimStatus ?status }"""
    rows = {tuple(term.value.rpartition("/")[2] for term in row) for row in fresh(graph).store.select(asked)}
    assert rows >= {
        ("cinéma Plaza", "cinema", "stated"),
        ("Scène nationale de Dieppe", "cinema-or-theatre", "interpreted"),
        ("Éditions Rackham", "publisher", "interpreted"),
        ("La Piscine", "museum", "stated"),
    }


def test_a_region_is_not_the_departement_of_its_number(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Les Tisseuses")
    (tmp_path / "page.md").write_text(KINDS, encoding="utf-8")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(tmp_path / "page.md")], drafts.How())
    decisions.accept(graph, AUDIENCE)
    asked = "SELECT ?place { ?x skos:prefLabel 'DRAC Bretagne'@fr ; pk:territory ?place }"
    ((place,),) = fresh(graph).store.select(asked)
    assert place.value.endswith("/place/region-53")


def test_a_column_of_addresses_says_where_each_is_on_the_web(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Les Tisseuses")
    rows = "Structure;Commune;Site web\nLibrairie Meura;Lille;https://meura.example/\nQuilombo Livres;Lens;meura\n"
    (tmp_path / "page.csv").write_text(rows, encoding="utf-8")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(tmp_path / "page.csv")], drafts.How())
    path = Path(graph.folder(), "graph", "readings", "page.yaml")
    assert 'note: "web: meura"' in path.read_text()  # no address, and so no fact
    path.write_text(path.read_text().replace("verdict: open", "verdict: keep"))
    decisions.accept(graph, AUDIENCE)
    asked = """SELECT ?name ?url ?status { GRAPH ?claim { ?x schema:url ?url }
        ?x a/rdfs:subClassOf* org:Organization ; skos:prefLabel ?name . ?claim pk:claimStatus ?status }"""
    ((name, url, status),) = fresh(graph).store.select(asked)
    assert (name.value, url.value) == ("Librairie Meura", "https://meura.example/")
    assert status.value.endswith("/stated")


def test_an_address_that_the_words_do_not_have_is_not_stated(tmp_path: Path) -> None:
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Les Tisseuses")
    (tmp_path / "page.csv").write_text("Structure;Site web\nLibrairie Zorg;https://zorg.example/\n")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(tmp_path / "page.csv")], drafts.How())
    path = Path(graph.folder(), "graph", "readings", "page.yaml")
    path.write_text(path.read_text().replace("web: https://zorg.example/", "web: https://other.example/"))
    with pytest.raises(WrongReadings, match=r"https://other\.example/"):
        decisions.accept(graph, AUDIENCE)
