"""Names for blank nodes by which two datasets can be compared, whatever labels they came with.

Blank nodes that statements link to each other make a knot. A knot is named by the hash of its canonical
N-Quads (RDFC-1.0), so equal knots of two datasets have equal names, and a change in one knot leaves the
names in all others as they are. Knots that are alike are counted: the second is another than the first.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from partnerkg.rdf import canonical
from partnerkg.rdf.statements import Graphs, apart, is_blank, refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Statement = tuple[str, str, str, str]

FEW = 4  # blank nodes; a knot of so many is canonical at once, however it is tied
_LABEL = "_:c14n"


def named(graphs: Graphs, seconds: float = canonical.PATIENCE) -> Graphs:
    """Return the graphs with blank nodes named by the knot they are in; without any, the graphs given.

    TangledBlankNodes if RDFC-1.0 takes longer than so many seconds, UnwritableTerm for a blank node inside
    a triple term.
    """
    if not graphs.blanks:
        return graphs
    found, mentioning = _apart(graphs)
    for line, graph in _renamed(_canonical(_knots(mentioning), seconds)):
        found[graph].append(line)
    return found


def _apart(graphs: Graphs) -> tuple[Graphs, list[Statement]]:
    """Return the graphs without the statements with a blank node, and these."""
    found = Graphs()
    mentioning: list[Statement] = []
    for graph, lines in graphs.items():
        for line in lines:
            if "_:" not in line and not is_blank(graph):
                found[graph].append(line)
                continue
            s, p, o = line.split(" ", 2)
            if is_blank(s) or is_blank(o) or is_blank(graph):
                mentioning.append((s, p, o, graph))
            else:
                _refuse_inside(o)
                found[graph].append(line)
    return found, mentioning


def _refuse_inside(token: str) -> None:
    """Raise UnwritableTerm if the object is a triple term, which may hold a blank node."""
    if token.startswith("<<("):
        refuse_rdf_12(token)


def _knots(statements: list[Statement]) -> list[list[Statement]]:
    """Return the statements of each connected part, each once."""
    roots: dict[str, str] = {}
    for terms in statements:
        blanks = [_root(term, roots) for term in terms if is_blank(term)]
        for other in blanks[1:]:
            roots[_root(other, roots)] = blanks[0] = _root(blanks[0], roots)
    parts: dict[str, list[Statement]] = {}
    for terms in dict.fromkeys(statements):
        blank = next(term for term in terms if is_blank(term))
        parts.setdefault(_root(blank, roots), []).append(terms)
    return list(parts.values())


def _root(token: str, roots: dict[str, str]) -> str:
    while (above := roots.setdefault(token, token)) != token:
        roots[token] = roots[above]
        token = above
    return token


def _canonical(knots: list[list[Statement]], seconds: float) -> Iterator[list[str]]:
    large = []
    for knot in knots:
        text = "".join(" ".join(terms).rstrip() + " .\n" for terms in knot)
        if len({term for terms in knot for term in terms if is_blank(term)}) > FEW:
            large.append(text)
        else:
            yield canonical.canonical(text)
    if large:
        yield from canonical.within(seconds, large)


def _renamed(knots: Iterator[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield "subject predicate object" and graph of each canonical line, blank nodes named by their knot."""
    met: Counter[str] = Counter()
    for lines in knots:
        name = sha256("\n".join(lines).encode()).hexdigest()[:32]
        met[name] += 1
        start = f"_:k{name}x{met[name]}n"
        for line in lines:
            triple, graph = apart(line.removesuffix(" ."))
            s, p, o = triple.split(" ", 2)
            s, o, graph = (
                start + term.removeprefix(_LABEL) if is_blank(term) else term for term in (s, o, graph)
            )
            yield f"{s} {p} {o}", graph
