"""The blank nodes of two datasets, named so that what is the same in both has the same name.

Each dataset names its own by what is said with them (see `naming`), so equal datasets have equal names. What
has changed is then put beside what it was: two nodes of which a statement tells the same, and that of no
others, are one; what is left is paired by all that is said of it, then by a part of that. A knot whose
members looks do not tell apart is compared by RDFC-1.0, if there is another that could be the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from hashlib import sha256
from itertools import chain

from partnerkg.rdf import canonical, naming
from partnerkg.rdf.statements import Graphs, apart, is_blank, refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    Statement = tuple[str, str, str, str]

_LABEL = "_:c14n"
_FIXED = "urn:partnerkg:"


class Side:
    """One of the datasets: its lines without blank nodes by graph, and the statements with some, named."""

    def __init__(self, graphs: Graphs) -> None:
        self._plain, rows = _apart(graphs)
        found = naming.names(rows)
        names = {node: f"_:b{name}" for node, name in found.of.items()}
        self.rows = {_mapped(row, lambda term: names.get(term, term)) for row in rows}
        self.unsure = {frozenset(names[node] for node in knot) for knot in found.unsure}

    def rows_of(self, knot: Collection[str]) -> list[Statement]:
        """Return the statements that mention one of these nodes."""
        return [row for row in self.rows if any(term in knot for term in row)]

    def nodes(self) -> set[str]:
        """Return the names of the blank nodes."""
        return {term for row in self.rows for term in row if is_blank(term)}

    def rename(self, names: Mapping[str, str]) -> None:
        """Give nodes other names."""
        self.rows = {_mapped(row, lambda term: names.get(term, term)) for row in self.rows}

    def graphs(self) -> Graphs:
        """Return the lines of each graph."""
        for s, p, o, graph in self.rows:
            self._plain[graph].append(f"{s} {p} {o}")
        return self._plain


def named(first: Graphs, second: Graphs, seconds: float) -> tuple[Graphs, Graphs]:
    """Return both with names for their blank nodes; UnwritableTerm for one inside a triple term.

    TangledBlankNodes if RDFC-1.0, where it is needed, takes longer than so many seconds, or too much memory.
    """
    if not (first.blanks or second.blanks):
        return first, second
    old, new = Side(first), Side(second)
    _settle(old, new, seconds)
    _match(old, new)
    return old.graphs(), new.graphs()


def _settle(old: Side, new: Side, seconds: float) -> None:
    """Name alike the knots that differ by nothing but which of their members came first."""
    left, right = _shapes(old, new), _shapes(new, old)
    doubtful = [
        (side, knot)
        for side, shapes in ((old, left), (new, right))
        for shape in left.keys() & right.keys()
        for knot in shapes[shape]
    ]
    if not doubtful:
        return
    met: Counter[tuple[int, str]] = Counter()
    found = canonical.within(seconds, [_text(side.rows_of(knot), knot) for side, knot in doubtful])
    for (side, knot), lines in zip(doubtful, found, strict=True):
        name = sha256("\n".join(lines).encode()).hexdigest()[:24]
        met[id(side), name] += 1
        side.rows.difference_update(side.rows_of(knot))
        side.rows.update(_read(line, f"_:b{name}x{met[id(side), name]}n") for line in lines)


def _shapes(side: Side, other: Side) -> dict[tuple[Statement, ...], list[frozenset[str]]]:
    """Return the unsure knots that the other side has not, by what equal ones have in common."""
    found: dict[tuple[Statement, ...], list[frozenset[str]]] = defaultdict(list)
    for knot in side.unsure - other.unsure:
        rows = (_mapped(row, partial(_starred, knot)) for row in side.rows_of(knot))
        found[tuple(sorted(rows))].append(knot)
    return found


def _starred(knot: frozenset[str], term: str) -> str:
    return "*" if term in knot else term


def _text(rows: Iterable[Statement], knot: frozenset[str]) -> str:
    """Return N-Quads in which other blank nodes than those of the knot are IRIs."""

    def fixed(term: str) -> str:
        return f"<{_FIXED}{term[2:]}>" if is_blank(term) and term not in knot else term

    return "".join(" ".join(_mapped(row, fixed)).rstrip() + " .\n" for row in rows)


def _read(line: str, start: str) -> Statement:
    triple, graph = apart(line.removesuffix(" ."))
    s, p, o = triple.split(" ", 2)

    def named(term: str) -> str:
        if is_blank(term):
            return start + term.removeprefix(_LABEL)
        return f"_:{term[len(_FIXED) + 1 : -1]}" if term.startswith(f"<{_FIXED}") else term

    return _mapped((s, p, o, graph), named)


def _match(old: Side, new: Side) -> None:
    """Give nodes of the new side the names of those of the old one that stand at the same place."""
    ours, theirs = _Places(old, new), _Places(new, old)
    votes = Counter(pair for place in ours if (pair := _only(place, theirs, ours)))
    waiting = [pair for pair, _ in sorted(votes.items(), key=lambda vote: (vote[1], vote[0]))]
    names: dict[str, str] = {}
    others = chain(_lookalikes(theirs, ours), _beside(theirs, ours))
    while pair := waiting.pop() if waiting else next(others, None):
        after, before = pair
        if after in theirs.rows and before in ours.rows:
            names[after] = before
            moved = [*ours.take(before, before), *theirs.take(after, before)]
            waiting += [pair for place in moved if (pair := _only(place, theirs, ours))]
    new.rename(names)


def _lookalikes(theirs: _Places, ours: _Places) -> Iterator[tuple[str, str]]:
    """Yield nodes that are left of which the same is said, however other blank nodes are called."""
    after, before = theirs.looks(), ours.looks()
    for look in sorted(after.keys() & before.keys(), key=lambda look: (len(after[look]), look)):
        yield from zip(theirs.left(after[look]), ours.left(before[look]), strict=False)


def _beside(theirs: _Places, ours: _Places) -> Iterator[tuple[str, str]]:
    """Yield nodes that are left of which one statement is the same."""
    for place in sorted(theirs.keys() & ours.keys()):
        yield from zip(theirs.left(sorted(theirs[place])), ours.left(sorted(ours[place])), strict=False)


def _only(place: Statement, theirs: _Places, ours: _Places) -> tuple[str, str] | None:
    """Return the one node of each side that stands at a place."""
    after, before = theirs.get(place, ()), ours.get(place, ())
    return (*after, *before) if len(after) == len(before) == 1 else None  # type: ignore[return-value]


class _Places(dict[tuple[str, str, str, str], set[str]]):
    """The nodes that one side alone has, by the statements in which they stand; `rows` are theirs."""

    def __init__(self, side: Side, other: Side) -> None:
        super().__init__()
        self.rows: dict[str, set[Statement]] = {node: set() for node in side.nodes() - other.nodes()}
        for row in side.rows:
            for node in self.rows.keys() & set(row):
                self.rows[node].add(row)
                self.setdefault(_place(row, node), set()).add(node)

    def looks(self) -> Mapping[tuple[Statement, ...], list[str]]:
        """Return the nodes by what is said of them, whatever other blank nodes are called."""
        found: dict[tuple[Statement, ...], list[str]] = defaultdict(list)
        for node in sorted(self.rows):
            rows = (_mapped(row, partial(_seen_from, node)) for row in self.rows[node])
            found[tuple(sorted(rows))].append(node)
        return found

    def left(self, nodes: Iterable[str]) -> Iterator[str]:
        """Yield those of the nodes that have not been let go, looking when the next is asked for."""
        return (node for node in nodes if node in self.rows)

    def take(self, node: str, name: str) -> Iterator[Statement]:
        """Let a node go, and name it so where it stands beside others; yield the places that changed."""
        for row in self.rows.pop(node):
            self[_place(row, node)].discard(node)
            yield _place(row, node)
            renamed = _mapped(row, lambda term: name if term == node else term)
            for other in self.rows.keys() & set(row):
                self[_place(row, other)].discard(other)
                self.rows[other].discard(row)
                self.rows[other].add(renamed)
                self.setdefault(_place(renamed, other), set()).add(other)
                yield _place(renamed, other)


def _seen_from(node: str, term: str) -> str:
    return "*" if term == node else "_" if is_blank(term) else term


def _place(row: Statement, node: str) -> Statement:
    return _mapped(row, lambda term: "*" if term == node else term)


def _apart(graphs: Graphs) -> tuple[Graphs, list[Statement]]:
    """Return the graphs without the statements with a blank node, and these."""
    plain = Graphs()
    mentioning: list[Statement] = []
    for graph, lines in graphs.items():
        for line in lines:
            if "_:" not in line and not is_blank(graph):
                plain[graph].append(line)
                continue
            s, p, o = line.split(" ", 2)
            if is_blank(s) or is_blank(o) or is_blank(graph):
                mentioning.append((s, p, o, graph))
            else:
                _refuse_inside(o)
                plain[graph].append(line)
    return plain, mentioning


def _refuse_inside(token: str) -> None:
    """Raise UnwritableTerm if the object is a triple term, which may hold a blank node."""
    if token.startswith("<<("):
        refuse_rdf_12(token)


def _mapped(row: Statement, change: Callable[[str], str]) -> Statement:
    s, p, o, graph = row
    return change(s), p, change(o), change(graph)
