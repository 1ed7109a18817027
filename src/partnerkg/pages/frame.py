"""What stands around the content of a page: head, skip link, language, contents, foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partnerkg.errors import N_
from partnerkg.pages.style import style
from partnerkg.pages.words import prose, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate

SKIP = N_("Skip to the content")
CONTENTS = N_("Contents")
LANGUAGES = N_("Languages")
MAIN = N_("Main")
BRAND = "partnerkg"
_CURRENT = ' aria-current="page"'


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, its language (BCP 47), what its own sentences become in it, and how it looks.

    `sheets` are the sheets of style it needs besides those that all need. `head` are further elements of the
    head, as HTML. `others` are the same page in other languages: code, name, address. `sheet` is the address
    of a file with all style, where a site has one; `home` that of its first page, and `menu` its main pages:
    address, name, whether it is this page or the room that it stands in. `room` is a kind of page that looks
    its own way, `about` what is done there, `leave` the way out: address, words.
    """

    title: str
    language: str
    translate: Translate
    sheets: Sequence[str] = ()
    head: str = ""
    others: Sequence[tuple[str, str, str]] = ()
    sheet: str = ""
    home: str = ""
    menu: Sequence[tuple[str, str, bool]] = ()
    room: str = ""
    about: str = ""
    leave: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads on the page, its words, how many things stand there."""

    anchor: str
    words: str
    count: int | None = None


def opening(page: Page) -> Iterator[str]:
    """Yield the page as far as its content, with the place to which the skip link leads."""
    yield f'<!DOCTYPE html>\n<html lang="{text(page.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{text(page.title)}</title>\n{page.head}{_style(page)}</head>\n"
    room = f' class="{text(page.room)}"' if page.room else ""
    yield f'<body{room}>\n<a class="skip" href="#content">{text(page.translate(SKIP))}</a>\n'
    yield f'<header class="top"><div class="wrap">{_brand(page)}'
    if page.menu:
        yield f'\n<nav aria-label="{text(page.translate(MAIN))}"><ul>'
        yield "".join(
            f'<li><a href="{text(address)}"{_CURRENT if current else ""}>{text(name)}</a></li>'
            for address, name, current in page.menu
        )
        yield "</ul></nav>"
    if page.about:
        yield f'\n<p class="what">{text(page.about)}</p>'
    if page.others:
        yield f'\n<nav class="languages" aria-label="{text(page.translate(LANGUAGES))}">'
        yield "".join(
            f'<a href="{text(address)}" lang="{text(code)}" hreflang="{text(code)}">{text(name)}</a>'
            for code, name, address in page.others
        )
        yield "</nav>"
    if page.leave:
        yield f'\n<a class="leave" href="{text(page.leave[0])}">{text(page.leave[1])}</a>'
    yield '</div></header>\n<main id="content" tabindex="-1"><div class="wrap">\n'


def _style(page: Page) -> str:
    if page.sheet:
        return f'<link rel="stylesheet" href="{text(page.sheet)}">\n'
    return f"<style>\n{style(*page.sheets)}</style>\n"


def _brand(page: Page) -> str:
    if page.home:
        return f'<a class="brand" href="{text(page.home)}">{BRAND}</a>'
    return f'<span class="brand">{BRAND}</span>'


def closing(*foot: str, html: str = "") -> Iterator[str]:
    """Yield the end of the page, with sentences at its foot, and what is HTML already below them."""
    yield "</div></main>\n"
    if foot or html:
        yield '<footer><div class="wrap">\n'
        yield from (f"<p>{prose(sentence)}</p>\n" for sentence in foot)
        yield html
        yield "</div></footer>\n"
    yield "</body>\n</html>\n"


def contents(page: Page, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the list of what stands on the page."""
    yield '<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">'
    yield f"{text(page.translate(CONTENTS))}</h2>\n<ul>\n"
    for entry in entries:
        count = "" if entry.count is None else f' <span class="count">{entry.count}</span>'
        yield f'<li><a href="#{text(entry.anchor)}">{text(entry.words)}</a>{count}</li>\n'
    yield "</ul>\n</nav>\n"
