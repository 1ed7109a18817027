"""The tables, and the formats that hold them, read by the programs of others."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet
import pytest
from csvw import CSVW
from pyoxigraph import Literal, NamedNode, Quad

import partnerkg
from partnerkg.errors import UnwritableValue
from partnerkg.export import FORMATS, write, xlsx
from partnerkg.export.csvw import METADATA, files
from partnerkg.export.tables import plan as plans
from partnerkg.namespaces import expand
from partnerkg.store import embedded, held


def node(curie: str) -> NamedNode:
    return NamedNode(expand(curie) or "")


def named(name: str, of: str = "organization:x", acronyms: tuple[str, ...] = ()) -> held.Held:
    """Return a store of one organisation with this name."""
    facts = [("rdf:type", node("pk:Bookshop")), ("skos:prefLabel", Literal(name, language="fr"))]
    facts += [("pk:acronym", Literal(acronym)) for acronym in acronyms]
    return held.hold(Quad(node(of), node(p), o) for p, o in facts)


def contents(store: embedded.Embedded, language: str) -> dict[str, bytes]:
    return {name: b"".join(chunks) for name, chunks in files(store, language).items()}


def rows(name: str, store: embedded.Embedded, language: str = "fr") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(contents(store, language)[f"{name}.csv"].decode(), newline="")))


@pytest.fixture(scope="module")
def shipped() -> embedded.Embedded:
    return partnerkg.open().store


def test_it_has_a_row_for_each_organisation_that_somebody_speaks_of(shipped: embedded.Embedded) -> None:
    assert len(rows("organisations", shipped)) == partnerkg.open().summary()["organizations"]


def test_it_puts_all_that_is_said_of_an_organisation_in_one_row(store: embedded.Embedded) -> None:
    [row] = [row for row in rows("organisations", store) if row["organisation_label"] == "Le Grimoire"]
    assert (row["town_label"], row["department_label"]) == ("Clairval|Rivebois", "Ombre")
    assert row["town"].split("|")[1].endswith("commune-95991")
    assert row["named_by_label"] == "Fête du livre de Rivebois|Lire en Ombre"


def test_it_writes_labels_in_the_language_asked(store: embedded.Embedded) -> None:
    kinds = [{row["kind_label"] for row in rows("organisations", store, tag)} for tag in ("fr", "en")]
    assert "librairie indépendante" in kinds[0] and "independent bookshop" in kinds[1]


def test_it_gives_each_relation_its_heading_status_and_page(store: embedded.Embedded) -> None:
    found = {
        (row["subject_label"], row["relation_label"], row["object_label"]): row
        for row in rows("relations", store)
    }
    row = found["Fête du livre de Rivebois", "a pour partenaire", "Page blanche"]
    assert (row["category_label"], row["status_label"]) == ("librairies indépendantes", "énoncée")
    assert row["page"] == "https://example.org/fete-du-livre"
    assert ("Libraires d’Ombre", "soutenu par", "Agence du livre d’Ombre") in found


def test_it_gives_each_quote_its_place_and_what_it_is_about(store: embedded.Embedded) -> None:
    [row] = [
        row
        for row in rows("evidence", store)
        if row["quote"] == "With the support of Agence du livre d’Ombre"
        and row["about_label"] == "Libraires d’Ombre"
    ]
    assert (row["start"], row["end"], row["role"]) == ("250", "293", "passage")


def test_it_lists_what_is_not_known_of_a_partner(store: embedded.Embedded) -> None:
    found = {(row["organisation_label"], row["gap"]) for row in rows("gaps", store)}
    assert ("Radio Ombre", "town") in found and ("La Plume", "town") not in found


@pytest.mark.filterwarnings("always")  # the validator looks at its own warnings
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_validator_of_csv_on_the_web_finds_nothing(
    language: str, store: embedded.Embedded, tmp_path: Path
) -> None:
    for name, data in contents(store, language).items():
        (tmp_path / name).write_bytes(data)
    assert CSVW(str(tmp_path / METADATA), validate=True).is_valid


@pytest.mark.filterwarnings("always")
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("sites.csv", "organization/la-plume", "organization/la-plum"), ("places.csv", ",4300,", ",many,")],
)
def test_the_validator_finds_what_is_wrong(
    name: str, old: str, new: str, store: embedded.Embedded, tmp_path: Path
) -> None:
    for file, data in contents(store, "fr").items():
        (tmp_path / file).write_bytes(data.replace(old.encode(), new.encode(), file == name))
    try:
        assert not CSVW(str(tmp_path / METADATA), validate=True).is_valid
    except ValueError as error:
        assert "not found in table" in str(error)


def test_its_zip_holds_the_same_files(store: embedded.Embedded) -> None:
    with ZipFile(BytesIO(b"".join(write(store, "csvw", "fr")))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents(store, "fr")


def test_it_describes_every_column_in_both_languages(store: embedded.Embedded) -> None:
    for table in json.loads(contents(store, "fr")[METADATA])["tables"]:
        for column in table["tableSchema"]["columns"]:
            assert {said["@language"] for said in column["dc:description"]} == {"en", "fr"}


@pytest.mark.parametrize("name", ["=1+1", "+33 3", "-x", "@a", '"', "a,b", "a\r\nb", "\t", "é|è"])
def test_it_keeps_every_value_letter_for_letter(name: str) -> None:
    [row] = rows("organisations", named(name))
    assert row["organisation_label"] == name


def test_it_puts_a_sign_between_values_that_none_of_them_has() -> None:
    names = ("Ici | La", "Ça ¦ là", "Deux")
    files = contents(named("x", acronyms=names), "fr")
    tables = {
        table["url"]: table["tableSchema"]["columns"] for table in json.loads(files[METADATA])["tables"]
    }
    separators = {column["name"]: column.get("separator") for column in tables["organisations.csv"]}
    [row] = csv.DictReader(StringIO(files["organisations.csv"].decode(), newline=""))
    assert separators["acronym"] == "‖"
    assert sorted(row["acronym"].split("‖")) == sorted(names)
    assert separators["kind"] == "|"


@pytest.mark.parametrize("name", ["=1+1", "+33 3", "-x", "@a", "http://a/b", "mailto:a@b", "a\nb", "{=1}"])
def test_a_spreadsheet_shows_texts_and_runs_no_formula(name: str) -> None:
    book = openpyxl.load_workbook(BytesIO(b"".join(write(named(name), "xlsx", "fr"))))
    cell = book["organisations"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)


@pytest.mark.parametrize(
    ("language", "sheets", "header"),
    [
        (
            "fr",
            ["organisations", "groupes", "implantations", "lieux", "relations", "preuves", "lacunes"],
            "sigle",
        ),
        ("en", ["organisations", "groups", "sites", "places", "relations", "evidence", "gaps"], "acronym"),
    ],
)
def test_a_spreadsheet_speaks_the_language(
    language: str, sheets: list[str], header: str, store: embedded.Embedded
) -> None:
    book = openpyxl.load_workbook(BytesIO(b"".join(write(store, "xlsx", language))))
    assert book.sheetnames == sheets
    sheet = book["organisations"]
    assert (sheet["B1"].value, sheet.freeze_panes, sheet.auto_filter.ref) == (header, "B2", "A1:N13")
    assert sheet["N2"].value.startswith("https://")


def test_pandas_reads_numbers_as_numbers(store: embedded.Embedded) -> None:
    import pandas  # most of a second

    found = pandas.read_excel(BytesIO(b"".join(write(store, "xlsx", "fr"))), sheet_name="lieux")
    assert found["population"].dtype.kind in "if"


@pytest.mark.parametrize("name", ["\x00", "\x0b", "\uffff"])
@pytest.mark.parametrize("form", ["xlsx", "graphml", "gexf"])
def test_it_refuses_characters_that_xml_does_not_have(form: str, name: str) -> None:
    with pytest.raises(UnwritableValue, match=f"written as {form}: XML has no character U\\+"):
        b"".join(write(named(f"a{name}"), form))


def test_it_refuses_a_text_that_no_cell_holds() -> None:
    with pytest.raises(UnwritableValue, match="no more than 32767"):
        b"".join(write(named("a" * 32_768), "xlsx"))


def test_it_refuses_more_rows_than_a_sheet_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 1)
    assert b"".join(write(named("a"), "xlsx"))
    two = held.Held([*named("a").quads(), *named("b", "organization:y").quads()])
    with pytest.raises(UnwritableValue, match="a sheet holds no more than 1 rows; choose csvw"):
        b"".join(write(two, "xlsx"))


def test_numbers_that_are_none_make_a_column_of_texts() -> None:
    place = [("rdf:type", node("pk:Place")), ("pk:population", Literal("many"))]
    store = held.hold(Quad(node("place:x"), node(p), o) for p, o in place)
    with ZipFile(BytesIO(b"".join(write(store, "parquet", "fr")))) as archive:
        found = pyarrow.parquet.read_table(BytesIO(archive.read("places.parquet")))
    assert found.column("population").to_pylist() == ["many"]


def test_arrow_reads_lists_and_numbers(store: embedded.Embedded) -> None:
    with ZipFile(BytesIO(b"".join(write(store, "parquet", "fr")))) as archive:
        found = {name: pyarrow.parquet.read_table(BytesIO(archive.read(name))) for name in archive.namelist()}
    assert found["organisations.parquet"].num_rows == 12
    assert str(found["places.parquet"].schema.field("population").type) == "int64"
    towns = found["organisations.parquet"].column("town_label").to_pylist()
    assert ["Clairval", "Rivebois"] in towns and [] in towns


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.asked])
def test_it_gives_the_same_bytes_whatever_the_order(name: str, store: embedded.Embedded) -> None:
    quads = sorted(store.quads(), key=lambda quad: hash(str(quad)))
    assert b"".join(write(held.Held(quads), name)) == b"".join(write(held.Held(reversed(quads)), name))


def test_every_query_of_a_table_gives_columns_of_the_table() -> None:
    for name in plans.NAMES:
        plan = plans.read(name)
        assert all(f"?{column.name}" in "".join(plan.queries) for column in plan.columns)
        assert {"en", "fr"} <= set(plan.titles) & set(plan.summary)
