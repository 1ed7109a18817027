"""The data as they were written: the store, and beside it what the store keeps in another form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from partnerkg.namespaces import namespace
from partnerkg.rdf import lexical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Match = Callable[..., Iterable[Quad]]

RDF, RDFS = namespace("rdf"), namespace("rdfs")


class Graph:
    """All graphs of some data as one; each triple once, each literal as it was written."""

    def __init__(self, match: Match, written: Iterable[Quad] = ()) -> None:
        """Take what finds quads by pattern, and all that was written of what the store keeps otherwise."""
        self._match = match
        self._forms: dict[tuple[Term, NamedNode, Term], dict[Term, None]] = {}
        self._spelt: dict[Term, set[Term]] = {}
        self._above: dict[Term, frozenset[Term]] = {}
        for quad in written:
            kept = lexical.stored(quad.object)
            self._forms.setdefault((quad.subject, quad.predicate, kept), {})[quad.object] = None
            self._spelt.setdefault(kept, set()).add(quad.object)
        self.predicates = frozenset(predicate for _, predicate, _ in self._forms)

    def objects(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """Return the values of a property, each once."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        kept = dict.fromkeys(quad.object for quad in self._match(subject, predicate, None))
        if predicate not in self.predicates:
            return list(kept)
        return [form for one in kept for form in self._forms.get((subject, predicate, one), (one,))]

    def subjects(self, predicate: NamedNode, value: Term) -> list[Term]:
        """Return what has that value of a property, each once."""
        kept = lexical.stored(value)
        if predicate not in self.predicates and kept != value:
            return []  # what is written so would be known
        found: dict[Term, None] = dict.fromkeys(quad.subject for quad in self._match(None, predicate, kept))
        if kept not in self._spelt:
            return list(found)
        return [each for each in found if value in self._forms.get((each, predicate, kept), (kept,))]

    def outgoing(self, subject: Term) -> list[tuple[NamedNode, Term]]:
        """Return the properties of a node with their values, each pair once."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        kept = dict.fromkeys((quad.predicate, quad.object) for quad in self._match(subject, None, None))
        return [(p, form) for p, o in kept for form in self._forms.get((subject, p, o), (o,))]

    def written(self) -> Iterator[tuple[Term, NamedNode, Term]]:
        """Yield the triples that the store keeps in another form, or cannot reckon with."""
        yield from ((s, p, form) for (s, p, _), forms in self._forms.items() for form in forms)

    def spellings(self, value: Term) -> set[Term]:
        """Return the forms in which the data write a value that the store has in one."""
        return self._spelt.get(value, {value})

    def triples(self) -> Iterator[tuple[Term, NamedNode, Term]]:
        """Yield every triple as it was written; one of several graphs may come more than once."""
        for s, p, o, _ in self._match(None, None, None):
            yield from ((s, p, form) for form in self._forms.get((s, p, o), (o,)))

    def nodes(self) -> Iterator[Term]:
        """Yield every node: what is a subject or an object, each once."""
        seen: dict[Term, None] = {}
        for s, _, o in self.triples():
            seen[s] = seen[o] = None
        yield from seen

    def claims(self, subject: Term, predicate: NamedNode, value: Term) -> list[Term]:
        """Return what speaks of a triple: its reifiers (RDF 1.2), and the named graphs that state it."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        quads = self._match(subject, predicate, lexical.stored(value))
        graphs: dict[Term, None] = {
            quad.graph_name: None for quad in quads if not isinstance(quad.graph_name, DefaultGraph)
        }
        triple = Triple(subject, predicate, value)
        return [*graphs, *(each for each in self.subjects(RDF.reifies, triple) if each not in graphs)]

    def is_a(self, node: Term, classes: Iterable[Term]) -> bool:
        """Return whether a node is a SHACL instance of one of these classes (SHACL §1.1)."""
        wanted = set(classes)
        return any(wanted & self.above(kind) for kind in self.objects(node, RDF.type))

    def above(self, kind: Term) -> frozenset[Term]:
        """Return a class and all its superclasses."""
        if kind not in self._above:
            classes, waiting = {kind}, [kind]
            while waiting:
                new = set(self.objects(waiting.pop(), RDFS.subClassOf)) - classes
                classes |= new
                waiting += new
            self._above[kind] = frozenset(classes)
        return self._above[kind]

    def items(self, node: Term) -> list[Term] | None:
        """Return the members of a list, None if it is none (SHACL §2.3.1)."""
        members: list[Term] = []
        seen: set[Term] = set()
        while node != RDF.nil:
            first, rest = self.objects(node, RDF.first), self.objects(node, RDF.rest)
            if node in seen or len(first) != 1 or len(rest) != 1:
                return None
            seen.add(node)
            members.append(first[0])
            node = rest[0]
        return members
