"""What stands around a page."""

from __future__ import annotations

from html5rdf import HTMLParser

from partnerkg.pages import Entry, closing, contents, opening

XHTML = "{http://www.w3.org/1999/xhtml}"


def whole(page, *body: str):
    text = "".join([*opening(page), *body, *closing("`code`")])
    return HTMLParser(strict=True, namespaceHTMLElements=True).parse(text)


def test_it_says_its_language_and_title(page):
    root = whole(page)
    assert root.get("lang") == "fr"
    assert root.findtext(f".//{XHTML}title") == "Titre <&>"


def test_its_first_link_skips_to_the_content(page):
    root = whole(page)
    first = next(root.iter(f"{XHTML}a"))
    assert first.get("href") == "#content"
    assert root.find(f".//{XHTML}main").get("id") == "content"


def test_it_leads_to_the_other_languages(page):
    links = {one.get("hreflang"): one.get("href") for one in whole(page).iter(f"{XHTML}a")}
    assert links["en"] == "page.en.html"


def test_its_contents_say_how_many_things_stand_where(page):
    root = whole(page, *contents(page, [Entry("a", "A & B", 3), Entry("b", "C")]))
    nav = next(one for one in root.iter(f"{XHTML}nav") if one.get("class") == "contents")
    items = ["".join(item.itertext()) for item in nav.iter(f"{XHTML}li")]
    assert items == ["A & B 3", "C"]


def test_it_needs_no_script_and_no_other_file(page):
    root = whole(page)
    assert not {"script", "link", "img"} & {one.tag.removeprefix(XHTML) for one in root.iter()}
    style = root.findtext(f".//{XHTML}style")
    assert "url(" not in style
    assert "@import" not in style
