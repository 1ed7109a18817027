"""Rules and a store → the triples that follow, each once, until nothing new follows."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Quad, QueryTriples
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import Message
from partnerkg.infer.rules import WrongRule
from partnerkg.namespaces import namespace, prefixes
from partnerkg.sparql import complaint
from partnerkg.sparql.adapted import adapted
from partnerkg.sparql.query import read
from partnerkg.store import lending
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Triple

    from partnerkg.infer.rules import Rule
    from partnerkg.store.base import Store

INFERRED: NamedNode = namespace("graph").inferred


@dataclass(frozen=True, slots=True, repr=False)
class Inferred:
    """What follows from a graph: quads of `graph:inferred`, sorted; none of them says what the graph says.

    `counts` is how many of them each rule was the first to give, by its name, in the order of the rules;
    `left` is how many more follow about nodes without name, of which nobody could tell which one is meant.
    """

    quads: tuple[Quad, ...]
    counts: Mapping[str, int]
    left: int = 0

    def __repr__(self) -> str:
        rules = sum(map(bool, self.counts.values()))
        return f"<Inferred: {many(len(self.quads), 'statement')} by {many(rules, 'rule')}>"

    def __iter__(self) -> Iterator[Quad]:
        return iter(self.quads)

    def __len__(self) -> int:
        return len(self.quads)


def infer(store: Store, rules: Sequence[Rule]) -> Inferred:
    """Return what follows from everything in a store by these rules, run in turn until none gives more.

    The store stays as it is, and an ontology that is lent to it counts only if it uses a term of that. The
    rules see a copy in memory, in which what an earlier inference left in `graph:inferred` is no premise.
    What would be said of a blank node is left out, since nobody could tell which one is meant. WrongRule for
    a rule that is no SPARQL.
    """
    copy = Oxigraph()
    own = store.own()
    copy.extend(_premises(store.everything() if lending.is_wanted(own.quads()) else own.quads()))
    counts = dict.fromkeys((rule.name for rule in rules), 0)
    quads: list[Quad] = []
    while new := _round(copy, rules, counts):
        quads += new
    return kept(quads, counts)


def kept(quads: Iterable[Quad], counts: Mapping[str, int]) -> Inferred:
    """Return what follows without what is said of nodes that have no name."""
    found = list(quads)
    named = [Quad(s, p, o, INFERRED) for s, p, o, _ in found if not _is_anonymous(s, o)]
    return Inferred(tuple(sorted(named, key=str)), counts, len(found) - len(named))


def _premises(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        if quad.graph_name != INFERRED:
            yield Quad(quad.subject, quad.predicate, quad.object)


def _round(copy: Oxigraph, rules: Iterable[Rule], counts: dict[str, int]) -> list[Quad]:
    """Put what each rule adds into the copy, where the next one sees it, and return it for the graph."""
    added = []
    for rule in rules:
        triples = {Quad(*triple) for triple in _triples(copy, rule)}
        new = [quad for quad in triples if quad not in copy]
        copy.extend(new)
        added += new
        counts[rule.name] += sum(not _is_anonymous(quad.subject, quad.object) for quad in new)
    return added


def _triples(copy: Oxigraph, rule: Rule) -> Iterable[Triple]:
    try:
        answer = copy.query(adapted(rule.text), prefixes=prefixes())
    except (SyntaxError, RuntimeError) as error:
        reason = complaint.explain(str(error), read(rule.text), prefixes())
        raise WrongRule(path=rule.path, reason=reason) from None
    if not isinstance(answer, QueryTriples):
        raise WrongRule(path=rule.path, reason=Message("it must be a CONSTRUCT query"))
    return answer


def _is_anonymous(*terms: object) -> bool:
    return any(isinstance(term, BlankNode) for term in terms)
