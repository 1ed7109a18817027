"""All pages of a graph: which path shows what."""

from __future__ import annotations

from partnerkg.serve.site import absent
from partnerkg.serve.site.ground import Ground
from partnerkg.serve.site.view import View
from partnerkg.serve.site.wording import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from partnerkg.serve.site.page import Page

# The first part of a path, and the module that shows what stands below it; things have all others.
DATA = ("csv", "json", "ttl", "jsonld", "svg", "graphml", "xlsx")  # endings of what a page shows as data
ROOMS = {
    "": "home",
    "questions": "questions",
    "search": "search",
    "sparql": "sparql",
    "network": "network",
    "map": "atlas",
    "quality": "quality",
    "report": "report",
    "sources": "sources",
    "vocabulary": "vocabulary",
    "about": "about",
}


class Site(Ground):
    """The pages of a graph."""

    def page(self, path: str, language: str, parameters: Mapping[str, str] | None = None) -> Page | None:
        """Return the page at a path below the folder of a language, None if there is none.

        The path has neither the ending nor a slash before it: `organization/cap-nord-arras`, `` for the home.
        """
        if language not in LANGUAGES:
            return None
        stem, dot, ending = path.rpartition(".")
        is_data = bool(dot) and ending in DATA
        path = stem if is_data else path
        view = View(self, path, language, parameters or {})
        room, _, rest = path.partition("/")
        module, rest = _module(ROOMS.get(room, "record")), rest if room in ROOMS else path
        if is_data:
            written: Page | None = module.written(view, rest, ending) if hasattr(module, "written") else None
            return written
        shown: Page | None = module.show(view, rest)
        return shown

    def data(self, path: str, language: str, parameters: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
        """Yield what a page shows as data, each with its ending."""
        for ending in DATA if self.has_sheets else DATA[:-1]:
            page = self.page(f"{path}.{ending}", language, parameters) if path else None
            if page is not None and page.status == 200:
                yield ending, page

    def missing(self, path: str, language: str) -> Page:
        """Return the page that says that there is nothing at a path."""
        return absent.show(View(self, path, language if language in LANGUAGES else "en", {}))

    def gone(self, language: str) -> Page:
        """Return the page for what was withdrawn."""
        return absent.gone(View(self, "410", language, {}))

    def paths(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the path of every page, each language having one, with its parameters."""
        for module in dict.fromkeys([*ROOMS.values(), "record"]):
            yield from _module(module).paths(self)


def _module(name: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"partnerkg.serve.site.{name}")
