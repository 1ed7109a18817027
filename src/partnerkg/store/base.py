"""What every store can do: answer SPARQL, give its quads, say whether it knows a thing."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.namespaces import prefixes
from partnerkg.sparql import guard
from partnerkg.sparql.query import ASK, CONSTRUCT, DESCRIBE, SELECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO, Any

    from pyoxigraph import NamedNode, Quad, Triple

    from partnerkg.model.terms import Row, Substitutions
    from partnerkg.sparql.query import Query

# What a project is made of, each read only when a question needs it.
ONTOLOGY, REFERENCE, CLAIMS, EVIDENCE = "ontology", "reference", "claims", "evidence"
ROOMS = (ONTOLOGY, REFERENCE, CLAIMS, EVIDENCE)
# The graphs of each room where all are together; those of the claims are all others.
GRAPHS = {
    ONTOLOGY: ("ontology",),
    REFERENCE: ("reference", "positions", "additions", "descriptions"),
    EVIDENCE: ("provenance", "enrichment"),
}


_SPACES = """SELECT DISTINCT ?space {
    { ?dataset void:uriSpace ?space } UNION { ?space a dcat:Dataset FILTER(STRENDS(STR(?space), "/")) }
} ORDER BY STRLEN(STR(?space)) STR(?space)"""


class Rows:
    """The rows of a SELECT, each once, None for what is unbound; `columns` names what they hold."""

    __slots__ = ("_rows", "columns")

    def __init__(self, columns: Iterable[str], rows: Iterable[Row]) -> None:
        self.columns = list(columns)
        self._rows = iter(rows)

    @classmethod
    def of(cls, answer: Any) -> Rows:
        """Return the rows of the solutions that pyoxigraph has."""
        return cls((variable.value for variable in answer.variables), map(tuple, answer))

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        return next(self._rows)


class Store:
    """A dataset to look at, never to change: it answers SPARQL.

    Its default graph is the union of all graphs, each triple once.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: a dataset to ask, never to change>"

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """See to it that these rooms, all by default, can be asked; errors tell why they cannot."""
        raise NotImplementedError

    def settle(self, text: str) -> None:
        """Do beforehand what a query needs whatever it finds, so that a copy of this process has it."""
        self.need()

    def select(self, text: str, values: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS) -> Rows:
        """Return the rows of a SELECT that anybody may have written.

        `values` are those of variables of the outermost SELECT. `rooms` are the parts of the project that
        the query looks at; a store may leave out the others. WrongSparql if the text is wrong, is no SELECT
        or asks for what is not allowed: updates, SERVICE, graphs that are not here.
        """
        rows: Rows = self._answer(guard.checked(text, SELECT), values, rooms)
        return rows

    def ask(self, text: str, values: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS) -> bool:
        """Return the truth of an ASK; values, rooms and errors are those of `select`."""
        truth: bool = self._answer(guard.checked(text, ASK), values, rooms)
        return truth

    def construct(
        self, text: str, values: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS
    ) -> Iterator[Triple]:
        """Yield the triples of a CONSTRUCT or DESCRIBE; values, rooms and errors are those of `select`."""
        triples: Iterator[Triple] = self._answer(guard.checked(text, CONSTRUCT, DESCRIBE), values, rooms)
        return triples

    def as_json(self, text: str, sink: IO[bytes]) -> bool:
        """Write the rows of a SELECT as SPARQL 1.1 Query Results JSON, as they are found.

        False where the store cannot do it. Errors are those of `select`, and what the sink raises.
        """
        return False

    def _answer(self, query: Query, values: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        """Return the Rows, truth or triples that a query of this form asks for."""
        raise NotImplementedError

    def prefixes(self, query: Query) -> Mapping[str, str]:
        """Return the prefixes that a query need not declare: those of the project."""
        return prefixes()

    def declared(self) -> Mapping[str, str]:
        """Return the prefixes that the files of strangers in it declare; none of a project or a server."""
        return {}

    def spaces(self) -> tuple[str, ...]:
        """Return what the IRIs of its datasets begin with, as they say themselves (VoID §4.2)."""
        return _spaces(self)

    def at_hand(self) -> tuple[str, ...]:
        """Return the rooms that can be asked without reading a file."""
        return ROOMS

    def each(self, text: str, rooms: tuple[str, ...] = ROOMS) -> Iterator[Row]:
        """Yield the rows of a SELECT that the program wrote itself, None for what is unbound.

        Nothing checks the text: it must not hold what a stranger wrote, nor choose graphs by FROM. The
        prefixes of the project need not be declared; `rooms` are those of `select`. A wrong text is a fault
        of the program: SyntaxError, or what a server says.
        """
        raise NotImplementedError

    def written(self) -> tuple[Quad, ...]:
        """Return the statements that the store has in another form than they were written, such as `01`.

        Those with a number that is beyond its range, too. None if nobody can tell: a store of others holds
        what it says.
        """
        return ()

    def own(self) -> Store:
        """Return this store without an ontology that was lent to it: what its files or its server say."""
        return self

    def quads(self) -> Iterator[Quad]:
        """Yield every quad of the store, in no promised order; what two files say comes twice."""
        raise NotImplementedError

    def contains(self, thing: NamedNode, rooms: tuple[str, ...] = ROOMS) -> bool:
        """Return whether anything is said of this thing in these rooms."""
        raise NotImplementedError

    def known(self, things: Iterable[NamedNode], rooms: tuple[str, ...] = ROOMS) -> list[NamedNode]:
        """Return those of the things of which anything is said in these rooms, in their order."""
        return [thing for thing in things if self.contains(thing, rooms)]

    def told(self) -> Iterator[Quad]:
        """Yield what `quads` yields, and an ontology lent to it if they use a term of that."""
        return self.quads()

    def everything(self) -> Iterator[Quad]:
        """Yield what `quads` yields, and the ontology that comes with partnerkg if the store has none."""
        raise NotImplementedError


@lru_cache(maxsize=4)
def _spaces(store: Store) -> tuple[str, ...]:
    found = store.select(_SPACES, rooms=(CLAIMS, EVIDENCE))
    return tuple(dict.fromkeys(filter(None, (str(getattr(row[0], "value", "")) for row in found))))
