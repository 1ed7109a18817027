"""Names for blank nodes that depend on what is said with them, never on the labels they came with.

A node is named by the hash of what is said with it, as far around it as it takes to tell it from all others
(colour refinement, from what has names inwards). So what changes at one end of a dataset changes no name at
the other. What is alike however far one looks is told apart by taking one member first, the one that gives
the smallest picture; of many members, the first that comes: `unsure` then are the names that another order
of the statements might have exchanged, had the knot a shape that no turn maps on itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from hashlib import blake2b

from partnerkg.rdf.statements import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    Statement = tuple[str, str, str, str]
    Mentions = dict[str, list[tuple[str, tuple[str, ...]]]]  # node -> what is said, with which others
    Colours = dict[str, str]

TRIALS = 4096  # members times statements that are tried before the first member is taken as it comes
_BYTES = 12
_SHORT = 8  # letters of a name


@dataclass
class Names:
    """The name of each blank node; `unsure` are the nodes of each knot whose members were chosen from."""

    of: dict[str, str] = field(default_factory=dict)
    unsure: list[list[str]] = field(default_factory=list)


def names(statements: Iterable[Statement], wanted: Collection[str] | None = None) -> Names:
    """Return names for the blank nodes, or for those that statements link to a wanted one."""
    mentions = _mentions(statements)
    if wanted is not None:
        mentions = _near(mentions, wanted)
    colours = {node: _hash(*sorted(said for said, _ in rows)) for node, rows in mentions.items()}
    refine(mentions, colours, list(mentions))
    found = Names()
    sizes = Counter(colours.values())
    alike = {node for node in mentions if sizes[colours[node]] > 1}
    found.of = {
        node: _hash(_hash(colour), "1", colour) for node, colour in colours.items() if node not in alike
    }
    _take_alike(alike, mentions, colours, found)
    return found


def refine(
    mentions: Mentions, colours: Colours, changed: Iterable[str], within: set[str] | None = None
) -> None:
    """Tell nodes apart by the colours of those around them until no look tells more apart.

    Only nodes `within` are told apart, all by default. A node that is alone with its colour keeps it.
    """
    classes = defaultdict(set)
    for node in mentions if within is None else within:
        classes[colours[node]].add(node)
    dirty = set(changed) if within is None else _around(changed, mentions, within)
    while dirty := {node for node in dirty if len(classes[colours[node]]) > 1}:
        split = list(_split(dirty, classes, _looks(dirty, mentions, colours), colours))
        for node, colour in split:
            classes[colours[node]].discard(node)
            classes[colour].add(node)
            colours[node] = colour
        dirty = _around((node for node, _ in split), mentions, within)


def _split(
    dirty: set[str], classes: dict[str, set[str]], looks: dict[str, str], colours: Colours
) -> Iterator[tuple[str, str]]:
    """Yield the nodes that get another colour: those looked at, but the largest group if that is all."""
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node in dirty:
        groups[colours[node]][looks[node]].append(node)
    for colour, parts in groups.items():
        staying = ""
        if sum(map(len, parts.values())) == len(classes[colour]):
            sizes = sorted(map(len, parts.values()))
            if len(sizes) == 1 or sizes[-1] > sizes[-2]:
                staying = next(look for look, nodes in parts.items() if len(nodes) == sizes[-1])
        for look, nodes in parts.items():
            if look != staying:
                yield from ((node, _hash(colour, look)) for node in nodes)


def _looks(nodes: Iterable[str], mentions: Mentions, colours: Colours) -> dict[str, str]:
    def look(node: str) -> str:
        rows = (" ".join((said, *(colours[one] for one in others))) for said, others in mentions[node])
        return _hash(*sorted(rows))

    return {node: look(node) for node in nodes}


def _around(nodes: Iterable[str], mentions: Mentions, within: set[str] | None) -> set[str]:
    found = {other for node in nodes for _, others in mentions[node] for other in others}
    return found if within is None else found & within


def _take_alike(alike: set[str], mentions: Mentions, colours: Colours, found: Names) -> None:
    """Name the nodes that no look tells apart, knot by knot; knots that are alike are counted."""
    met: Counter[str] = Counter()
    for knot in _knots(alike, mentions):
        told = {node: colours[node] for node in knot}
        if len(knot) > 1:
            told = _told_apart(knot, mentions, colours)
            found.unsure.append(sorted(knot))
        picture = _hash(*sorted(told.values()))
        met[picture] += 1
        found.of |= {node: _hash(picture, str(met[picture]), colour) for node, colour in told.items()}


def _told_apart(knot: set[str], mentions: Mentions, colours: Colours) -> Colours:
    """Return a colour of its own for each node of a knot."""
    told = {node: colours[node] for node in knot}
    weight = sum(len(mentions[node]) for node in knot)
    while members := _smallest_class(told):
        if len(members) * weight > TRIALS:
            members = members[:1]
        tries = [_with_first(node, knot, mentions, colours, told) for node in members]
        told = min(tries, key=lambda one: sorted(one.values()))
    return told


def _smallest_class(told: Colours) -> list[str]:
    classes: dict[str, list[str]] = defaultdict(list)
    for node, colour in told.items():
        classes[colour].append(node)
    several = [(len(nodes), colour) for colour, nodes in classes.items() if len(nodes) > 1]
    return classes[min(several)[1]] if several else []


def _with_first(first: str, knot: set[str], mentions: Mentions, colours: Colours, told: Colours) -> Colours:
    """Return the colours of a knot once one of its nodes is told from those like it."""
    seen = _Layered(colours, told | {first: _hash(told[first], "first")})
    refine(mentions, seen, [first], knot)
    return {node: seen[node] for node in knot}


class _Layered(dict[str, str]):
    """The colours of a knot over those of all nodes."""

    def __init__(self, below: Colours, own: Colours) -> None:
        super().__init__(own)
        self._below = below

    def __missing__(self, node: str) -> str:
        return self._below[node]


def _knots(nodes: set[str], mentions: Mentions) -> Iterator[set[str]]:
    """Yield the parts of these nodes that are linked without any other, in the order the nodes came."""
    left = dict.fromkeys(node for node in mentions if node in nodes)
    while left:
        start = next(iter(left))
        knot, waiting = {start}, [start]
        while waiting:
            near = (_around([waiting.pop()], mentions, nodes)) - knot
            knot |= near
            waiting += near
        for node in knot:
            del left[node]
        yield knot


def _mentions(statements: Iterable[Statement]) -> Mentions:
    mentions: Mentions = {}
    for terms in dict.fromkeys(statements):
        blanks = [term for term in terms if is_blank(term)]
        for node in dict.fromkeys(blanks):
            said = " ".join("*" if term == node else "_" if is_blank(term) else term for term in terms)
            mentions.setdefault(node, []).append((said, tuple(term for term in blanks if term != node)))
    return mentions


def _near(mentions: Mentions, wanted: Collection[str]) -> Mentions:
    """Return what is said of the nodes that are linked to a wanted one."""
    near, waiting = set(wanted), list(wanted)
    while waiting:
        fresh = _around([waiting.pop()], mentions, None) - near
        near |= fresh
        waiting += fresh
    return {node: rows for node, rows in mentions.items() if node in near}


def labels(found: Mapping[str, str]) -> dict[str, str]:
    """Return a label for each node by its name, short where that is enough in this document."""
    short = Counter(name[:_SHORT] for name in found.values())
    return {
        node: f"_:b{name[:_SHORT] if short[name[:_SHORT]] == 1 else name}" for node, name in found.items()
    }


def _hash(*texts: str) -> str:
    return blake2b("\n".join(texts).encode(), digest_size=_BYTES).hexdigest()
