"""What `graph/reference/` and `graph/dataset.ttl` hold."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from partnerkg import resources
from partnerkg.encode.generated import claims_and_evidence
from partnerkg.encode.made import Made
from partnerkg.model.place import is_siren
from partnerkg.namespaces import expand, prefixes
from partnerkg.places.cog import listing
from partnerkg.places.gazetteer import Gazetteer, reference
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import run
from partnerkg.store import embedded

ROOT = Path(resources.root())
LIST = ROOT / "graph/reference/communes.yaml"
PLACES = ROOT / "graph/reference/places.trig"
EVIDENCE = ROOT / "graph/evidence/reference.trig"
DATASET = ROOT / "graph/dataset.ttl"
COG = ROOT / "build/npm/node_modules/@etalab/decoupage-administratif/data"

GRAPHS = "https://w3id.org/partnerkg/graph/"

TOWNS = {
    "Achicourt": "62004",
    "Angres": "62032",
    "Arras": "62041",
    "Auxi-le-Château": "62060",
    "Avion": "62065",
    "Bapaume": "62080",
    "Beauvoir-Wavans": "62881",
    "Berlencourt-le-Cauroy": "62111",
    "Bertincourt": "62117",
    "Boulogne-sur-Mer": "62160",
    "Bruay-la-Buissière": "62178",
    "Bully-les-Mines": "62186",
    "Courrières": "62250",
    "Croix": "59163",
    "Dainville": "62263",
    "Faches-Thumesnil": "59220",
    "Foncquevillers": "62341",
    "Godewaersvelde": "59262",
    "Grenay": "62386",
    "Hénin-Beaumont": "62427",
    "Lens": "62498",
    "Lille": "59350",
    "Lillers": "62516",
    "Liévin": "62510",
    "Mazingarbe": "62563",
    "Paris": "75056",
    "Roubaix": "59512",
    "Saint-Laurent-Blangy": "62753",
    "Saint-Nicolas": "62764",
    "Senlis": "60612",
    "Valenciennes": "59606",
    "Villeneuve-d’Ascq": "59009",
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(PLACES)


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load(path=PLACES, format=RdfFormat.TRIG)
    return store


def rows(store: Store, names: str, pattern: str) -> list[tuple[str, ...]]:
    """Return what these variables stand for in a pattern, over all graphs."""
    query = f"SELECT {names} WHERE {{ {pattern} }}"
    found = store.query(query, prefixes=prefixes(), use_default_graph_as_union=True)
    return [tuple(term.value for term in row) for row in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "code"), TOWNS.items())
def test_it_has_each_town_of_the_pages_under_its_code(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert (gazetteer.find(name), gazetteer.label(f"commune-{code}")) == (f"commune-{code}", name)


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Saint-Nicolas-Lez-Arras", "commune-62764"),
        ("Berlencourt-Le Coroy", "commune-62111"),
        ("Auxi-le-Chateau", "commune-62060"),
        ("Paris 11", "arrondissement-municipal-75111"),
        ("Hauts de France", "region-32"),
        ("Nord", "departement-59"),
        ("Pas-de-Calais", "departement-62"),
    ],
)
def test_it_knows_the_names_as_the_pages_write_them(gazetteer: Gazetteer, written: str, slug: str) -> None:
    assert gazetteer.find(written) == slug


def test_it_holds_no_place_beyond_those_listed_and_their_parents(gazetteer: Gazetteer) -> None:
    listed = {f"commune-{code}" for code in TOWNS.values()} | {"arrondissement-municipal-75111"}
    larger = {f"departement-{code}" for code in (59, 60, 62, 75)} | {"region-11", "region-32"}
    assert set(gazetteer.slugs()) == listed | larger


@pytest.mark.parametrize(
    "fact", ["igeo:codeINSEE", "schema:postalCode", "pk:population", "igeo:subdivisionDe"]
)
def test_it_gives_that_fact_for_every_town(store: Store, fact: str) -> None:
    kinds = "VALUES ?kind { igeo:Commune igeo:ArrondissementMunicipal }"
    assert rows(store, "?town", f"{kinds} ?town a ?kind . FILTER NOT EXISTS {{ ?town {fact} ?value }}") == []


@pytest.mark.parametrize("fact", ["schema:latitude", "schema:longitude"])
def test_it_gives_every_commune_one_point(store: Store, fact: str) -> None:
    found = rows(store, "?town ?degrees", f"?town a igeo:Commune . OPTIONAL {{ ?town {fact} ?degrees }}")
    assert len(found) == len(TOWNS)


def test_it_leads_from_every_place_to_one_region(store: Store) -> None:
    found = rows(
        store,
        "?place ?region",
        "?place a pk:Place . OPTIONAL { ?place igeo:subdivisionDe* ?region . ?region a igeo:Region }",
    )
    assert len(found) == len({place for place, _ in found}) == 39


def test_it_writes_codes_as_text_and_populations_as_numbers(store: Store) -> None:
    texts = {
        quad.object.datatype.value
        for name in ("igeo:codeINSEE", "schema:postalCode", "skos:notation")
        for quad in matching(store, name)
    }
    numbers = {quad.object.datatype.value for quad in matching(store, "pk:population")}
    assert (texts, numbers) == ({expand("xsd:string")}, {expand("xsd:integer")})


def matching(store: Store, predicate: str) -> list[Quad]:
    return list(store.quads_for_pattern(None, NamedNode(expand(predicate) or ""), None))


def test_it_has_one_town_hall_with_a_valid_siren_for_every_commune(store: Store) -> None:
    halls = rows(
        store,
        "?hall ?town ?siren",
        "?hall a pk:PublicBody ; pk:governs ?town ; adms:identifier/skos:notation ?siren .",
    )
    assert (
        len(halls) == len({hall for hall, _, _ in halls}) == len({siren for *_, siren in halls}) == len(TOWNS)
    )
    assert all(is_siren(siren) for *_, siren in halls)


def test_it_flags_the_namesakes_of_a_town(store: Store) -> None:
    notes = dict(
        rows(
            store, "?town ?note", "?town a pk:Place ; skos:editorialNote ?note . FILTER (LANG(?note) = 'en')"
        )
    )
    assert "Senlis (62790)" in notes[expand("place:commune-60612")]
    assert len(notes) == 3


def test_it_leaves_the_names_of_partner_towns_to_the_readings(store: Store) -> None:
    unnamed = rows(store, "?hall", "?hall a pk:PublicBody . FILTER NOT EXISTS { ?hall skos:prefLabel ?name }")
    slugs = "ville-d-arras ville-d-avion ville-de-courrieres ville-de-grenay ville-de-lievin"
    expected = f"{slugs} ville-de-saint-laurent-blangy ville-de-saint-nicolas".split()
    assert {hall.rpartition("/")[2] for (hall,) in unnamed} == set(expected)


@pytest.mark.parametrize("path", [LIST, PLACES, DATASET], ids=lambda path: path.name)
def test_it_writes_no_straight_apostrophe_in_french(path: Path) -> None:
    if path == LIST:
        texts = [
            text
            for place in listing(path).wanted
            for text in (place.name, *place.aliases, *place.note.values())
        ]
    else:
        terms = [quad.object for quad in parse(path=path)]
        texts = [term.value for term in terms if isinstance(term, Literal) and term.language]
    assert not [text for text in texts if "'" in text]


@pytest.mark.parametrize("path", [PLACES, DATASET], ids=lambda path: path.name)
def test_it_has_no_blank_node(path: Path) -> None:
    assert not [quad for quad in parse(path=path) if BlankNode in (type(quad.subject), type(quad.object))]


def test_it_equals_what_the_cog_says(absent: Callable[[str], None]) -> None:
    folder = Path(os.environ.get("PARTNERKG_COG", COG))
    if not folder.is_dir():
        absent("the official geographical code is not here: `make npm` fetches it, with Debian's npm")
    made = claims_and_evidence(reference(listing(LIST), str(folder)), PLACES, EVIDENCE)
    assert {path: path.read_bytes() for path in made} == made


def test_it_is_known_to_be_made_by_its_command() -> None:
    folder = ROOT / "graph"
    assert set(Made.read(folder).by("places")) == {PLACES, EVIDENCE}
    assert all(map(Made.read(folder).knows, (PLACES, EVIDENCE)))


def test_each_source_of_what_is_said_of_a_town_has_its_licence_and_its_status() -> None:
    found = set()
    for subject in ("ville-d-arras", "commune-62764"):
        answer = run(catalogue()["statement_sources"], embedded.read(), subject=subject)
        for row in answer.rows:
            said = {
                name: str(getattr(term, "value", "")) for name, term in zip(answer.columns, row, strict=True)
            }
            if said["claim"].startswith(GRAPHS):
                names = (said[key].rsplit("/", 1)[-1] for key in ("claim", "status", "source"))
                found.add((*names, said["licence"]))
    etalab, ours = "https://spdx.org/licenses/etalab-2.0", "https://creativecommons.org/licenses/by/4.0/"
    assert found == {
        ("reference", "external", "cog-2026", etalab),
        ("positions", "external", "admin-express-cog-2018", etalab),
        ("additions", "curated", "partnerkg", ours),
        ("descriptions", "descriptive", "partnerkg", ours),
    }


def test_it_gives_the_dataset_the_version_of_the_package() -> None:
    package = ROOT / "pyproject.toml"
    if not package.exists():
        pytest.skip("the installed package carries no pyproject.toml")
    version = tomllib.loads(package.read_text(encoding="utf-8"))["project"]["version"]
    assert Literal(version) in [quad.object for quad in described("dcat:version")]


@pytest.mark.parametrize("text", ["dct:title", "dct:description", "dct:rights"])
def test_it_describes_the_dataset_in_french_and_english(text: str) -> None:
    assert sorted(quad.object.language for quad in described(text)) == ["en", "fr"]


def test_it_names_licence_publisher_and_sources_of_the_dataset() -> None:
    assert [quad.object.value for quad in described("dct:license")] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert len(described("dct:publisher")) == 1
    sources = {
        expand(f"source:{slug}")
        for slug in ("admin-express-cog-2018", "cog-2026", "coleres-du-present", "lis-avec-moi")
    }
    assert {quad.object.value for quad in described("dct:source")} == sources


def test_it_counts_the_publisher_of_the_dataset_as_no_organisation_of_the_graph() -> None:
    publisher = described("dct:publisher")[0].object
    kinds = {
        quad.object.value for quad in parse(path=DATASET) if quad.subject == publisher and "type" in str(quad)
    }
    assert kinds == {expand("foaf:Agent")}


def described(predicate: str) -> list[Quad]:
    dataset = NamedNode("https://w3id.org/partnerkg/")
    term = NamedNode(expand(predicate) or "")
    return [quad for quad in parse(path=DATASET) if quad.subject == dataset and quad.predicate == term]
