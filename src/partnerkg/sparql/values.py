"""Terms into a SPARQL text: as data in VALUES, at a place found by tokens; never spliced into its words."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.sparql import branches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.model.terms import Substitutions, Term
    from partnerkg.sparql.query import Query


def complete(query: Query, values: Substitutions | None = None) -> str:
    """Return the text with the prefixes that it uses, and with values; its lines stay where they are.

    WrongSparql if a value cannot be said in a query or there is no place for it.
    """
    declared = query.missing(prefixes())
    opening = "".join(f"PREFIX {name}: <{declared[name]}> " for name in sorted(declared))
    return opening + told(query, values)


def told(query: Query, values: Substitutions | None = None) -> str:
    """Return the text with values for some of its variables, on the lines that it has.

    They come first in every group that names the variable, where its filters see them and an engine begins
    with them, all those of a group at once: of several lists Oxigraph joins the first with all that the graph
    says. Where the outermost group is a subquery, they stand beside it (SPARQL 1.1 §10.2). WrongSparql if a
    value cannot be said in a query or there is no place for it.
    """
    if not values:
        return query.text
    if query.group is None:
        raise WrongSparql(reason=Message("it has no group for the values"))
    opening, *inside = query.tokens[query.group :]
    terms = {name.value: term for name, term in values.items()}
    named: dict[int, list[str]] = {opening.start + 1: list(terms)}
    for name in terms:
        for start in branches.naming(query.text, name):
            named.setdefault(start, []).append(name)
    pieces = [(start, _block({name: terms[name] for name in names})) for start, names in named.items()]
    if inside[0].says("SELECT"):
        end = next(token.start for token in inside if token.marks("}") and token.depth == 0)
        pieces += [(opening.start + 1, "{"), (end, "}")]
    return _with(query.text, pieces)


def _with(text: str, pieces: Iterable[tuple[int, str]]) -> str:
    """Return a text with pieces put in at places, those of one place in their order."""
    made, end = [], 0
    for start, piece in sorted(pieces, key=lambda pair: pair[0]):
        made += [text[end:start], f" {piece} "]
        end = start
    return "".join([*made, text[end:]])


def sayable(term: Term) -> bool:
    """Return whether a term can be said in a query: an IRI or a literal."""
    return isinstance(term, NamedNode | Literal)


def _block(terms: Mapping[str, Term]) -> str:
    for name, term in terms.items():
        if not sayable(term):
            reason = Message(
                "the value of ?{name} is no IRI or literal, and no server could know it", name=name
            )
            raise WrongSparql(reason=reason)
    if len(terms) == 1:
        ((name, term),) = terms.items()
        return f"VALUES ?{name} {{ {term} }}"
    names = " ".join(f"?{name}" for name in terms)
    return f"VALUES ({names}) {{ ({' '.join(map(str, terms.values()))}) }}"
