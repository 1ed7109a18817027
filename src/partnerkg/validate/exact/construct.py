"""CONSTRUCT queries of rules (SHACL Advanced Features §8.6): the triples that each solution gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, NamedNode, Store, Triple, Variable

from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query

_PLACE = "urn:partnerkg:variable:"


class Construct:
    """A CONSTRUCT query: the SELECT of what its template reads, and the template."""

    def __init__(self, query: Query) -> None:
        """Take a query that the engine has parsed."""
        template, rest = _parts(query)
        names = list(read(template).variables) or ["this"]
        self.solutions = read(f"{query.prologue}SELECT {' '.join(f'?{name}' for name in names)} {rest}")
        self._triples = _triples(f"{query.prologue}CONSTRUCT {template} {{}}", names)

    def of(self, row: Mapping[str, Term]) -> Iterator[Triple]:
        """Yield what a solution gives, but for what would be no triple (SPARQL 1.1 §16.2)."""
        fresh: dict[Term, Term] = {}
        for triple in self._triples:
            found = triple_of(*(_filled(term, row, fresh) for term in triple))
            if found is not None:
                yield found


def triple_of(subject: Term | None, predicate: Term | None, value: Term | None) -> Triple | None:
    """Return the triple of these terms, None if they are none."""
    if isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode) and value is not None:
        return Triple(subject, predicate, value)
    return None


def _parts(query: Query) -> tuple[str, str]:
    """Return the template, brackets included, and what follows it; `CONSTRUCT WHERE` is its own template."""
    found, text = query.tokens, query.text
    start = next(place for place, token in enumerate(found) if token is query.opening) + 1
    is_short = not found[start].marks("{")
    opens = start + 1 if is_short else start
    closes = next(token for token in found[opens + 1 :] if token.marks("}") and not token.depth)
    template = text[found[opens].start : closes.start + 1]
    return template, text[found[start].start if is_short else closes.start + 1 :]


def _triples(text: str, names: Sequence[str]) -> list[Sequence[Term]]:
    """Return the triples of a template, a name in the place of each variable."""
    places = {Variable(name): NamedNode(_PLACE + name) for name in names}
    return [tuple(triple) for triple in Store().query(text, substitutions=places)]  # type: ignore[arg-type,union-attr]


def _filled(term: Term, row: Mapping[str, Term], fresh: dict[Term, Term]) -> Term | None:
    if isinstance(term, BlankNode):  # another one for each solution
        return fresh.setdefault(term, BlankNode())
    if isinstance(term, NamedNode) and term.value.startswith(_PLACE):
        return row.get(term.value.removeprefix(_PLACE))
    return term
