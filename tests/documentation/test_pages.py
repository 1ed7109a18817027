"""The pages of the ontology."""

from __future__ import annotations

import gzip
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from partnerkg import documentation
from partnerkg.documentation import terms
from partnerkg.validate import load

XHTML = "{http://www.w3.org/1999/xhtml}"
LOADING = ("src", "srcset", "poster", "data", "action", "background")


def test_every_term_has_its_place_with_its_own_words(page, ontology, language):
    assert len(ontology.entries) > 190
    for entry in ontology.entries.values():
        words = page.words(entry.anchor)
        assert terms.label(entry, language)[1] == language
        for text, tag in terms.texts(entry.row, terms.SKOS.definition.value, language):
            assert tag == language
            assert " ".join(text.split()) in words


def test_a_term_says_its_address_and_has_a_link_to_itself(page):
    article = page.by_id("Bookshop")
    assert "https://w3id.org/partnerkg/ontology#Bookshop" in page.words("Bookshop")
    assert any(link.get("href") == "#Bookshop" for link in article.iter())


def test_every_rule_that_is_asked_stands_on_it_once(page):
    shapes = load()
    wanted = {shape.iri for shape in shapes.targeted()}
    wanted |= {part for iri in wanted for part in shapes.by_iri[iri].properties}
    ids = Counter(element.get("id") for element in page.with_attribute("id"))
    assert all(ids[f"shape-{iri.rpartition('#')[2]}"] == 1 for iri in wanted)
    assert max(ids.values()) == 1


def test_a_rule_is_said_in_words_with_what_to_do(page, language):
    words = page.words("shape-Collaboration-declaredBy")
    expected = {"en": ("Give at most 1 value.", "give it."), "fr": ("Donnez au plus 1 valeur.", "donnez-la.")}
    assert all(part in words for part in expected[language])


def test_its_links_lead_somewhere(page, parsed):
    anchors = {code: {one.get("id") for one in other.with_attribute("id")} for code, other in parsed.items()}
    here = page.root.find(".").get("lang") or page.elements("html")[0].get("lang")
    for link in page.elements("a"):
        file, _, anchor = link.get("href").partition("#")
        if file.startswith(("https://", "http://")) or file == "ontology.ttl":
            continue
        code = file.split(".")[1] if file else here
        assert not anchor or anchor in anchors[code], link.get("href")


def test_it_shows_code_as_code(page):
    assert "`" not in "".join(page.root.itertext())
    assert "partnerkg places" in {"".join(code.itertext()) for code in page.elements("code")}


def test_it_asks_nothing_of_others(page):
    assert not [element for name in LOADING for element in page.with_attribute(name)]
    assert {link.get("rel") for link in page.elements("link")} == {"canonical", "alternate"}
    (style,) = page.elements("style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert {script.get("type") for script in page.elements("script")} == {"application/ld+json"}


def test_its_headings_leave_out_no_level(page):
    levels = [int(one.tag[-1]) for one in page.root.iter() if one.tag[-2:] in ("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_its_style_is_small(page):
    (style,) = page.elements("style")
    assert len(gzip.compress(style.text.encode())) <= 10_000


def test_the_same_ontology_gives_the_same_bytes(pages, ontology, usage):
    assert documentation.pages(documentation.read(ontology.path.rpartition("/")[0]), load(), usage) == pages


def test_it_counts_things_triples_and_concepts_in_use(usage, page):
    assert usage["https://w3id.org/partnerkg/ontology#Bookshop"] >= 11
    assert usage["https://w3id.org/partnerkg/ontology#hasPartner"] >= 130
    assert usage["https://w3id.org/partnerkg/concept/status/stated"] >= 100
    assert str(usage["https://w3id.org/partnerkg/ontology#Bookshop"]) in page.words("Bookshop")


def test_words_in_another_language_say_so(parsed):
    assert _foreign(parsed["fr"], "Bookshop") == {"en"}
    assert _foreign(parsed["en"], "Bookshop") == set()


def _foreign(page, anchor: str) -> set[str]:
    return {one.get("lang") for one in page.by_id(anchor).iter(f"{XHTML}span") if one.get("lang")}


def test_text_that_looks_like_markup_stays_text(tmp_path, ontology, usage):
    source = Path(ontology.path).read_text(encoding="utf-8")
    changed = source.replace('"bookshop"@en', '"<script>alert(1)</script>"@en')
    assert changed != source
    (tmp_path / "partnerkg.ttl").write_text(changed, encoding="utf-8")
    text = documentation.page(documentation.read(str(tmp_path)), load([]), usage, "en")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_withdrawn_term_says_so_and_what_replaces_it(tmp_path, ontology, usage):
    more = "\npk:Bookshop owl:deprecated true ; dct:isReplacedBy pk:Library .\n"
    (tmp_path / "partnerkg.ttl").write_text(
        Path(ontology.path).read_text(encoding="utf-8") + more, encoding="utf-8"
    )
    text = documentation.page(documentation.read(str(tmp_path)), load([]), usage, "en")
    article = text.partition('id="Bookshop"')[2].partition("</article>")[0]
    assert "withdrawn" in article
    assert 'Replaced by</dt><dd><ul class="links"><li><a href="#Library"' in article


def test_a_folder_without_ontology_is_refused_in_one_line(tmp_path):
    with pytest.raises(documentation.NoOntology) as error:
        documentation.read(str(tmp_path))
    assert str(tmp_path) in str(error.value)
    assert "\n" not in str(error.value)
