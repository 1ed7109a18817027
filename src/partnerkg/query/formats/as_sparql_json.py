"""SPARQL 1.1 Query Results JSON: every term with its kind, datatype and language."""

from __future__ import annotations

import json

from pyoxigraph import BlankNode, Literal, NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

TRUTH = {answer: json.dumps({"head": {}, "boolean": answer}) + "\n" for answer in (True, False)}
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the document with one row a line; a row has no key for what is unbound."""
    head = json.dumps({"vars": solutions.columns}, ensure_ascii=False)
    yield f'{{"head": {head}, "results": {{"bindings": ['
    before = "\n"
    for row in solutions:
        bound = zip(solutions.columns, row, strict=True)
        binding = {column: _object(term) for column, term in bound if term is not None}
        yield before + json.dumps(binding, ensure_ascii=False)
        before = ",\n"
    yield "\n]}}\n"


def _object(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, **_kind(term)}
    parts = {name: _object(getattr(term, name)) for name in ("subject", "predicate", "object")}
    return {"type": "triple", "value": parts}


def _kind(literal: Literal) -> dict[str, object]:
    if literal.language:
        direction = {"its:dir": str(literal.direction.value)} if literal.direction else {}
        return {"xml:lang": literal.language, **direction}
    return {} if literal.datatype.value == _STRING else {"datatype": literal.datatype.value}
