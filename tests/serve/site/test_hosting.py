"""What a plain host needs beside the pages."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from tests.serve.test_data import FATES

from partnerkg.pipeline.opened import at
from partnerkg.serve import apache, hosting, redirects
from partnerkg.serve.site import Site
from partnerkg.serve.sitemaps import sitemaps

pytestmark = pytest.mark.slow
BASE = "https://data.example/graph"


@pytest.fixture(scope="module")
def fates(tmp_path_factory):
    """Return the site of a graph in which something was renamed and something withdrawn."""
    path = tmp_path_factory.mktemp("fates") / "fates.ttl"
    path.write_text(FATES)
    return Site(at(str(path)), ending=".html")


def ruled(rules: str, path: str, accept: str = "text/html", language: str = "fr") -> tuple[str, str] | None:
    """Return where rules of mod_rewrite send a path, and their flags: the first rule that fits, on no files."""
    given = {"%{HTTP_ACCEPT}": accept, "%{HTTP:Accept-Language}": language}
    conditions: list[bool] = []
    for line in rules.splitlines():
        verb, *rest = line.split()
        if verb == "RewriteCond":
            conditions.append(rest[1] == "!-f" or bool(re.search(rest[1], given[rest[0]])))
        elif verb == "RewriteRule":
            match = re.search(rest[0], path)
            if match and all(conditions):
                target = re.sub(r"\$(\d)", lambda one, found=match: found[int(one[1])] or "", rest[1])
                return target, rest[2]
            conditions = []
    return None


def test_apache_sends_a_thing_to_its_page_or_to_the_data_that_is_wanted(shipped):
    rules = apache.written(Site(shipped.opened, ending=".html"), "")
    shop = "id/organization/cap-nord-arras"
    assert ruled(rules, shop) == ("fr/organization/cap-nord-arras.html", "[R=303,L]")
    assert ruled(rules, shop, language="en-GB,en") == ("en/organization/cap-nord-arras.html", "[R=303,L]")
    assert ruled(rules, shop, "text/turtle") == (f"{shop}.ttl", "[R=303,L]")
    assert ruled(rules, shop, "application/ld+json") == (f"{shop}.jsonld", "[R=303,L]")
    assert ruled(rules, "fr/organization/cap-nord-arras.ttl") == (f"{shop}.ttl", "[R=303,L]")
    assert ruled(rules, "concept/kind/bookshop") == ("fr/concept/kind/bookshop.html", "[R=303,L]")
    claim = "claim/lis-avec-moi/bookshops-list"
    assert ruled(rules, claim) == (f"fr/{claim}.html", "[R=303,L]")
    words = ruled(rules, "id/passage/lis-avec-moi-1be64cac-3246-3327")
    assert words == ("fr/source/lis-avec-moi.html#s3246-3327", "[NE,R=303,L]")


def test_apache_knows_what_was_renamed_and_what_was_withdrawn(fates):
    rules = apache.written(fates, BASE)
    assert ruled(rules, "id/organization/old") == ("id/organization/new", "[R=301,L]")
    assert ruled(rules, "id/organization/old.ttl") == ("id/organization/new.ttl", "[R=301,L]")
    assert ruled(rules, "en/organization/old.html") == ("en/organization/new.html", "[R=301,L]")
    for path in ("id/organization/gone", "id/organization/gone.ttl", "fr/organization/gone.html"):
        assert ruled(rules, path) == ("-", "[G]")


def test_what_is_shown_for_nothing_holds_below_any_path(fates):
    assert "ErrorDocument 404 /graph/fr/404.html" in apache.written(fates, BASE)
    assert "RewriteBase /graph/" in apache.written(fates, BASE)
    assert 'ErrorDocument 404 "<' in apache.written(fates, "")
    files = dict(hosting.files(fates, BASE))
    assert f'<base href="{BASE}/fr/404.html">'.encode() in files["404.html"]
    assert b"<base" not in dict(hosting.files(fates, ""))["fr/404.html"]


def test_a_thing_that_was_renamed_leaves_a_page_that_leads_on(fates):
    page = dict(hosting.files(fates, ""))["en/organization/old.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=new.html">' in page


def test_other_hosts_have_the_same_rules(fates):
    rules = [line.split() for line in redirects.written(fates, BASE).splitlines()]
    assert ["/graph/id/organization/old", "/graph/fr/organization/new.html", "301"] in rules
    assert ["/graph/id/organization/gone", "/graph/fr/410.html", "404"] in rules
    assert rules[-1] == ["/graph/id/organization/:slug", "/graph/fr/organization/:slug.html", "302"]


@pytest.mark.parametrize(("count", "files"), [(0, 1), (3, 1), (4, 3), (7, 4)])
def test_many_addresses_fill_several_sitemaps_and_an_index(count, files):
    places = [f"fr/thing-{number}" for number in range(count)]
    found = dict(sitemaps("https://a.example/x&y", places, most=3))
    assert len(found) == files
    trees = [ET.fromstring(text) for text in found.values()]
    named = [one.text for tree in trees for one in tree.iter() if one.tag.endswith("}loc")]
    pages = [name for name in named if "/fr/" in name]
    assert pages == [f"https://a.example/x&y/{place}" for place in places]
    assert list(found)[-1] == "sitemap.xml"
    if files > 1:
        assert ET.fromstring(found["sitemap.xml"]).tag.endswith("sitemapindex")
