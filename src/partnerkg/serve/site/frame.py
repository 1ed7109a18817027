"""What stands around every page of the site: head, menu, other language, foot."""

from __future__ import annotations

from markupsafe import escape

from partnerkg.errors import N_
from partnerkg.pages import Page as Frame
from partnerkg.pages import closing, opening
from partnerkg.serve.site.assets import STYLE
from partnerkg.serve.site.page import HTML, POLICY, Page
from partnerkg.serve.site.templates import rendered
from partnerkg.serve.site.typography import typeset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.serve.site.view import View

ICON = "data:,"
# The main pages: path, name, and the first parts of the paths of what stands in the same room.
MENU = (
    ("questions", N_("Questions"), ("questions",)),
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
) -> Page:
    """Return a page around its content; `alternates` are the same in other media types, with addresses."""
    from partnerkg.serve.site.site import LANGUAGES

    others = [
        (code, name, view.to(view.path, view.parameters, language=code))
        for code, name in LANGUAGES.items()
        if code != view.language
    ]
    head = "".join(
        [
            f'<link rel="icon" href="{ICON}">\n',
            *(
                f'<link rel="alternate" hreflang="{code}" href="{escape(address)}">\n'
                for code, _, address in others
            ),
            *(
                f'<link rel="alternate" type="{escape(kind)}" href="{escape(address)}">\n'
                for kind, address in alternates
            ),
            *(f'<script src="{escape(view.file(script))}" defer></script>\n' for script in scripts),
        ]
    )
    page = Frame(
        f"{title} – partnerkg",
        view.language,
        view.translate,
        head=head,
        others=others,
        sheet=view.file(STYLE),
        home=view.to(""),
        menu=[
            (view.to(path), view.translate(name), view.path.partition("/")[0] in rooms)
            for path, name, rooms in MENU
        ],
    )
    whole = "".join([*opening(page), body, *closing(html=rendered("foot", view))])
    headers = {"Content-Security-Policy": POLICY, "Content-Language": view.language}
    return Page(status, HTML, typeset(whole, view.language).encode(), headers)
