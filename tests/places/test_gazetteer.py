from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.errors import AmbiguousPlace, BrokenFile, MissingFile, UnknownPlace
from partnerkg.model.place import Origin, Place, Wanted
from partnerkg.namespaces import expand
from partnerkg.places.cog import Listing
from partnerkg.places.gazetteer import Gazetteer, quads, reference

ORIGIN = Origin(
    "cog", {"fr": "COG"}, {"fr": "Libre"}, "https://a.example/", "https://b.example/", {"en": "Mostly."}
)
OWN = Origin(
    "own",
    {"fr": "Liste"},
    {"fr": "À nous"},
    "https://c.example/",
    "https://d.example/",
    author="https://e.example/",
)
ADDED, MADE_UP = "graph:additions", "graph:descriptions"
ROWS = {
    "communes": [
        {
            "code": "98001",
            "nom": "Orme",
            "typeLiaison": 1,
            "type": "commune-actuelle",
            "departement": "98",
            "region": "97",
            "siren": "216200410",
            "codesPostaux": ["98100", "98110"],
            "population": 1234,
        }
    ],
    "departements": [{"code": "98", "nom": "Vents", "typeLiaison": 4, "region": "97"}],
    "regions": [{"code": "97", "nom": "Hautes-Terres", "typeLiaison": 4}],
}
LABELS = {"commune-1": "Orme-l’Évêque", "commune-2": "Val", "departement-3": "Val", "commune-4": "Val-Haut"}
NAMES = [*LABELS.items(), ("commune-1", "Lorme"), ("commune-1", "Ornme"), ("commune-4", "Lorme")]


@pytest.fixture
def cog(tmp_path: Path) -> Path:
    for name, rows in ROWS.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def written(cog: Path, **details: object) -> set[Quad]:
    return set(reference(Listing(ORIGIN, OWN, (Wanted("98001", "Orme", **details),)), cog))  # type: ignore[arg-type]


def placed(origin: Origin | None) -> set[Quad]:
    """Return what is said of Arras, which is on the map, of a commune newer than it, and of a département."""
    places = [
        Place("Commune", "62041", "Arras", 1),
        Place("Commune", "98001", "Orme", 1),
        Place("Departement", "62", "Pas-de-Calais", 2),
    ]
    return set(quads(places, Listing(ORIGIN, OWN, (), origin)))


def quad(subject: str, predicate: str, value: str | Literal, graph: str = "graph:reference") -> Quad:
    def node(curie: str) -> NamedNode:
        return NamedNode(expand(curie) or curie)

    return Quad(node(subject), node(predicate), node(value) if isinstance(value, str) else value, node(graph))


@pytest.mark.parametrize("name", ["Orme-l’Évêque", "ORME L'EVEQUE", "orme l eveque", "Ornme", "commune-1"])
def test_it_finds_a_place_however_its_name_is_spelt(name: str) -> None:
    assert Gazetteer(LABELS, NAMES).find(name) == "commune-1"


def test_it_takes_the_commune_when_a_larger_place_has_the_same_name() -> None:
    gazetteer = Gazetteer(LABELS, NAMES)
    assert (gazetteer.find("Val"), gazetteer.find("departement-3")) == ("commune-2", "departement-3")


def test_it_says_which_place_may_have_been_meant() -> None:
    with pytest.raises(UnknownPlace, match=r"No place named `Val-Bas`; did you mean `Val-Haut`"):
        Gazetteer(LABELS, NAMES).find("Val-Bas")


@pytest.mark.parametrize("name", ["", "-", "’"])
def test_it_finds_nothing_by_no_letters(name: str) -> None:
    with pytest.raises(UnknownPlace):
        Gazetteer(LABELS, NAMES).find(name)


def test_it_refuses_to_choose_between_two_communes() -> None:
    with pytest.raises(AmbiguousPlace, match=r"`lorme` names more than one place.*commune-1, commune-4"):
        Gazetteer(LABELS, NAMES).find("lorme")


def test_it_labels_a_slug() -> None:
    assert Gazetteer(LABELS, NAMES).label("commune-1") == "Orme-l’Évêque"


def test_it_has_no_label_for_an_unknown_slug() -> None:
    with pytest.raises(UnknownPlace, match="commune-9"):
        Gazetteer(LABELS, NAMES).label("commune-9")


def test_it_reads_back_the_names_that_were_written(cog: Path, tmp_path: Path) -> None:
    path = tmp_path / "places.trig"
    quads = written(cog, aliases=("Ormeau",), misspellings=("Horme",))
    path.write_text("".join(f"{q.graph_name} {{ {q.triple} . }}\n" for q in quads), encoding="utf-8")
    gazetteer = Gazetteer.read(path)
    assert {gazetteer.find(name) for name in ("Orme", "Ormeau", "Horme")} == {"commune-98001"}
    assert gazetteer.slugs() == ["commune-98001", "departement-98", "region-97"]


def test_it_says_that_the_places_are_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"none\.trig"):
        Gazetteer.read(tmp_path / "none.trig")


def test_it_says_where_the_places_are_broken(tmp_path: Path) -> None:
    path = tmp_path / "places.trig"
    path.write_text("\n<a:b> <a:c> .", encoding="utf-8")
    with pytest.raises(BrokenFile, match="line 2"):
        Gazetteer.read(path)


def test_it_describes_a_place_with_its_codes_and_parents(cog: Path) -> None:
    assert written(cog) >= {
        quad("place:commune-98001", "rdf:type", "pk:Place"),
        quad("place:commune-98001", "rdf:type", "igeo:Commune"),
        quad("place:commune-98001", "skos:prefLabel", Literal("Orme", language="fr")),
        quad("place:commune-98001", "igeo:codeINSEE", Literal("98001")),
        quad("place:commune-98001", "schema:postalCode", Literal("98100")),
        quad("place:commune-98001", "schema:postalCode", Literal("98110")),
        quad("place:commune-98001", "pk:population", Literal(1234)),
        quad("place:commune-98001", "igeo:subdivisionDe", "place:departement-98"),
        quad("place:departement-98", "rdf:type", "igeo:Departement"),
        quad("place:departement-98", "igeo:subdivisionDe", "place:region-97"),
        quad("place:region-97", "rdf:type", "igeo:Region"),
    }


def test_it_says_where_a_commune_of_the_map_stands_and_nothing_of_others() -> None:
    degrees = NamedNode(expand("xsd:decimal") or "")
    found = {one for one in placed(ORIGIN) if one.graph_name.value.endswith("/positions")}
    assert found == {
        quad("place:commune-62041", "schema:latitude", Literal("50.29", datatype=degrees), "graph:positions"),
        quad(
            "place:commune-62041", "schema:longitude", Literal("2.766", datatype=degrees), "graph:positions"
        ),
    }


def test_it_describes_the_positions_as_another_claim() -> None:
    assert placed(ORIGIN) >= {
        quad("graph:positions", "rdf:type", "pk:Claim", "graph:enrichment"),
        quad("graph:positions", "pk:evidence", "evidence:positions-cog", "graph:enrichment"),
    }


def test_it_gives_no_positions_without_saying_where_they_come_from() -> None:
    assert not [one for one in placed(None) if "positions" in str(one)]


def test_it_writes_aliases_misspellings_and_notes(cog: Path) -> None:
    quads = written(cog, aliases=("Ormeau",), misspellings=("Horme",), note={"en": "Of two."})
    assert quads >= {
        quad("place:commune-98001", "skos:altLabel", Literal("Ormeau", language="fr"), ADDED),
        quad("place:commune-98001", "skos:hiddenLabel", Literal("Horme", language="fr"), ADDED),
        quad("place:commune-98001", "skos:editorialNote", Literal("Of two.", language="en"), ADDED),
    }


def test_a_town_hall_is_found_by_the_other_spellings_of_its_town(cog: Path) -> None:
    quads = written(cog, aliases=("Ormeau",), misspellings=("Horme",))
    for name in ("Commune d’Ormeau", "Commune d’Horme"):
        assert (
            quad("organization:ville-d-orme", "skos:hiddenLabel", Literal(name, language="fr"), MADE_UP)
            in quads
        )


def test_it_describes_the_town_hall_as_another_thing_than_the_commune(cog: Path) -> None:
    assert written(cog) >= {
        quad("organization:ville-d-orme", "rdf:type", "pk:PublicBody"),
        quad("organization:ville-d-orme", "org:classification", "kind:commune"),
        quad("organization:ville-d-orme", "pk:governs", "place:commune-98001"),
        quad(
            "organization:ville-d-orme", "skos:prefLabel", Literal("Commune d’Orme", language="fr"), MADE_UP
        ),
        quad("organization:ville-d-orme", "pk:nameStatus", "name-status:descriptive", MADE_UP),
        quad("organization:ville-d-orme", "adms:identifier", "identifier:siren-216200410"),
        quad("identifier:siren-216200410", "rdf:type", "adms:Identifier"),
        quad("identifier:siren-216200410", "skos:notation", Literal("216200410")),
        quad("identifier:siren-216200410", "pk:identifierScheme", "identifier-scheme:siren"),
    }


def test_it_leaves_the_name_of_a_town_hall_to_the_page_that_names_it(cog: Path) -> None:
    quads = written(cog, town_hall_in_readings=True)
    name = Literal("Commune d’Orme", language="fr")
    assert quad("organization:ville-d-orme", "skos:altLabel", name, MADE_UP) in quads
    said = {
        q.predicate.value for q in quads if q.subject == NamedNode(expand("organization:ville-d-orme") or "")
    }
    assert not said & {expand("skos:prefLabel"), expand("pk:nameStatus")}


def test_it_takes_another_name_of_a_town_hall(cog: Path) -> None:
    name = Literal("Ville d’Orme", language="fr")
    assert quad("organization:ville-d-orme", "skos:prefLabel", name, MADE_UP) in written(
        cog, town_hall="Ville d’Orme"
    )


def test_it_describes_the_reference_graph_as_a_claim_seen_elsewhere(cog: Path) -> None:
    about = "graph:enrichment"
    assert written(cog) >= {
        quad("graph:reference", "rdf:type", "pk:Claim", about),
        quad("graph:reference", "pk:claimStatus", "status:external", about),
        quad("graph:reference", "pk:evidence", "evidence:reference-cog", about),
        quad("graph:reference", "skos:editorialNote", Literal("Mostly.", language="en"), about),
        quad("evidence:reference-cog", "pk:seenOn", "source:cog", about),
        quad("source:cog", "schema:url", "https://a.example/", about),
        quad("source:cog", "dct:license", "https://b.example/", about),
    }


@pytest.mark.parametrize(("graph", "status"), [(ADDED, "status:curated"), (MADE_UP, "status:descriptive")])
def test_what_the_list_itself_says_is_a_claim_of_its_author_with_a_source_of_its_own(
    cog: Path, graph: str, status: str
) -> None:
    about, evidence = "graph:enrichment", f"evidence:{graph.partition(':')[2]}-own"
    found = written(cog, aliases=("Ormeau",))
    assert found >= {
        quad(graph, "rdf:type", "pk:Claim", about),
        quad(graph, "pk:claimStatus", status, about),
        quad(graph, "prov:wasAttributedTo", "https://e.example/", about),
        quad(graph, "prov:wasDerivedFrom", "source:own", about),
        quad(graph, "pk:evidence", evidence, about),
        quad(evidence, "pk:seenOn", "source:own", about),
        quad("source:own", "dct:license", "https://d.example/", about),
    }


def test_the_graph_of_the_code_says_nothing_that_is_ours(cog: Path) -> None:
    found = written(cog, aliases=("Ormeau",), misspellings=("Horme",), note={"en": "Of two."})
    said = {one.predicate.value for one in found if one.graph_name.value == expand("graph:reference")}
    ours = ("skos:altLabel", "skos:hiddenLabel", "skos:editorialNote", "pk:nameStatus")
    assert not said & {expand(one) for one in ours}


def test_no_graph_is_described_in_which_nothing_stands(cog: Path) -> None:
    assert not [one for one in written(cog) if one.subject == NamedNode(expand(ADDED) or "")]
