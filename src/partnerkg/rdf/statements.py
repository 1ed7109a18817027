"""Statements as text: canonical N-Quads, a line each.

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
    from collections.abc import Callable, Iterable

    from pyoxigraph import Quad

    Statements = Store | Iterable[Quad] | Iterable[Triple]

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

    def take(self, text: str) -> None:
        """Add the statements of lines."""
        self.blanks = self.blanks or may_mention_blank(text)
        self.add(lines(text), union=False)

    def add(self, lines: Iterable[str], *, union: bool) -> None:
        """Add the statements of lines; with `union`, all to the default graph."""
        for line in lines:
            triple, graph = apart(line)
            self["" if union else graph].append(triple)

    def sift(self, text: str, *, union: bool) -> list[str]:
        """Add the statements of lines with blank nodes, return the other lines.

        With `union`, graphs do not count, and all goes to the default graph.
        """
        found = lines(text)
        if not may_mention_blank(text):
            return found
        parts: tuple[list[str], list[str]] = ([], [])
        for line in found:
            parts[mentions_blank(line, union=union)].append(line)
        without, mentioning = parts
        self.blanks = self.blanks or bool(mentioning)
        self.add(mentioning, union=union)
        return without


def gathered(statements: Statements) -> Graphs:
    """Return the lines of each graph in the order the statements came."""
    graphs = Graphs()
    feed(statements, graphs.take)
    return graphs


def feed(statements: Statements, take: Callable[[str], None]) -> None:
    """Give the canonical N-Quads of the statements to `take`, in order, some hundred at a time."""
    reader = _Reader(take)
    if isinstance(statements, Store):
        statements.dump(reader, format=RdfFormat.N_QUADS)  # type: ignore[arg-type]
        return
    source = iter(statements)
    first = list(islice(source, 1))
    form = RdfFormat.N_TRIPLES if first and isinstance(first[0], Triple) else RdfFormat.N_QUADS
    source = chain(first, source)
    while batch := list(islice(source, _BATCH)):
        reader.write(serialize(batch, format=form) or b"")


def lines(text: str) -> list[str]:
    """Return the lines of canonical N-Quads, `subject predicate object graph`, without their ends."""
    found = text.split(" .\n")  # no raw line feed stands inside a literal
    found.pop()
    return found


def apart(line: str) -> tuple[str, str]:
    """Return the triple and the graph of a line, "" for the default graph."""
    triple, _, graph = line.rpartition(" ")
    if '"' in graph or graph == ")>>" or triple.count(" ") < 2:  # the last term is the object
        return line, ""
    return triple, graph


def is_blank(token: str) -> bool:
    """Return whether the token is a blank node."""
    return token.startswith("_:")


def may_mention_blank(text: str) -> bool:
    """Return whether there may be a blank node in a text, be it in a literal."""
    return "_" in text and "_:" in text  # one character is found 50 times faster


def mentions_blank(line: str, *, union: bool) -> bool:
    """Return whether subject, object or, unless `union`, graph of a line is a blank node."""
    if "_:" not in line:
        return False
    triple, graph = apart(line)
    subject, _, thing = triple.split(" ", 2)
    return is_blank(subject) or is_blank(thing) or (is_blank(graph) and not union)


class _Reader:
    """A file to write canonical N-Quads to, in any portions."""

    def __init__(self, take: Callable[[str], None]) -> None:
        self._take = take
        self._rest = b""

    def write(self, data: bytes) -> int:
        known = self._rest + data
        end = known.rfind(b"\n") + 1
        self._rest = known[end:]
        self._take(known[:end].decode())
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written is there."""


def refuse_rdf_12(token: str) -> None:
    """Raise UnwritableTerm if the object is a triple or a text with a direction, which need RDF 1.2."""
    if token.startswith("<<("):
        raise UnwritableTerm(term=token, reason=Message(N_("triple terms need RDF 1.2")))
    if token.endswith(("--ltr", "--rtl")) and token[0] == '"':
        raise UnwritableTerm(term=token, reason=Message(N_("text directions need RDF 1.2")))
