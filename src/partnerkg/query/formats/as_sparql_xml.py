"""SPARQL Query Results XML: every term with its kind, datatype and language."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.rdf import xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"'
    ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">\n'
)
_END = "</sparql>\n"
TRUTH = {
    answer: f"{_START}<head/>\n<boolean>{word}</boolean>\n{_END}"
    for answer, word in ((True, "true"), (False, "false"))
}
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the document with one row a line; UnwritableValue for characters that XML does not have."""
    for number, row in enumerate(solutions, 1):
        _check(number, row, solutions.columns)
    return _document(solutions)


def _check(number: int, row: Row, columns: Sequence[str]) -> None:
    for column, term in zip(columns, row, strict=True):
        reason = xml.illegal(str(getattr(term, "value", "")))
        if reason:
            what = Message(N_("Row {row}, column {column}"), row=number, column=column)
            raise UnwritableValue(what=what, format="sparql-xml", reason=reason, known="sparql-json")


def _document(solutions: Table) -> Iterator[str]:
    variables = "".join(f'<variable name="{column}"/>' for column in solutions.columns)
    yield f"{_START}<head>{variables}</head>\n<results>\n"
    for row in solutions:
        bound = zip(solutions.columns, row, strict=True)
        cells = (
            f'<binding name="{name}">{_element(term)}</binding>' for name, term in bound if term is not None
        )
        yield f"<result>{''.join(cells)}</result>\n"
    yield f"</results>\n{_END}"


def _element(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{xml.escaped(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{xml.escaped(term.value)}</bnode>"
    if isinstance(term, Literal):
        return f"<literal{_kind(term)}>{xml.escaped(term.value)}</literal>"
    parts = ((name, _element(getattr(term, name))) for name in ("subject", "predicate", "object"))
    return f"<triple>{''.join(f'<{name}>{part}</{name}>' for name, part in parts)}</triple>"


def _kind(literal: Literal) -> str:
    if literal.language:
        direction = f' its:dir="{literal.direction.value}"' if literal.direction else ""
        return f' xml:lang="{literal.language}"{direction}'
    datatype = literal.datatype.value
    return "" if datatype == _STRING else f' datatype="{xml.escaped(datatype)}"'
