"""Where a graph is: a project, a server, or what comes with partnerkg."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.errors import Message, NoProject, ShippedGraph, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from partnerkg.query.catalogue import Catalogue
    from partnerkg.query.search import Search
    from partnerkg.store.base import Store
    from partnerkg.workers.kept import Kept

    Place: TypeAlias = "Opened | str | os.PathLike[str] | None"

ADDRESS = ("http://", "https://")
PATIENCE = 60.0  # seconds for a query that anybody may have written


class Opened:
    """Where a graph and its questions are, and the language of their labels; nothing is read before its time.

    `project` is a folder, RDF file or store on the disk, None for the shipped graph; `endpoint` the address
    of a server that takes its place.
    """

    __slots__ = ("_bare", "_finder", "_kept", "_questions", "_store", "endpoint", "language", "project")

    def __init__(self, project: str | None = None, language: str = "en", endpoint: str | None = None) -> None:
        """Take a project, or the address of an endpoint."""
        self.project = project
        self.language = language
        self.endpoint = endpoint
        self._store: Store | None = None
        self._questions: Catalogue | None = None
        self._finder: Search | None = None
        self._kept: Kept | None = None
        self._bare: tuple[str | None] | None = None  # a base, where it is taken without what is lent

    @property
    def store(self) -> Store:
        """Return the store, whose files are read or server asked when a question needs it.

        MissingFile, NoProject, BrokenStore, WrongAddress or WrongSetting.
        """
        if self._store is None:
            read, arguments = self._reading()
            self._store = read(*arguments)
        return self._store

    def _reading(self) -> tuple[Callable[..., Store], tuple[str | None, ...]]:
        """Return what opens the store, here or in another process."""
        from partnerkg.store import opening

        if self._bare is None or self.project is None:
            return opening.read, (self.project, self.endpoint)
        return opening.bare, (self.project, *self._bare)

    def take(self, store: Store | None) -> None:
        """Take a store that was opened already, if there is one."""
        self._store = store

    @property
    def is_unread(self) -> bool:
        """Return whether another process can read the same: nothing is read yet, and it is no pipe."""
        return self._store is None and self.is_readable_again

    @property
    def is_readable_again(self) -> bool:
        """Return whether it is files that can be read as often as one wants."""
        from partnerkg.rdf.forms import STANDARD_INPUT

        return self.endpoint is None and self.project != STANDARD_INPUT

    def kept(self) -> Kept:
        """Return the process that is kept for what may have to be ended; it reads the same files."""
        if self._kept is None:
            from partnerkg.store import opening
            from partnerkg.workers.kept import Kept

            self._kept = Kept((opening.whole, self._reading()))
        return self._kept

    @property
    def where(self) -> str:
        """Return the option that names the project or endpoint, as a shell reads it."""
        from shlex import quote

        given = {"--project": self.project, "--endpoint": self.endpoint}
        return " ".join(f"{name} {quote(value)}" for name, value in given.items() if value)

    @property
    def questions(self) -> Catalogue:
        """Return the questions that can be asked by name."""
        if self._questions is None:
            from partnerkg.query.catalogue import catalogue

            self._questions = catalogue(self.project, self.language)
        return self._questions

    @property
    def finder(self) -> Search:
        """Return what finds things and questions by words; it reads their names once."""
        if self._finder is None:
            from partnerkg.query.search import Search

            self._finder = Search(self.questions, self.store)
        return self._finder

    def folder(self) -> str:
        """Return the folder of the project whose files are read and written.

        WrongUse with an endpoint or a store on the disk, which have none.
        """
        from partnerkg.store import persisted

        if self.project and persisted.is_store(self.project):
            raise WrongUse(reason=Message("this command works on files, not on a store"), program="partnerkg")
        if self.endpoint:
            reason = Message("this command works on files, not on an endpoint")
            raise WrongUse(reason=reason, program="partnerkg")
        return self.project or resources.root()

    def writable(self) -> str:
        """Return the folder of the project to write in.

        ShippedGraph for what the package carries, NoProject for data that is none: readings beside it would
        make it one, and hide what was there.
        """
        folder = self.folder()
        if resources.carried() and os.path.realpath(folder) == os.path.realpath(resources.root()):
            raise ShippedGraph
        if not os.path.isdir(os.path.join(folder, "graph")):
            raise NoProject(path=folder, folder="graph")
        return folder

    def bare(self, base: str | None = None) -> Opened:
        """Return the same place without the ontology that comes with partnerkg.

        `base` is that of relative IRIs in the files, by default the address of each.
        """
        alone = Opened(self.project, self.language)
        alone._bare = (base,)
        return alone


def here(project: str | None = None) -> str | None:
    """Return the project given by its path or name, else the one that the current folder lies in."""
    if project is not None:
        return resources.named(project)
    try:
        return resources.project(os.getcwd())
    except FileNotFoundError:  # the folder was removed meanwhile
        return None


def at(place: Place, language: str = "en") -> Opened:
    """Return the graph at a path or address; None is the shipped one."""
    if isinstance(place, Opened):
        return place
    path = None if place is None else resources.named(os.fspath(place))
    if path is not None and path.startswith(ADDRESS):
        return Opened(None, language, path)
    return Opened(path, language)
