"""Statements as text: one `subject predicate object` line each, by graph.

pyoxigraph writes N-Quads 15 times faster than Python can ask each term for its text, and in canonical
N-Quads a space stands between terms and nowhere else but inside a literal. So the writer works on that
text, a few hundred statements at a time.
"""

from __future__ import annotations

from itertools import chain, islice

from pyoxigraph import RdfFormat, Store, Triple, serialize

from partnerkg.errors import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from partnerkg.rdf.external import Overflow

    Statements = Store | Iterable[Quad] | Iterable[Triple]

MOST = 1 << 28  # bytes of statements held in memory, about a million of them, before they overflow
_BATCH = 256  # small enough for the processor's cache


class UnwritableTerm(PartnerkgError):
    message = N_("The term {term} cannot be written: {reason}.")


class Graphs(dict[str, list[str]]):
    """The `subject predicate object` lines of each graph name; "" is the default graph.

    A statement given twice is there twice. If `blanks` is False, there is surely no blank node.
    """

    blanks = False

    def __missing__(self, name: str) -> list[str]:
        lines = self[name] = []
        return lines


def gathered(statements: Statements, *, union: bool = False, overflow: Overflow | None = None) -> Graphs:
    """Return the lines in the order the statements came; with `union`, all in the default graph.

    What is too much for memory goes to `overflow`, if there is one.
    """
    reader = _Reader(union, overflow)
    if isinstance(statements, Store):
        statements.dump(reader, format=RdfFormat.N_QUADS)  # type: ignore[arg-type]
        return reader.graphs
    source = iter(statements)
    first = list(islice(source, 1))
    form = RdfFormat.N_TRIPLES if first and isinstance(first[0], Triple) else RdfFormat.N_QUADS
    source = chain(first, source)
    while batch := list(islice(source, _BATCH)):
        reader.write(serialize(batch, format=form) or b"")
    return reader.graphs


def is_blank(token: str) -> bool:
    """Return whether the token is a blank node."""
    return token.startswith("_:")


class _Reader:
    """A file to write canonical N-Quads to, in any portions."""

    def __init__(self, union: bool, overflow: Overflow | None) -> None:
        self.graphs = Graphs()
        self._overflow = overflow
        self._read_since = 0
        self._union = union
        self._rest = b""

    def write(self, data: bytes) -> int:
        known = self._rest + data
        end = known.rfind(b"\n") + 1
        self._rest = known[end:]
        self._read(known[:end].decode())
        self._read_since += end
        if self._overflow is not None and self._read_since > MOST:
            self._overflow.take(self.graphs)
            self._read_since = 0
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written is there."""

    def _read(self, text: str) -> None:
        lines = text.split(" .\n")  # no raw line feed stands inside a literal
        lines.pop()
        graphs, union = self.graphs, self._union
        graphs.blanks = graphs.blanks or (
            "_" in text and "_:" in text
        )  # one character is found 50 times faster
        for line in lines:
            triple, _, graph = line.rpartition(" ")
            if '"' in graph or triple.count(" ") < 2:  # the last term is the object
                graphs[""].append(line)
            else:
                graphs["" if union else graph].append(triple)


def refuse_rdf_12(token: str) -> None:
    """Raise UnwritableTerm if the object is a triple or a text with a direction, which need RDF 1.2."""
    if token.startswith("<<("):
        raise UnwritableTerm(term=token, reason=Message(N_("triple terms need RDF 1.2")))
    if token.endswith(("--ltr", "--rtl")) and token[0] == '"':
        raise UnwritableTerm(term=token, reason=Message(N_("text directions need RDF 1.2")))
