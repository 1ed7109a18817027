"""Typed links in the head of an answer: FAIR Signposting, levels 1 and 2 (signposting.org/FAIR)."""

from __future__ import annotations

from urllib.parse import quote

from partnerkg.pipeline.publish.media import ENDINGS
from partnerkg.serve import cached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.things import Thing

ABOUT = "https://schema.org/AboutPage"


def of_data(request: Request, path: str, thing: Thing) -> str:
    """Return the links of a document about a thing: what it describes, its licence, its other forms."""
    base = f"{cached.root(request)}/{quote(path)}"
    return ", ".join(
        [
            f'<{thing.iri}>; rel="describes"',
            *_everywhere(request),
            *(f'<{base}.{ending}>; rel="alternate"; type="{kind}"' for ending, kind in ENDINGS.items()),
        ]
    )


def of_page(request: Request, path: str, thing: Thing) -> str:
    """Return the links of a page about a thing: what to cite, where the data is, its classes, its licence."""
    base = f"{cached.root(request)}/{quote(path)}"
    return ", ".join(
        [
            f'<{thing.iri}>; rel="cite-as"',
            f'<{ABOUT}>; rel="type"',
            *(f'<{kind}>; rel="type"' for kind in thing.types if kind.startswith("https://schema.org/")),
            *(f'<{base}.{ending}>; rel="describedby"; type="{kind}"' for ending, kind in ENDINGS.items()),
            *_everywhere(request),
        ]
    )


def _everywhere(request: Request) -> list[str]:
    licence = request.app.state.service.release.facts.licence
    found = [f'<{licence}>; rel="license"'] if licence else []
    return [*found, f'<{cached.root(request)}/.well-known/void>; rel="collection"']
