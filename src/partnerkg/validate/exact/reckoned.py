"""Expressions of rdflib's that come out as SPARQL 1.1 says (§17), as in the queries that are compiled.

rdflib keeps how literals are written, but takes a product of whole numbers for a decimal, `4.50 IN (4.5)` for
false, `"a" < 1` for true, and ends where a value does not fit. What depends on values alone is asked of the
engine that answers everything else; numbers beyond its range are left to rdflib.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import MethodType
from typing import Any

from pyoxigraph import BlankNode, Store
from pyoxigraph import Literal as Kept
from rdflib.plugins.sparql.parserutils import CompValue, Expr, value
from rdflib.plugins.sparql.sparql import SPARQLError
from rdflib.term import Literal, URIRef

from partnerkg.namespaces import namespace
from partnerkg.rdf import lexical
from partnerkg.validate.terms import from_rdflib, to_rdflib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Evaluate = Callable[[Any, Any], Any]

FAULTS = (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError, re.error)  # of a value
_CASTS = {
    namespace("xsd")[name].value: f"<{namespace('xsd')[name].value}>"
    for name in ("boolean", "date", "dateTime", "decimal", "double", "float", "integer", "string", "time")
}
_LISTED = ("IN", "NOT IN")
_BETWEEN = {"ConditionalAndExpression": " && ", "ConditionalOrExpression": " || "}
_OF_TEXTS = (
    *("CONCAT", "CONTAINS", "ENCODE_FOR_URI", "LANGMATCHES", "LCASE", "REGEX", "REPLACE", "STRAFTER"),
    *("STRBEFORE", "STRENDS", "STRLEN", "STRSTARTS", "SUBSTR", "UCASE"),
)
_OF_NUMBERS = ("ABS", "CEIL", "FLOOR", "ROUND", "isNUMERIC")
_OF_DAYS = ("YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ")
_CALLED = {
    **{f"Builtin_{name}": name for name in (*_OF_TEXTS, *_OF_NUMBERS, *_OF_DAYS)},
    "UnaryMinus": "-",
    "UnaryPlus": "+",
    "UnaryNot": "!",
}
_PLACES = (  # of arguments, in the order of the grammar
    *("expr", "other", "arg", "arg1", "arg2", "text", "start", "length", "pattern", "replacement", "flags"),
)
_EMPTY = Store()


def reckoned(query: Any) -> Any:
    """Return a query that rdflib has parsed, with its expressions evaluated so."""
    for part in _expressions(query.algebra):
        part._evalfn = MethodType(_guarded(part._evalfn.__func__), part)  # type: ignore[union-attr]
    return query


def _expressions(tree: object) -> Iterator[Expr]:
    if isinstance(tree, Expr) and tree._evalfn is not None:
        yield tree
    if isinstance(tree, CompValue):
        for part in dict.values(tree):
            yield from _expressions(part)
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from _expressions(part)


def _guarded(theirs: Evaluate) -> Evaluate:
    """Return what evaluates an expression: an error of SPARQL is all that can go wrong in it (§17.2)."""

    def evaluate(part: Expr, context: Any) -> Any:
        try:
            form = _written(part)
            if form is None:
                return _said(theirs(part, context))
            values = [_value(one, context) for one in _arguments(part)]
            if any(map(_is_theirs, values)):
                return _beyond(part, values, theirs, context)
            found = _asked(form, tuple(values))
        except FAULTS as error:
            raise SPARQLError(str(error)) from None
        if found is None:
            raise SPARQLError(form)
        return to_rdflib(found)

    return evaluate


def _written(part: Expr) -> str | None:
    """Return an expression of values alone in SPARQL, its arguments numbered; None for any other."""
    name, said = part.name, [f"?v{number}" for number in range(len(_arguments(part)))]
    between: Any = dict.get(part, "op") or _BETWEEN.get(name)
    if name in ("AdditiveExpression", "MultiplicativeExpression"):
        return "".join([said[0], *(f" {op} {one}" for op, one in zip(between, said[1:], strict=True))])
    if name == "RelationalExpression":
        others = ", ".join(said[1:])
        return f"{said[0]} {between} {f'({others})' if between in _LISTED else others}"
    if name in _BETWEEN:
        return str(between.join(said))
    called = _CASTS.get(str(dict.get(part, "iri"))) if name == "Function" else _CALLED.get(name)
    return called and f"{called}({', '.join(said)})"


def _said(found: Any) -> Any:
    """Return what rdflib found; ValueError if it is no term, such as an IRI with spaces."""
    if isinstance(found, Literal | URIRef):
        from_rdflib(found)
    return found


def _arguments(part: Expr) -> list[Any]:
    """Return what an expression is of, as it was parsed."""
    found = [one for name in _PLACES if (one := dict.get(part, name)) is not None]
    nested = [each for one in found for each in (one if isinstance(one, list) else [one])]
    return [one for one in nested if str(one) != namespace("rdf").nil.value]  # IN ()


def _value(part: Any, context: Any) -> Term | None:
    """Return the value of an argument, None if it has none."""
    try:
        found = value(context, part, errors=True)
    except SPARQLError:
        return None
    return None if isinstance(found, SPARQLError) else from_rdflib(found)


def _is_theirs(term: Term | None) -> bool:
    """Return whether the engine does not reckon with a term, or no text can name it."""
    return isinstance(term, BlankNode) or (isinstance(term, Kept) and lexical.is_beyond(term))


def _beyond(part: Expr, values: list[Term | None], theirs: Evaluate, context: Any) -> Any:
    """Return what rdflib makes of such terms; of a list it would compare the forms."""
    operator = dict.get(part, "op")
    if operator not in _LISTED:
        return theirs(part, context)
    one, *others = (to_rdflib(each) for each in values if each is not None)
    found = any(one == each or (_are_literals(one, each) and one.eq(each)) for each in others)
    return Literal(found == (operator == "IN"))


def _are_literals(*terms: object) -> bool:
    return all(isinstance(term, Literal) for term in terms)


@lru_cache(maxsize=1 << 14)
def _asked(form: str, values: tuple[Term | None, ...]) -> Term | None:
    names = " ".join(f"?v{number}" for number in range(len(values)))  # as values of a pattern, not put in:
    row = " ".join("UNDEF" if one is None else str(one) for one in values)  # so no type is guessed beforehand
    [answer] = _EMPTY.query(f"SELECT ({form} AS ?found) {{ VALUES ({names}) {{ ({row}) }} }}")  # type: ignore[misc]
    found: Term | None = answer["found"]
    return found
