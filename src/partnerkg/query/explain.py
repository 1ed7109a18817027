"""A question as a SPARQL text that any engine can run: prefixes declared, values written into it."""

from __future__ import annotations

from partnerkg.namespaces import prefixes
from partnerkg.query.header import MARK
from partnerkg.sparql import guard, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Variable

    from partnerkg.model.terms import Term


def explain(
    text: str,
    given: Mapping[Variable, Term] | None = None,
    limit: int | None = None,
    notes: Iterable[str] = (),
) -> str:
    """Return a query with all it needs: notes, prefixes, the given values, a limit if it has none.

    WrongSparql if it is one that is not answered here.
    """
    body = "\n".join(line for line in text.splitlines() if not line.startswith(MARK)).strip() + "\n"
    found = tokens.tokens(body)
    guard.check(body, found)
    comments = [f"# {' '.join(note.split())}\n" for note in notes]
    declared = [f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in _needed(found).items()]
    end = f"LIMIT {limit}\n" if limit is not None and not _is_limited(found) else ""
    return "".join([*comments, *declared, _told(body, found, given or {}), end])


def _needed(found: Sequence[tokens.Token]) -> dict[str, str]:
    used = {token.text.partition(":")[0] for token in tokens.undeclared(found, {})}
    return {prefix: iri for prefix, iri in prefixes().items() if prefix in used}


def _is_limited(found: Sequence[tokens.Token]) -> bool:
    """Return whether a LIMIT cannot be added: there is one, or VALUES, behind which none may stand."""
    form = tokens.form(found)
    asks = form is not None and form.says("ASK")
    return asks or any(token.depth == 0 and token.says("LIMIT", "VALUES") for token in found)


def _told(body: str, found: Sequence[tokens.Token], given: Mapping[Variable, Term]) -> str:
    """Return the query with its values first in its outermost group, where its filters see them."""
    if not given:
        return body
    names, terms = " ".join(map(str, given)), " ".join(map(str, given.values()))
    values = f"\n  VALUES ({names}) {{ ({terms}) }}"
    opening = next(token for token in found if token.depth == 0 and token.marks("{"))
    closing = next(token for token in found if token.depth == 0 and token.marks("}"))
    start, end = opening.start + 1, closing.start
    if found[found.index(opening) + 1].says("SELECT"):
        return f"{body[:start]}{values}\n  {{{body[start:end]}}}\n{body[end:]}"
    return body[:start] + values + body[start:]
