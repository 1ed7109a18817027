"""ORDER BY for the engine, where the order is not ours: conditions among whose values there always is one.

The engine ends the process, or shuffles, where `<` does not compare two values. So each condition is asked as
several that are alike for every two values: the kind of the value, its number, its time, its text, its
language, its datatype, in the order of `keys`.
"""

from __future__ import annotations

from functools import lru_cache

from partnerkg.errors import WrongSparql
from partnerkg.sparql.opened.cursor import Cursor, joined
from partnerkg.sparql.query import read
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.tokens import Token

# Functions whose values the engine orders rightly as they are, or that say another thing when asked again.
_ALIKE = frozenset(
    (
        *("STR", "LANG", "DATATYPE", "COUNT", "STRLEN", "BOUND", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL"),
        *("ISNUMERIC", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "REGEX", "CONTAINS", "STRSTARTS"),
        *("STRENDS", "LANGMATCHES", "SAMETERM", "EXISTS", "NOT", "RAND"),
    )
)
_ONCE = ("RAND", "UUID", "STRUUID", "BNODE")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NONE = "1/0"  # an error, ordered as what is unbound
_TIME = "DATATYPE({it}) IN (<{xsd}dateTime>, <{xsd}date>)"
_DATE = (
    "CONCAT(SUBSTR(STR({it}), 1, 10), 'T00:00:00', IF(STRLEN(STR({it})) > 10, SUBSTR(STR({it}), 11), 'Z'))"
)
_STAMP = "IF(TZ({it}) = '', CONCAT(STR({it}), 'Z'), STR({it}))"
_MOMENT = f"IF(DATATYPE({{it}}) = <{{xsd}}date>, {_DATE}, {_STAMP})"
_TRUTH = "DATATYPE({it}) = <{xsd}boolean>"
_TEXT = "DATATYPE({it}) = <{xsd}string> || LANG({it}) != ''"
_KEYS = (
    "IF({unbound}, 0, IF(ISBLANK({it}), 1, IF(ISIRI({it}), 2, 3)))",
    f"IF(ISNUMERIC({{it}}), IF({{it}} = {{it}}, 0, 1), IF({_TRUTH}, 2, IF({_TIME}, 3, IF({_TEXT}, 4, 5))))",
    "IF(ISNUMERIC({it}) && {it} = {it}, <{xsd}double>({it}), {none})",
    "IF(ISNUMERIC({it}) && DATATYPE({it}) NOT IN (<{xsd}double>, <{xsd}float>), {it}, {none})",
    f"IF({_TIME}, STRDT({_MOMENT}, <{{xsd}}dateTime>), {{none}})",
    f"IF(ISIRI({{it}}), STR({{it}}), IF(ISNUMERIC({{it}}) || {_TIME}, {{none}}, STR({{it}})))",
    "LANG({it})",
    "STR(DATATYPE({it}))",
)


@lru_cache(maxsize=256)
def complete(text: str) -> str:
    """Return a query whose conditions of ORDER BY, at any depth, the engine can order; others stay."""
    found = read(text).tokens
    pieces, end = [], 0
    for place, token in enumerate(found):
        if token.says("BY") and place and found[place - 1].says("ORDER"):
            cursor = Cursor(found, place + 1)
            try:
                said = " ".join(_conditions(cursor))
            except WrongSparql:  # the engine will say what is wrong
                return text
            if not said:
                return text
            last = found[cursor.place - 1]
            pieces += [text[end : token.start], f"BY {said}"]
            end = last.start + len(last.text)
    return "".join([*pieces, text[end:]])


def _conditions(cursor: Cursor) -> Iterator[str]:
    while cursor.token.text and not (cursor.marks("}") or cursor.says("LIMIT", "OFFSET", "VALUES")):
        turned = cursor.take().text if cursor.says("ASC", "DESC") else "ASC"
        expression = _expression(cursor)
        yield from (f"{turned}({key})" for key in _keys(expression))


def _expression(cursor: Cursor) -> list[Token]:
    """Return the tokens of a variable, of an expression in brackets or of a call."""
    start = cursor.place
    while not cursor.marks("({"):
        if cursor.take().kind == VARIABLE:
            break
    else:
        cursor.enclosed()
    return list(cursor.passed(start))


def _keys(expression: list[Token]) -> list[str]:
    text = joined(expression)
    while len(expression) > 2 and _is_bracketed(expression):
        expression = expression[1:-1]
    called = expression[0].text.upper()
    whole = len(expression) > 1 and expression[1].marks("({") and _closes(expression[1:])
    once = any(token.says(*_ONCE) for token in expression)
    if once or (called in _ALIKE and (whole or called == "NOT")):
        return [text]
    it = joined(expression) if len(expression) == 1 else f"({text})"
    unbound = f"!BOUND({it})" if expression[0].kind == VARIABLE and len(expression) == 1 else "false"
    return [key.format(it=it, xsd=_XSD, none=_NONE, unbound=unbound) for key in _KEYS]


def _is_bracketed(expression: list[Token]) -> bool:
    return expression[0].marks("(") and _closes(expression)


def _closes(expression: list[Token]) -> bool:
    """Return whether the bracket that opens tokens is closed by the last of them alone."""
    depth = 0
    for place, token in enumerate(expression):
        depth += token.marks("{([") - token.marks("})]")
        if not depth:
            return place == len(expression) - 1
    return False
