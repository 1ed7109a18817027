"""What stands around every page of the site: head, menu, other language, foot."""

from __future__ import annotations

import json
import re
from html import unescape

from markupsafe import escape

from partnerkg.errors import N_
from partnerkg.pages import Page as Frame
from partnerkg.pages import closing, opening
from partnerkg.serve.site import signposts
from partnerkg.serve.site.assets import STYLE
from partnerkg.serve.site.page import HTML, POLICY, Page
from partnerkg.serve.site.templates import rendered
from partnerkg.serve.site.typography import typeset
from partnerkg.serve.site.wording import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

ICON = "data:,"
LOCALES = {"fr": "fr_FR", "en": "en_GB"}
_TAG = re.compile("<[^>]*>")
LONGEST = 200  # letters that tell of a page
_FIRST = re.compile(r'<p class="(?:lead|sub|answer)[^>]*>(.*?)</p>', re.DOTALL)
# The main pages: path, name, and the first parts of the paths of what stands in the same room.
MENU = (
    ("questions", N_("Questions"), ("questions", "sparql")),
    ("search", N_("Search"), ("search", "organization")),
    ("network", N_("Network"), ("network",)),
    ("map", N_("Map"), ("map", "place")),
    ("quality", N_("Completeness"), ("quality", "report")),
    ("sources", N_("Sources"), ("sources", "source", "claim")),
)


def framed(
    view: View,
    title: str,
    body: str,
    *,
    status: int = 200,
    alternates: Sequence[tuple[str, str]] = (),
    scripts: Sequence[str] = (),
    sheets: Sequence[str] = (),
    thing: NamedNode | None = None,
) -> Page:
    """Return a page around its content; `alternates` are the same in other media types, with addresses.

    `scripts` and `sheets` of style are files that this page needs beside those of all, `thing` is what it
    is about: search engines are told in the words of schema.org.
    """
    others = _others(view)
    page = Frame(
        f"{title} – partnerkg",
        view.language,
        view.translate,
        head=_shared(view, title, body)
        + _head(view, others, alternates, (scripts, sheets))
        + _about(view, thing),
        others=others,
        sheet=view.file(STYLE),
        home=view.to(""),
        menu=_menu(view),
    )
    whole = "".join([*opening(page), body, *closing(html=rendered("foot", view))])
    headers = {"Content-Security-Policy": POLICY, "Content-Language": view.language}
    if not view.site.ending:
        headers["Link"] = signposts.header(view, alternates, thing)
    return Page(status, HTML, typeset(whole, view.language).encode(), headers)


def _shared(view: View, title: str, body: str) -> str:
    """Return what is shown where somebody shares the address of a page, in the words of Open Graph."""
    told = _FIRST.search(body)
    words = " ".join(unescape(_TAG.sub("", told[1])).split())[:LONGEST] if told else ""
    said = {
        "og:title": title,
        "og:description": words,
        "og:type": "website",
        "og:site_name": view.dataset.title.words if view.dataset.title else "partnerkg",
        "og:locale": LOCALES[view.language],
    }
    described = f'<meta name="description" content="{escape(words)}">\n' if words else ""
    return described + "".join(
        f'<meta property="{name}" content="{escape(value)}">\n' for name, value in said.items() if value
    )


def _about(view: View, thing: NamedNode | None) -> str:
    """Return what to cite, and data in a page, which no browser runs; no `<` in them ends their element."""
    if thing is None:
        return ""
    cited = f'<link rel="cite-as" href="{escape(thing.value)}">\n'
    profile = view.whole.profiles.get(thing.value)
    if profile is None:
        return cited
    written = json.dumps(profile, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'{cited}<script type="application/ld+json">{written}</script>\n'


def _others(view: View) -> list[tuple[str, str, str]]:
    return [
        (code, name, view.to(view.path, view.parameters, language=code))
        for code, name in LANGUAGES.items()
        if code != view.language
    ]


def _menu(view: View) -> list[tuple[str, str, bool]]:
    here = view.path.partition("/")[0]
    return [(view.to(path), view.translate(name), here in rooms) for path, name, rooms in MENU]


def _head(
    view: View,
    others: Sequence[tuple[str, str, str]],
    alternates: Sequence[tuple[str, str]],
    files: tuple[Sequence[str], Sequence[str]],
) -> str:
    scripts, sheets = files
    links = [f'rel="icon" href="{ICON}"']
    links += [f'rel="alternate" hreflang="{code}" href="{escape(address)}"' for code, _, address in others]
    links += [
        f'rel="alternate" type="{escape(kind)}" href="{escape(address)}"' for kind, address in alternates
    ]
    links += [f'rel="stylesheet" href="{escape(view.file(sheet))}"' for sheet in sheets]
    sources = [escape(view.file(script)) for script in scripts]
    return "".join(
        [f"<link {link}>\n" for link in links]
        + [f'<script src="{source}" defer></script>\n' for source in sources]
    )
