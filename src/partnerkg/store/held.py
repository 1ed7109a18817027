"""A store of quads at hand, such as a part of another store: in memory while they are few, else on disk."""

from __future__ import annotations

from itertools import chain, islice

from pyoxigraph import Quad

from partnerkg import resources
from partnerkg.rdf import lexical
from partnerkg.store import embedded, project
from partnerkg.store.base import ONTOLOGY
from partnerkg.store.embedded import Embedded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.rdf.statements import Statements
    from partnerkg.store.base import Store
    from partnerkg.store.project import Part
    from partnerkg.store.scratch import Scratch

    Watch = Callable[[Iterable[Quad]], Iterable[Quad]]

MOST = 100_000  # quads in memory


class Held(Embedded):
    """A dataset of quads that were given, with the ontology that comes with partnerkg to ask about them.

    `about` are the things that it is about, None if it is about all that it has; `whole` is the store of
    which it is a part, None if it is none. More than MOST quads are in temporary files, which go with it:
    at once when it is closed, which every `with` does.
    """

    __slots__ = ("_given", "_scratch", "about", "whole")

    def __init__(
        self,
        quads: Iterable[Quad],
        about: frozenset[NamedNode] | None = None,
        whole: Store | None = None,
        ontology: list[Part] | None = None,
    ) -> None:
        """Take the quads; `quads` gives them back as they were given.

        `ontology` are the files of another ontology than the shipped one. UnwritablePath if there is no
        place for temporary files.
        """
        source = iter(quads)
        self._given: Iterable[Quad] = list(islice(source, MOST))
        self._scratch: Scratch | None = None
        self.about = about
        self.whole = whole
        if rest := list(islice(source, 1)):
            from partnerkg.store.scratch import Scratch

            self._scratch = Scratch()
            self._given = self._scratch.kept(chain(self._given, rest, source))
        files = project.parts(resources.root())[ONTOLOGY] if ontology is None else ontology
        super().__init__({ONTOLOGY: files}, borrowed=True)

    def _empty(self) -> None:
        super()._empty()
        if self._scratch is None:
            self._store.bulk_extend(self._given)
            return
        try:
            ontology = embedded.read_files(self._parts[ONTOLOGY])
            self._store = self._scratch.store(chain(self._given, ontology))
        except BaseException:
            self.close()
            raise
        self._given = ()
        self._waiting.clear()
        self._merged = True

    def own(self) -> Held:
        return Held(self.quads(), self.about, self.whole, ontology=[])

    def quads(self) -> Iterator[Quad]:
        return iter(self._given) if self._scratch is None else self._scratch.given()

    def written(self) -> tuple[Quad, ...]:
        return lexical.unusual(self.everything)

    def everything(self) -> Iterator[Quad]:
        yield from self.quads()
        yield from super().everything()

    def _unusual(self) -> tuple[Quad, ...]:
        return lexical.unusual(self.everything)

    def close(self) -> None:
        """Remove the temporary files, if there are any: it must not be used any more."""
        if self._scratch is not None:
            self._scratch.close()

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def hold(statements: Statements) -> Held:
    """Return the store of these statements."""
    return Held(
        statement
        if isinstance(statement, Quad)
        else Quad(statement.subject, statement.predicate, statement.object)
        for statement in statements
    )


def spacious(store: Store, watch: Watch = iter) -> Store:
    """Return a store that memory can hold, this one unless its files are large and not read yet.

    `watch` is given the quads that are read for another one, and returns them.
    """
    if not isinstance(store, Embedded) or not store.is_large():
        return store
    return Held(watch(store.quads()), ontology=store.borrowed())
