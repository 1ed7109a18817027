"""The files that pages ask for: one sheet of style, small scripts."""

from __future__ import annotations

from functools import cache

from partnerkg.pages.style import style

SHEETS = ("site", "quotes", "asking", "pictures", "heat", "terms", "printing")
STYLE, SEARCH, INDEX = "static/style.css", "static/search.js", "static/index-{language}.js"
NETWORK = "static/network.js"
VOCABULARY = "static/vocabulary.json"
EDITOR, EDITOR_STYLE = "static/vendor/sparql.js", "static/vendor/sparql.css"
VENDOR = {  # what others made, by media type; `frontend/` bundles it
    EDITOR: "text/javascript; charset=utf-8",
    EDITOR_STYLE: "text/css; charset=utf-8",
    "static/vendor/THIRD-PARTY.txt": "text/plain; charset=utf-8",
}


@cache
def sheet() -> bytes:
    """Return all style of the site."""
    return style(*SHEETS).encode()


def script(path: str) -> bytes:
    """Return a script that comes with partnerkg, by its path below the root of a site."""
    from importlib.resources import files as resources

    return resources("partnerkg.serve").joinpath(*path.split("/")).read_bytes()
