"""All pages of a graph: which path shows what."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec

from partnerkg.serve.site import links
from partnerkg.serve.site.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site import Whole
    from partnerkg.pipeline.site.question import Ask
    from partnerkg.serve.site.page import Page

LOCAL = "http://127.0.0.1:8000"  # where `partnerkg serve` listens, unless it is told another place
LANGUAGES = {"fr": "Français", "en": "English"}
# The first part of a path, and the module that shows what stands below it; things have all others.
DATA = ("csv", "json", "ttl", "jsonld", "xlsx")  # endings of what a page shows as data
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


class Site:
    """The pages of a graph, whose data are read when the first of them is asked for.

    `ending` is what the addresses of pages end in: `.html` in a folder of files, nothing on a server. `ask`
    is what answers questions of the catalogue, with their proof; by default the graph itself does.
    `address` is where a server of the graph can be asked.
    """

    def __init__(self, opened: Opened, *, ending: str = "", ask: Ask | None = None) -> None:
        self.opened = opened
        self.ending = ending
        self.address = LOCAL
        self.folded: dict[tuple[NamedNode, str, int], str] = {}
        self._ask = ask
        self._whole: Whole | None = None

    @property
    def dumps(self) -> Sequence[tuple[str, str]]:
        """Return the files with the whole graph: path below the root, and for whom it is."""
        from partnerkg.pipeline.site.data import DUMPS

        return [(name, words) for name, _, words in DUMPS] if self.ending else []

    @cached_property
    def has_sheets(self) -> bool:
        """Return whether answers can be had as spreadsheets: that takes a library of its own."""
        return find_spec("xlsxwriter") is not None

    @property
    def ask(self) -> Ask:
        """Return what answers questions."""
        if self._ask is None:
            from partnerkg.pipeline.site.question import ask

            self._ask = ask(self.whole)
        return self._ask

    @property
    def whole(self) -> Whole:
        """Return what the graph says; MissingFile, BrokenFile and what else is wrong with it."""
        if self._whole is None:
            from partnerkg.pipeline.site import gathered

            self._whole = gathered(self.opened)
        return self._whole

    def place(self, path: str, language: str, parameters: Mapping[str, str] | None = None) -> str:
        """Return where a page stands below the root of the site: `fr/organization/cap-nord-arras`.

        In a folder of files a page with parameters has a name of its own.
        """
        if not path:
            return f"{language}/index{self.ending}" if self.ending else f"{language}/"
        return f"{language}/{path}{links.filed(parameters) if self.ending else ''}{self.ending}"

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
        from partnerkg.serve.site import absent

        return absent.show(View(self, path, language if language in LANGUAGES else "en", {}))

    def paths(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the path of every page, each language having one, with its parameters."""
        for module in dict.fromkeys([*ROOMS.values(), "record"]):
            yield from _module(module).paths(self)


def _module(name: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"partnerkg.serve.site.{name}")
