"""A project with an address of its own: what it makes is below that, what it borrows keeps its address."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from partnerkg.errors import WrongUse
from partnerkg.model import iris
from partnerkg.pipeline import decisions, drafts, init
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.publish import things
from partnerkg.pipeline.publish.spaces import first

BASE = "https://tisseuses.example/kg/"
PAGE = """# Nos partenaires

## Nos librairies complices

- Le Bateau-Livre (Lille)
- La Plume d’oie (Arras)
"""
AUDIENCE = Audience("fr")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """Return a project with a base, in which a page was read and accepted."""
    folder = tmp_path_factory.mktemp("project")
    init.made(AUDIENCE, str(folder / "ours"), publisher="Les Tisseuses", base=BASE.rstrip("/"))
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    drafts.read(KnowledgeGraph(str(folder / "ours")), AUDIENCE, [str(folder / "page.md")], drafts.How())
    decisions.accept(KnowledgeGraph(str(folder / "ours")), AUDIENCE, everything=True)
    return KnowledgeGraph(str(folder / "ours"))


def test_it_makes_nothing_below_the_address_of_partnerkg(ours: KnowledgeGraph) -> None:
    made = set()
    for room in ("claims", "evidence", "reference"):
        for path in Path(ours.folder(), "graph", room).glob("*.trig"):
            for quad in parse(path=str(path), format=RdfFormat.TRIG):
                if path.name not in ("places.trig", "reference.trig"):
                    made |= {quad.subject.value, quad.graph_name.value}
    shipped = {iri for iri in made if iri.startswith(iris.space())}
    assert {iri.removeprefix(iris.space()) for iri in shipped} == {
        "id/organization/le-bateau-livre-lille",
        "concept/category",
        "graph/provenance",
        "graph/vocabulary",
    }
    assert {f"{BASE}id/organization/la-plume-d-oie-arras", f"{BASE}claim/page/la-plume-d-oie-arras"} <= made
    assert f"{BASE}concept/category/nos-librairies-complices" in made


def test_it_says_in_the_reading_what_it_borrows(ours: KnowledgeGraph) -> None:
    text = Path(ours.folder(), "graph", "readings", "page.yaml").read_text(encoding="utf-8")
    assert f"same: {iris.space()}id/organization/le-bateau-livre-lille\n" in text


def test_it_conforms(ours: KnowledgeGraph) -> None:
    assert ours.validate().passes()


@pytest.mark.parametrize(
    ("slug", "iri"),
    [
        ("la-plume-d-oie-arras", f"{BASE}id/organization/la-plume-d-oie-arras"),
        ("le-bateau-livre-lille", "https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille"),
        ("commune-62041", "https://w3id.org/partnerkg/id/place/commune-62041"),
    ],
)
def test_it_finds_things_by_slug(ours: KnowledgeGraph, slug: str, iri: str) -> None:
    from partnerkg.query.things import find

    assert find(slug, ours.store) == NamedNode(iri)


def test_its_addresses_lead_to_its_things(ours: KnowledgeGraph) -> None:
    assert first(ours.store) == BASE
    found = things.find(ours, "id/organization/la-plume-d-oie-arras")
    assert found is not None
    assert found.iri == f"{BASE}id/organization/la-plume-d-oie-arras"


@pytest.mark.parametrize("base", ["tisseuses.example", "https://", "https://x.example/#", "ftp://x.example/"])
def test_it_refuses_a_base_that_no_address_begins_with(tmp_path: Path, base: str) -> None:
    with pytest.raises(WrongUse):
        init.made(AUDIENCE, str(tmp_path / "ours"), base=base)
