"""What the pages of a graph stand on: its data, and where each page has its place."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec

from partnerkg.errors import WrongUse
from partnerkg.serve.site import links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site import Whole
    from partnerkg.pipeline.site.question import Ask

    Led = tuple[str, tuple[tuple[str, str], ...]]  # a question, and the values that it is told

FOLDERS = 8  # whose links are remembered
LOCAL = "http://127.0.0.1:8000"  # where `partnerkg serve` listens, unless it is told another place


class Ground:
    """What pages stand on: a graph whose data are read when the first page is asked for, and addresses.

    `ending` is what the addresses of pages end in: `.html` in a folder of files, nothing on a server. `ask`
    is what answers questions of the catalogue, with their proof; by default the graph itself does.
    `address` is where a server of the graph can be asked.
    """

    def __init__(self, opened: Opened, *, ending: str = "", ask: Ask | None = None) -> None:
        self.opened = opened
        self.ending = ending
        self.address = LOCAL
        self.folded: dict[tuple[NamedNode, str, str, int], str] = {}
        self.filed: dict[str, list[dict[str, str]]] = {}  # the answers that a folder of files has
        self.counted: Mapping[tuple[str, str], Sequence[Led]] | None = None  # what numbers lead to
        self.searches: Mapping[tuple[tuple[str, str], ...], None] | None = None  # those with a page
        self._ask = ask
        self._whole: Whole | None = None
        self._called: dict[tuple[str, str], dict[NamedNode, Markup]] = {}

    @property
    def dumps(self) -> Sequence[tuple[str, str]]:
        """Return the files with the whole graph: path below the root, and for whom it is."""
        from partnerkg.pipeline.site.data import DUMPS

        return [(name, words) for name, _, words in DUMPS] if self.ending else []

    @cached_property
    def folder(self) -> str | None:
        """Return the folder of the project, None for an endpoint or a store on the disk."""
        try:
            return self.opened.folder()
        except WrongUse:
            return None

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

    def called(self, folder: str, language: str) -> dict[NamedNode, Markup]:
        """Return the names of things as pages of a folder show them, with links: they are made once."""
        key = folder, language
        if key not in self._called:
            while len(self._called) >= FOLDERS:
                self._called.pop(next(iter(self._called)))
            self._called[key] = {}
        return self._called[key]

    def place(self, path: str, language: str, parameters: Mapping[str, str] | None = None) -> str:
        """Return where a page stands below the root of the site: `fr/organization/cap-nord-arras`.

        In a folder of files a page with parameters has a name of its own.
        """
        if not path:
            return f"{language}/index{self.ending}" if self.ending else f"{language}/"
        return f"{language}/{path}{links.filed(parameters) if self.ending else ''}{self.ending}"
