"""A page that was read from a file, whose address nobody gave: its words lead to its record, not elsewhere."""

from __future__ import annotations

import pytest

from partnerkg.pipeline import decisions, drafts, init
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder, audience = tmp_path_factory.mktemp("unaddressed"), Audience("fr")
    init.made(audience, str(folder / "ours"), publisher="Les Tisseuses")
    page = folder / "page.csv"
    page.write_text("Structure;Commune\nLibrairie Zorg;Lens\n", encoding="utf-8")
    graph = KnowledgeGraph(str(folder / "ours"))
    drafts.read(graph, audience, [str(page)], drafts.How())
    decisions.accept(graph, audience)
    return Site(at(str(folder / "ours")), ending=".html")


def test_the_words_of_a_record_lead_to_the_record_of_the_page(site):
    body = site.page("organization/librairie-zorg-lens", "fr").body.decode()
    assert 'href="../source/page.html"' in body
    assert "/id/source/page#" not in body


def test_the_record_of_the_page_says_that_its_address_is_unknown(site):
    body = site.page("source/page", "fr").body.decode()
    assert "adresse inconnue" in body
