"""What every store can do: answer SPARQL, give its quads, say whether it knows a thing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import (
        Literal,
        NamedNode,
        Quad,
        QueryBoolean,
        QuerySolutions,
        QueryTriples,
        Triple,
    )

    from partnerkg.model.terms import Substitutions, Term

    Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]

# What a project is made of, each read only when a question needs it.
ONTOLOGY, REFERENCE, CLAIMS, EVIDENCE = "ontology", "reference", "claims", "evidence"
ROOMS = (ONTOLOGY, REFERENCE, CLAIMS, EVIDENCE)
# The graphs of each room where all are together; those of the claims are all others.
GRAPHS = {ONTOLOGY: ("ontology",), REFERENCE: ("reference",), EVIDENCE: ("provenance", "enrichment")}


class Store:
    """A dataset that answers SPARQL; its default graph is the union of all graphs, each triple once."""

    __slots__ = ()

    def query(
        self, text: str, substitutions: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS
    ) -> Answer:
        """Return the solutions, truth or triples that a SPARQL query asks for.

        `substitutions` gives variables of the outermost SELECT their values as terms. `rooms` are the parts
        of the project that the query looks at; a store may leave out the others. WrongSparql if the text is
        wrong or asks for what is not allowed: updates, SERVICE, graphs that are not here.
        """
        raise NotImplementedError

    def solutions(self, text: str) -> Iterable[tuple[Term | None, ...]]:
        """Return the rows of a SELECT that the program wrote itself, None for what is unbound.

        Nothing checks the text: it must not hold what a stranger wrote, nor choose graphs by FROM. The
        prefixes of the project need not be declared, and all rooms are looked at. A wrong text is a fault
        of the program: SyntaxError, or what a server says.
        """
        raise NotImplementedError

    def rewritten(self) -> Literal | None:
        """Return the first literal that the store reads in another form than it was written, such as `01`.

        None if there is none, or if nobody can tell: a store of others holds what it says.
        """
        return None

    def quads(self) -> Iterator[Quad]:
        """Yield every quad of the store, in no promised order; what two files say comes twice."""
        raise NotImplementedError

    def contains(self, thing: NamedNode, rooms: tuple[str, ...] = ROOMS) -> bool:
        """Return whether anything is said of this thing in these rooms."""
        raise NotImplementedError

    def known(self, things: Iterable[NamedNode], rooms: tuple[str, ...] = ROOMS) -> list[NamedNode]:
        """Return those of the things of which anything is said in these rooms, in their order."""
        return [thing for thing in things if self.contains(thing, rooms)]

    def everything(self) -> Iterator[Quad]:
        """Yield what `quads` yields, and the ontology that comes with partnerkg if the store has none."""
        raise NotImplementedError
