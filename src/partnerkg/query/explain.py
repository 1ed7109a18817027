"""A question as a SPARQL text that any engine can run: prefixes declared, values written into it."""

from __future__ import annotations

from partnerkg.namespaces import prefixes
from partnerkg.query.header import MARK
from partnerkg.sparql import guard, values
from partnerkg.sparql.query import ASK
from partnerkg.visible import on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Substitutions
    from partnerkg.sparql.query import Query


def explain(
    text: str,
    given: Substitutions | None = None,
    limit: int | None = None,
    notes: Iterable[str] = (),
) -> str:
    """Return a query with all it needs: notes, prefixes, the given values, a limit if it has none.

    WrongSparql if it is one that is not answered here.
    """
    body = "\n".join(line for line in text.splitlines() if not line.startswith(MARK)).strip() + "\n"
    query = guard.checked(body)
    comments = [f"# {on_one_line(note)}\n" for note in notes]
    declared = [f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in query.missing(prefixes()).items()]
    end = f"LIMIT {limit}\n" if limit is not None and _takes_limit(query) else ""
    return "".join([*comments, *declared, values.told(query, given), end])


def _takes_limit(query: Query) -> bool:
    """Return whether a LIMIT can be added: there is none, nor VALUES, behind which none may stand."""
    return query.form != ASK and not query.has("LIMIT", "VALUES")
