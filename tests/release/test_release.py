"""A release: what is in the folder, and that strangers can use it."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from pathlib import Path

import openpyxl
import pyshacl
import pytest
from pyoxigraph import Quad, RdfFormat, parse
from rdflib import DCTERMS, PROV, RDF, RDFS, VOID, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

import partnerkg
from partnerkg.errors import UnwritableAsAll
from partnerkg.files.folder import OccupiedFolder
from partnerkg.pipeline.changes import diff
from partnerkg.release.build import InvalidGraph, OldVersion, release
from partnerkg.release.description import Undescribed
from partnerkg.release.distributions import WHOLE
from partnerkg.release.order import Order, WrongAddress
from partnerkg.store.project import DUMP

RDF_ENDINGS = {
    ".ttl": "turtle",
    ".nt": "nt",
    ".rdf": "xml",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "json-ld",
}
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib knows version 2 only
SPDX = "http://spdx.org/rdf/terms#"


def made(project: Path, name: str = "out", version: str = "1.0.0", **options) -> Path:
    folder = project.parent / name
    release(Order(str(project), version, str(folder), **options))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def dumped(folder: Path) -> list[Quad]:
    return list(parse(gzip.decompress((folder / DUMP).read_bytes()), format=RdfFormat.N_QUADS))


def described(folder: Path) -> tuple[Graph, URIRef]:
    graph = Graph().parse(folder / "dataset.ttl")
    return graph, next(graph.subjects(DCAT.version))


def test_it_gives_the_same_bytes_twice(project: Path, released: Path) -> None:
    assert contents(made(project)) == contents(released)


def test_it_writes_checksums_that_sha256sum_accepts(released: Path) -> None:
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=released, check=True, capture_output=True
    )
    listed = {line.split("  ")[1] for line in (released / "SHA256SUMS").read_text().splitlines()}
    assert listed | {"SHA256SUMS"} == contents(released).keys()


def test_it_says_the_same_in_every_dump_to_two_parsers(released: Path) -> None:
    dumps = sorted((released / "data").glob("*.gz"))
    dumps = [dump for dump in dumps if not {"rdf12", "annotations", "schema"} & set(dump.name.split("."))]
    assert len(dumps) == len(WHOLE)
    wanted = {quad.triple for quad in dumped(released)}
    for dump in dumps:
        data, ending = gzip.decompress(dump.read_bytes()), Path(dump.stem).suffix
        assert {q.triple for q in parse(data, format=RdfFormat.from_extension(ending[1:]))} == wanted
        assert len({quad[:3] for quad in Dataset().parse(data=data, format=RDF_ENDINGS[ending])}) == len(
            wanted
        )


def test_it_holds_an_ontology_that_two_parsers_read_alike(released: Path) -> None:
    files = sorted((released / "ontology").rglob("*.ttl"))
    assert len(files) > 50
    for path in files:
        assert len(Graph().parse(path)) == len({quad.triple for quad in parse(path=str(path))})


def test_it_describes_itself_alike_in_three_formats(released: Path) -> None:
    graphs = [Graph().parse(released / f"dataset{ending}") for ending in (".ttl", ".rdf", ".jsonld")]
    assert len(graphs[0]) > 100
    assert isomorphic(graphs[0], graphs[1])
    assert isomorphic(graphs[0], graphs[2])


def test_it_gives_size_checksum_licence_and_attribution_of_every_dump(released: Path) -> None:
    graph, dataset = described(released)
    distributions = list(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(list((released / "data").rglob("*.*")))
    for one in distributions:
        path = str(graph.value(one, DCAT.downloadURL)).removeprefix(
            "https://example.org/ombre/release/1.0.0/"
        )
        assert int(graph.value(one, DCAT.byteSize)) == (released / path).stat().st_size
        checksum = graph.value(graph.value(one, URIRef(f"{SPDX}checksum")), URIRef(f"{SPDX}checksumValue"))
        assert f"{checksum}  {path}\n" in (released / "SHA256SUMS").read_text()
        assert graph.value(one, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
        words = graph.value(graph.value(one, DCTERMS.rights), RDFS.label)
        assert words == Literal("Les amis d’Ombre, CC BY 4.0", lang="fr")


def test_it_counts_classes_and_properties_as_a_query_does(released: Path) -> None:
    graph, dataset = described(released)
    data = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in dumped(released)), format="nt")
    assert int(graph.value(dataset, VOID.triples)) == len(data)
    parts = list(graph.objects(dataset, VOID.classPartition))
    counted = {graph.value(part, VOID["class"]): int(graph.value(part, VOID.entities)) for part in parts}
    assert counted == {
        kind: len(set(data.subjects(RDF.type, kind))) for kind in set(data.objects(None, RDF.type))
    }
    parts = list(graph.objects(dataset, VOID.propertyPartition))
    counted = {graph.value(part, VOID.property): int(graph.value(part, VOID.triples)) for part in parts}
    assert counted == {p: len(list(data.triples((None, p, None)))) for p in set(data.predicates())}


def test_it_says_where_the_graph_is_and_not_from_when_if_no_page_was_read(released: Path) -> None:
    graph, dataset = described(released)
    areas = {str(area).rpartition("/")[2] for area in graph.objects(dataset, DCTERMS.spatial)}
    assert areas == {"departement-95", "region-98"}
    assert graph.value(dataset, DCTERMS.temporal) is None


def test_it_is_found_from_a_catalogue_with_identifiers(released: Path) -> None:
    """What harvesters of DCAT-AP start from, and what they know a dataset by."""
    graph, release = described(released)
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    dataset = URIRef("https://example.org/ombre/")
    assert set(graph.objects(catalogue, DCAT.dataset)) == {release, dataset}
    for name in ("title", "description", "publisher"):
        assert (catalogue, DCTERMS[name], None) in graph
        assert (dataset, DCTERMS[name], None) in graph
    assert {str(one): str(value) for one, value in graph.subject_objects(DCTERMS.identifier)} == {
        str(release): str(release),
        str(dataset): str(dataset),
    }


def test_it_keeps_the_identifier_that_the_dataset_has(project: Path) -> None:
    with (project / "graph" / "dataset.ttl").open("a", encoding="utf-8") as file:
        file.write('<https://example.org/ombre/> dct:identifier "ombre-1" .\n')
    graph, release = described(made(project))
    assert [str(one) for one in graph.objects(release, DCTERMS.identifier)] == [str(release)]
    assert [str(one) for one in graph.objects(URIRef("https://example.org/ombre/"), DCTERMS.identifier)] == [
        "ombre-1"
    ]


def test_it_says_whom_to_ask_where_that_is_given(project: Path) -> None:
    contact = """
        @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
        <https://example.org/ombre/> dcat:contactPoint <https://example.org/ombre/#desk> .
        <https://example.org/ombre/#desk> a vcard:Organization ; vcard:fn "Le bureau" ;
            vcard:hasEmail <mailto:bureau@example.org> ."""
    with (project / "graph" / "dataset.ttl").open("a", encoding="utf-8") as file:
        file.write(contact)
    folder = made(project)
    graph, release = described(folder)
    [desk] = graph.objects(release, DCAT.contactPoint)
    assert (desk, URIRef("http://www.w3.org/2006/vcard/ns#hasEmail"), None) in graph
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="mailto:bureau@example.org">Le bureau</a>' in page
    assert '"email": "bureau@example.org"' in page


def test_it_carries_spreadsheets_in_both_languages(released: Path) -> None:
    titles = {}
    for language in ("en", "fr"):
        book = openpyxl.load_workbook(released / "data" / f"graph.{language}.xlsx")
        titles[language] = [cell.value for cell in book.worksheets[0][1]]
    assert titles["fr"] != titles["en"]
    assert len(titles["fr"]) == len(titles["en"]) > 10


@pytest.mark.parametrize("language", ["", ".fr"])
def test_it_says_of_every_file_how_large_it_is_and_for_whom(released: Path, language: str) -> None:
    lines = (released / f"README{language}.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| `data/")]
    files = {row[0].strip("`"): row[1:] for row in rows if len(row) == 3}
    there = {str(path.relative_to(released)) for path in (released / "data").rglob("*") if path.is_file()}
    assert set(files) == there
    assert all(size[0].isdigit() and words for size, words in files.values())
    assert next(iter(files)).endswith(".xlsx")


@pytest.mark.parametrize(
    "address",
    ["https://ex.org/d#f", "https://ex.org/d?x=1", "https://ex.org/%zz", "https:///d", "ftp://ex.org/", "d"],
)
def test_it_refuses_an_address_below_which_nothing_can_lie(project: Path, address: str) -> None:
    with pytest.raises(WrongAddress) as caught:
        made(project, address=address)
    assert f"`{address}`" in str(caught.value)
    assert not (project.parent / "out").exists()


def test_it_lies_below_a_dataset_whose_iri_has_a_fragment(project: Path) -> None:
    path = project / "graph" / "dataset.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("/ombre/>", "/ombre#data>"), encoding="utf-8")
    _, release = described(made(project))
    assert str(release) == "https://example.org/ombre/release/1.0.0/"


def test_it_says_what_it_was_made_from_and_no_date_unless_told(released: Path, dated: Path) -> None:
    graph, dataset = described(released)
    used = {str(graph.value(one, DCTERMS.title)) for one in graph.objects(None, PROV.used)}
    assert "graph/claims/lire-en-ombre.trig" in used
    assert graph.value(dataset, DCTERMS.issued) is None
    graph, dataset = described(dated)
    assert str(graph.value(dataset, DCTERMS.issued)) == "2026-11-22"


def test_it_gives_the_graph_the_version_of_the_release(released: Path) -> None:
    answer = partnerkg.open(released).sparql("SELECT ?v { ?d a dcat:Dataset ; dcat:version ?v }")
    assert [row["v"] for row in answer.records()] == ["1.0.0"]


def test_it_says_that_it_is_the_first(released: Path) -> None:
    assert "First release" in (released / "CHANGES.md").read_text()
    assert json.loads((released / "CHANGES.json").read_text()) == {
        "version": "1.0.0",
        "previous": None,
        "changes": None,
    }


def test_it_says_exactly_that_an_organisation_was_renamed(renamed: Path) -> None:
    changes = json.loads((renamed / "CHANGES.json").read_text())["changes"]
    became = {
        name: found for name, found in changes["organizations"].items() if found and isinstance(found, list)
    }
    assert list(became) == ["renamed"]
    assert [text["text"] for text in became["renamed"][0]["names"]] == ["La Plume d’Or"]
    lines = {line.split(" ")[1].rpartition("/")[2] for graph in changes["graphs"] for line in graph["added"]}
    assert lines == {"core#prefLabel>", "dcat#version>"}
    assert "La Plume, now La Plume d’Or" in (renamed / "CHANGES.md").read_text()
    assert "What changed since 1.0.0." in (renamed / "CHANGES.md").read_text()


def test_it_names_the_release_before(project: Path) -> None:
    first = made(project, "first", address="https://data.example.org/one")
    graph, dataset = described(made(project, "second", "1.1.0", previous=str(first)))
    assert graph.value(dataset, DCAT.previousVersion) == URIRef("https://data.example.org/one/")


def test_it_finds_no_change_between_the_project_and_its_dump_but_the_version(
    project: Path, released: Path
) -> None:
    found = diff(project, released).difference
    assert (found.additions, found.removals) == (1, 0)


def test_it_is_described_as_catalogues_ask_for(dated: Path) -> None:
    shapes = Path(__file__).parent / "catalogue.ttl"
    conforms, _, text = pyshacl.validate(described(dated)[0], shacl_graph=str(shapes))
    assert conforms, text


def test_it_is_described_with_terms_that_exist(released: Path, absent) -> None:
    given = os.environ.get("PARTNERKG_VOCABULARIES")
    folder = Path(given or Path(__file__).resolve().parents[3] / "shared" / "vocabularies")
    if not folder.is_dir():
        absent(f"no copies of vocabularies in {folder}; set PARTNERKG_VOCABULARIES")
    known = {str(s) for name in folder.glob("*.ttl") for s in Graph().parse(name).subjects()}
    for s, p, o in described(released)[0]:
        terms = {str(p)} | ({str(o)} if p == RDF.type else set())
        unknown = {term for term in terms if term not in known and not term.startswith((SPDX, str(RDF)))}
        assert unknown == set(), (s, p, o)


def test_it_replaces_a_folder_only_if_told(project: Path) -> None:
    folder = made(project)
    with pytest.raises(OccupiedFolder, match="say --force"):
        made(project)
    (folder / "stale").write_text("x")
    made(project, force=True)
    assert not (folder / "stale").exists()
    assert [path for path in project.parent.iterdir() if path.name.startswith(".")] == []


def test_it_does_not_release_a_graph_with_violations(project: Path) -> None:
    (project / "graph" / "claims" / "wrong.ttl").write_text(
        "<https://w3id.org/partnerkg/id/support/x> a <https://w3id.org/partnerkg/ontology#Support> ."
    )
    with pytest.raises(InvalidGraph, match="violations and is not released"):
        made(project)
    assert not (project.parent / "out").exists()


def test_it_leaves_nothing_where_a_format_cannot_say_it(project: Path) -> None:
    with (project / "graph" / "dataset.ttl").open("a") as file:
        file.write("<https://example.org/ombre/> <https://example.org/1> 1 .")
    with pytest.raises(
        UnwritableAsAll, match=r"example\.org/1> .* cannot be written as RDF/XML: .*; mend it"
    ):
        made(project)
    assert [path.name for path in project.parent.iterdir()] == ["project"]


def test_it_refuses_a_version_that_does_not_follow(project: Path, released: Path) -> None:
    with pytest.raises(OldVersion, match="does not come after"):
        made(project, "second", "1.0.0", previous=str(released))


def test_it_refuses_a_graph_that_does_not_say_what_it_is(project: Path) -> None:
    (project / "graph" / "dataset.ttl").unlink()
    with pytest.raises(Undescribed, match=r"graph/dataset\.ttl"):
        made(project)


def test_it_carries_how_complete_the_records_are(project: Path, released: Path) -> None:
    measured = Graph().parse(released / "quality" / "completeness.ttl")
    pk = Namespace("https://w3id.org/partnerkg/ontology#")
    found = sorted(
        (int(a), int(measured.value(node, pk.applicableRecords)))
        for node, a in measured[: pk.answeredRecords]
    )
    cells = partnerkg.open(project).completeness().cells
    assert found == sorted((cell.answered, cell.of) for cell in cells)
    assert measured.value(None, RDF.type, DCAT.Dataset) == described(released)[1]


def test_it_never_replaces_a_folder_that_is_no_release(project: Path) -> None:
    mine = project.parent / "out" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("keep me", encoding="utf-8")
    with pytest.raises(OccupiedFolder):
        made(project, force=True)
    assert mine.read_text(encoding="utf-8") == "keep me"


def test_it_says_in_french_what_it_holds_and_what_changed(renamed: Path) -> None:
    assert "La Plume, désormais La Plume d’Or" in (renamed / "CHANGES.fr.md").read_text()
    assert "| fichier | ce que c’est |" in (renamed / "README.fr.md").read_text()
    assert "chaque terme et chaque règle" in (renamed / "README.fr.md").read_text()
    for name in re.findall(r"`([A-Z][\w.]+)`", (renamed / "README.fr.md").read_text()):
        assert (renamed / name).is_file()
