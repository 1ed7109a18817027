"""The page that a release opens with, the documentation beside it, and how FAIR it is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element

from html5rdf import HTMLParser

from partnerkg import fair
from partnerkg.release.build import release
from partnerkg.release.order import Order

XHTML = "{http://www.w3.org/1999/xhtml}"


def _root(folder: Path) -> Element:
    return HTMLParser(strict=True, namespaceHTMLElements=True).parse((folder / "index.html").read_text())


def test_it_leads_to_files_that_are_there(dated):
    links = [link.get("href") for link in _root(dated).iter(f"{XHTML}a")]
    inside = [href for href in links if not href.startswith("https://")]
    assert "documentation/ontology.fr.html" in inside
    assert len(inside) > 20
    places = {f"#{one.get('id')}" for one in _root(dated).iter() if one.get("id")}
    assert all(href in places if href.startswith("#") else (dated / href).is_file() for href in inside)


def test_it_describes_the_release_to_search_engines(dated):
    (data,) = re.findall(r'json">(.*?)</script>', (dated / "index.html").read_text(), re.DOTALL)
    found = json.loads(data)
    assert (found["@type"], found["version"], found["datePublished"]) == ("Dataset", "1.0.0", "2026-11-22")
    assert found["@id"] == "https://example.org/ombre/release/1.0.0/"
    assert {file["contentUrl"].startswith(found["@id"]) for file in found["distribution"]} == {True}
    assert "contactPoint" not in found


def test_words_that_look_like_markup_stay_words(project):
    path = project / "graph" / "dataset.ttl"
    path.write_text(path.read_text().replace("Qui travaille avec qui", "</script><b>Qui"), encoding="utf-8")
    release(Order(str(project), "1.0.0", str(project.parent / "out")))
    text = (project.parent / "out" / "index.html").read_text()
    assert "&lt;/script&gt;&lt;b&gt;Qui" in text
    assert text.count("</script>") == 1


def test_the_documentation_counts_what_is_released(dated):
    text = (dated / "documentation" / "ontology.en.html").read_text()
    assert "class · current · 3 things" in text.partition('id="Bookshop"')[2].partition("</article>")[0]
    assert (dated / "documentation" / "ontology.ttl").is_file()


def test_it_passes_what_needs_nothing_but_itself(dated):
    statuses = {
        one.check.id: one.outcome.status
        for score in fair.assess(fair.read(str(dated)))
        for one in score.judged
    }
    assert fair.read(str(dated)).dataset == "https://example.org/ombre/release/1.0.0/"
    for id_ in (
        "FsF-F4-01M-1",
        "FsF-I1-01M-1",
        "FsF-R1-01M-2",
        "dcat:byteSize",
        "dct:format machine-readable",
    ):
        assert statuses[id_] == "pass"
    assert statuses["DOC1"] == "open"
