"""Terms into a SPARQL text: as data in VALUES, at a place found by tokens; never spliced into its words."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
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

    They come first in the outermost group, where its filters see them; where that is a subquery, beside it
    (SPARQL 1.1 §10.2). WrongSparql if a value cannot be said in a query or there is no place for it.
    """
    said = " ".join(_block(name.value, term) for name, term in (values or {}).items())
    if not said:
        return query.text
    if query.group is None:
        raise WrongSparql(reason=Message("it has no group for the values"))
    opening, *inside = query.tokens[query.group :]
    text, start = query.text, opening.start + 1
    if not inside[0].says("SELECT"):
        return f"{text[:start]} {said} {text[start:]}"
    end = next(token.start for token in inside if token.marks("}") and token.depth == 0)
    return f"{text[:start]} {said} {{{text[start:end]}}} {text[end:]}"


def _block(name: str, term: Term) -> str:
    if not isinstance(term, NamedNode | Literal):
        reason = Message("the value of ?{name} is no IRI or literal, and no server could know it", name=name)
        raise WrongSparql(reason=reason)
    return f"VALUES ?{name} {{ {term} }}"
