"""The canonical writer: the same statements give the same bytes, whatever order they come in.

Every function takes pyoxigraph Quads (or Triples); what is too much for memory is sorted in temporary
files, but for statements with blank nodes. What is said twice is written once; lexical forms never change.
Of a file that is read, its prefixes and the spelling of its language tags are kept (`kept`).
All raise UnwritableTerm for what only RDF 1.2 can say.
"""

from __future__ import annotations

from partnerkg.rdf import sorting
from partnerkg.rdf.blocks import Blocks
from partnerkg.rdf.kept import begun
from partnerkg.rdf.statements import feed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.statements import Statements


def turtle(statements: Statements, *, whole: bool = False) -> Iterator[str]:
    """Return Turtle in pieces; quads of all graphs become one graph. `whole` is that of `kept.begun`."""
    return _document(statements, union=True, whole=whole)


def trig(statements: Statements, *, whole: bool = False) -> Iterator[str]:
    """Return TriG in pieces: the default graph, then the named graphs by IRI."""
    return _document(statements, union=False, whole=whole)


def ntriples(statements: Statements) -> Iterator[str]:
    """Return N-Triples, a line each, in code point order; quads of all graphs become one graph."""
    return sorting.lines(statements, union=True)


def nquads(statements: Statements) -> Iterator[str]:
    """Return N-Quads, a line each, in code point order."""
    return sorting.lines(statements, union=False)


def ordered(statements: Statements, *, union: bool = False) -> Iterator[Quad]:
    """Return each quad once, sorted by graph, subject, predicate and object, blank nodes relabelled."""
    return sorting.quads(statements, union=union)


def _document(statements: Statements, *, union: bool, whole: bool) -> Iterator[str]:
    statements, kept = begun(statements, whole=whole)
    blocks = Blocks(kept, union=union)
    feed(statements, blocks.take)
    return blocks.text()
