"""Terms into a SPARQL text for a server: as data in a VALUES block, at a place found by tokens."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.model.terms import Substitutions, Term


def complete(text: str, found: Sequence[tokens.Token], substitutions: Substitutions | None = None) -> str:
    """Return the query with the prefixes it uses, and with its variables' values; lines stay where they are.

    `found` are the tokens of `text`. WrongSparql if a value cannot be sent or there is no place for it.
    """
    values = " ".join(_values(name.value, term) for name, term in (substitutions or {}).items())
    if values:
        text = _with(text, found, values)
    return _declarations(found) + text


def _declarations(found: Sequence[tokens.Token]) -> str:
    table = prefixes()
    used = {token.text.partition(":")[0] for token in tokens.undeclared(found, {})}
    return "".join(f"PREFIX {name}: <{table[name]}> " for name in sorted(used) if name in table)


def _with(text: str, found: Sequence[tokens.Token], values: str) -> str:
    """Put the values first in the outermost group; where that is a subquery, beside it (SPARQL 1.1 §10.2)."""
    place = _group(found)
    if place is None:
        raise WrongSparql(reason=Message("it has no group for the values"))
    start = found[place].start + 1
    if not found[place + 1].says("SELECT"):
        return f"{text[:start]} {values} {text[start:]}"
    end = next(token.start for token in found[place + 1 :] if token.marks("}") and token.depth == 0)
    return f"{text[:start]} {values} {{{text[start:end]}}} {text[end:]}"


def _group(found: Sequence[tokens.Token]) -> int | None:
    """Return where the outermost group opens; the template of a CONSTRUCT is none."""
    start = tokens.form(found)
    if start is None:
        return None
    first = found.index(start)
    groups = [n for n, token in enumerate(found) if n > first and token.marks("{") and token.depth == 0]
    if start.says("CONSTRUCT") and len(groups) > 1:
        return groups[1]
    return groups[0] if groups else None


def _values(name: str, term: Term) -> str:
    if not isinstance(term, NamedNode | Literal):
        reason = Message("the value of ?{name} is no IRI or literal, and no server could know it", name=name)
        raise WrongSparql(reason=reason)
    return f"VALUES ?{name} {{ {term} }}"
