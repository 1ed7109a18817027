"""What is exported from a server: the same as from files."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from partnerkg.export import write
from partnerkg.export.csvw import files
from partnerkg.export.selection import Selection, select
from partnerkg.namespaces import prefixes
from partnerkg.rdf import writer
from partnerkg.store import embedded, remote

ENGINES = ["oxigraph", "virtuoso"]
engines = pytest.mark.parametrize("engine", ENGINES)


@pytest.fixture(scope="module")
def here() -> embedded.Embedded:
    return embedded.read()


@pytest.fixture
def there(engine: str, request: pytest.FixtureRequest) -> remote.Remote:
    return remote.read(request.getfixturevalue(engine))


@engines
def test_its_tables_are_the_same(there: remote.Remote, here: embedded.Embedded) -> None:
    found, expected = (
        {name: b"".join(chunks) for name, chunks in files(store, "fr").items()} for store in (there, here)
    )
    assert {name: data for name, data in found.items() if data != expected[name]} == {}


# Virtuoso 7.2 answers the CONSTRUCT of schema-org otherwise: without years, and with other parents
@pytest.mark.parametrize(
    ("engine", "name"),
    [
        *((engine, name) for engine in ENGINES for name in ("graphml", "annotations")),
        ("oxigraph", "schema-org"),
    ],
)
def test_other_formats_are_the_same(name: str, there: remote.Remote, here: embedded.Embedded) -> None:
    assert b"".join(write(there, name, "fr")) == b"".join(write(here, name, "fr"))


@engines
def test_a_part_is_the_same(there: remote.Remote, here: embedded.Embedded) -> None:
    wanted = Selection(frozenset([NamedNode(prefixes()["organization"] + "le-bateau-livre-lille")]))
    found, expected = ("".join(writer.nquads(select(store, wanted))) for store in (there, here))
    assert found == expected
