from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from partnerkg.query.belonging import belonging
from partnerkg.store import embedded

DATA = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://page.example/> .
:shop a :Shop ; :site :site ; :kind :bookshop ; :next :other ; :parent :group .
:group a :Group ; skos:prefLabel "Group" . :site a :Site ; :address :address .
:address a :Address ; :of :shop . :other a :Shop ; :kind :bookshop ; :shares :shelf ; :partner :shop .
:third a :Shop ; :next :other ; :shares :shelf . :bookshop a :Kind . :shelf a :Shelf ."""


@pytest.fixture
def ask(tmp_path):
    """Return a function that gives the local names of what belongs to some shops."""
    (tmp_path / "a.ttl").write_text(DATA, encoding="utf-8")
    store = embedded.read(str(tmp_path / "a.ttl"))

    def asking(*names):
        things = [NamedNode(f"https://page.example/{name}") for name in names]
        return [node.value.rpartition("/")[2] for node in belonging(things, store)]

    return asking


def test_it_finds_what_leads_from_one_thing_only_step_by_step(ask) -> None:
    assert ask("shop") == ["address", "site"]


def test_it_leaves_out_what_has_a_name_of_its_own(ask) -> None:
    assert "group" not in ask("shop")


def test_it_leaves_out_what_others_lead_to_as_well(ask) -> None:
    assert ask("third") == []


def test_what_belongs_to_several_things_together_belongs_to_them(ask) -> None:
    assert ask("other", "third") == ["shelf"]


def test_it_finds_the_site_of_an_organisation(store) -> None:
    shop = NamedNode("https://w3id.org/partnerkg/id/organization/la-plume-rivebois")
    found = [node.value.split("/id/")[1] for node in belonging([shop], store)]
    assert "site/la-plume-rivebois" in found
    assert not any(name.startswith("organization/") for name in found)
