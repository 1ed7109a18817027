"""Nodes without a name of their own are called by what they tie together."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from partnerkg.query.labels import labels
from partnerkg.query.nameless import counted
from partnerkg.store import embedded

ID = "https://w3id.org/partnerkg/id/"


@pytest.fixture(scope="module")
def called():
    store = embedded.read()
    return lambda path, language="en": labels([NamedNode(ID + path)], store, language).get(ID + path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("site/les-lisieres-croix", "Les Lisières, Croix"),
        (
            "capture/lis-avec-moi-1be64cac",
            "Media libraries and bookstores, a page of Lis avec moi, 2026-11-22",
        ),
        ("source-list/coleres-du-present-bookshops", "independent bookshops, Colères du Présent"),
        (
            "source-list/coleres-du-present-apei-lens-et-environs-parts",
            "list: APEI Lens et environs",
        ),
        ("collaboration/coleres-du-present-cap-nord-arras", "Colères du Présent – Cap Nord"),
        ("count/association-regionale-de-libraires-member-count", "> 70 (independent bookshop)"),
        ("identifier/siren-216200410", "Siren 216200410"),
    ],
)
def test_it_is_called_by_what_it_ties_together(called, path, name):
    assert called(path) == name


def test_it_is_called_so_in_the_language_asked_for(called):
    name = "librairies indépendantes, Colères du Présent"
    assert called("source-list/coleres-du-present-bookshops", "fr") == name


def test_what_nothing_is_said_of_has_no_name(called):
    assert called("site/nowhere") is None


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        (("54", "true", "54", "true"), "54 (shop)"),
        (("70", "false", "", ""), "> 70 (shop)"),
        (("70", "true", "", ""), "≥ 70 (shop)"),
        (("2", "true", "9", "false"), "≥ 2 < 9 (shop)"),
    ],
)
def test_a_count_keeps_its_bounds(bounds, text):
    assert counted(bounds, "shop") == text
