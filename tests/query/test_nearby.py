"""The question of what is near a town, beside the haversine formula."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import pytest

from partnerkg.places.positions import position
from partnerkg.query.catalogue import catalogue
from partnerkg.query.run import run
from partnerkg.store import embedded

EARTH = 6371.0  # kilometres


@pytest.fixture(scope="module")
def store():
    return embedded.read()


def rows(store, place, within):
    return run(catalogue()["place_nearby_partners"], store, place=place, within=within).records()


def apart(one, other):
    (west, south), (east, north) = (map(radians, position(code)) for code in (one, other))
    part = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH * asin(sqrt(part))


def code(row):
    number = row["commune"].rpartition("-")[2]
    return "75056" if number == "75111" else number  # an arrondissement stands where its town does


@pytest.mark.parametrize(
    ("town", "of"), [("Lille", "59350"), ("Senlis", "60612"), ("Boulogne-sur-Mer", "62160")]
)
def test_it_gives_the_kilometres_as_the_crow_flies(store, town, of):
    found = rows(store, town, 500)
    assert len({row["kilometres"] for row in found}) > 10
    assert all(abs(row["kilometres"] - apart(of, code(row))) < 0.6 for row in found)


def test_it_leaves_out_what_is_farther_and_nothing_else(store):
    everything = rows(store, "Arras", 500)
    near = rows(store, "Arras", 20)
    assert near == [row for row in everything if apart("62041", code(row)) <= 20] != everything


def test_it_takes_a_distance_with_decimals(store):
    assert {row["commune"].rpartition("-")[2] for row in rows(store, "Arras", 2.5)} == {
        "62004",
        "62041",
        "62764",
    }


def test_it_lists_the_nearest_first(store):
    distances = [row["kilometres"] for row in rows(store, "Lens", 50)]
    assert distances == sorted(distances)


def test_it_finds_nothing_within_less_than_no_distance(store):
    assert rows(store, "Arras", 0) and not rows(store, "Arras", -5)
