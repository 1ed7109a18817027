"""SPARQL Query Results XML: every term with its kind, datatype and language."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import Message, UnwritableValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.results import Row, Solutions
    from partnerkg.store.base import Term

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
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2


def lines(solutions: Solutions, look: Look) -> Iterator[str]:
    """Yield the document with one row a line; UnwritableValue for characters that XML does not have."""
    for row in solutions:
        _check(row)
    return _document(solutions)


def _check(row: Row) -> None:
    for term in row:
        found = _FORBIDDEN.search(str(getattr(term, "value", "")))
        if found:
            reason = Message("XML has no character U+{code}", code=f"{ord(found[0]):04X}")
            raise UnwritableValue(format="sparql-xml", reason=reason, known="sparql-json")


def _document(solutions: Solutions) -> Iterator[str]:
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
        return f"<uri>{_escaped(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_escaped(term.value)}</bnode>"
    if isinstance(term, Literal):
        return f"<literal{_kind(term)}>{_escaped(term.value)}</literal>"
    parts = ((name, _element(getattr(term, name))) for name in ("subject", "predicate", "object"))
    return f"<triple>{''.join(f'<{name}>{part}</{name}>' for name, part in parts)}</triple>"


def _kind(literal: Literal) -> str:
    if literal.language:
        direction = f' its:dir="{literal.direction.value}"' if literal.direction else ""
        return f' xml:lang="{literal.language}"{direction}'
    datatype = literal.datatype.value
    return "" if datatype == _STRING else f' datatype="{_escaped(datatype)}"'


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
