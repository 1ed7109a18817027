"""The network as tables and data."""

from __future__ import annotations

import csv
import gzip
import io

import pytest

from partnerkg.serve.site import assets

pytestmark = pytest.mark.slow  # the whole graph


def test_its_data_have_the_links_that_are_seen(read):
    rows = list(csv.DictReader(io.StringIO(read("network.csv", "en"))))
    assert len(rows) == read("network", "en").count('<th scope="row"') > 100
    assert all(row["Claims"] for row in rows)


def test_a_table_of_very_many_links_says_how_many_it_leaves_out(read, monkeypatch):
    monkeypatch.setattr("partnerkg.serve.site.network.ROWS", 10)
    html = read("network", "en")
    assert html.count('<th scope="row"') == 20
    assert "10 of 140 are shown" in html


def test_its_script_stays_small():
    assert len(gzip.compress(assets.script(assets.NETWORK))) < 10_000
