"""Values that a person gave → RDF terms for the variables of a query; never text inside the query."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from partnerkg.errors import N_, Message, MissingParameter, Suggestion, UnknownParameter, WrongValue
from partnerkg.query import things
from partnerkg.query.results import XSD, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Parameter, Question
    from partnerkg.store.base import Store

_YEAR = re.compile(r"-?[0-9]{4}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # RFC 5646 §2.1, as SPARQL's LANGTAG reads it
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,18}\.[0-9]{1,18}")
_PLACES = """SELECT DISTINCT ?place ?name ?code ?class {
    ?place a pk:Place , ?class ; skos:prefLabel|skos:altLabel ?name ; igeo:codeINSEE ?code
}"""


def bind(question: Question, store: Store, given: Mapping[str, object]) -> dict[Variable, Term]:
    """Return the term of each variable that a question is told.

    A value that is a term already is taken as it is; None counts as not given, then the parameter's default
    stands. UnknownParameter, MissingParameter, WrongValue or UnknownThing, each with the nearest right ones.
    """
    for name in given:
        if name not in question.parameters:
            raise unknown(question, name)
    terms = {}
    for name, parameter in question.parameters.items():
        value = parameter.default if given.get(name) is None else given[name]
        if value is not None:
            terms[Variable(name)] = _term(parameter, value, store)
        elif not parameter.optional:
            raise MissingParameter(query=question.name, name=name, example=parameter.example)
    return terms


def unknown(question: Question, name: str) -> UnknownParameter:
    """Return the error for a parameter that a question does not have, with the nearest one it has."""
    known = ", ".join(f"--{parameter}" for parameter in question.parameters)
    near: Message = Suggestion(name, question.parameters)
    if not near.template:
        near = Message("`{program} --help` shows how.", program=f"partnerkg query {question.name}")
    return UnknownParameter(
        query=question.name, name=name, suggestion=near, known=known or Message("nothing")
    )


def _term(parameter: Parameter, value: object, store: Store) -> Term:
    if isinstance(value, NamedNode | Literal | BlankNode | Triple):
        return value
    written = str(value).strip()
    if parameter.type == "iri":
        return things.find(written, store, parameter.class_, parameter.name)
    if parameter.type == "place":
        return _place(parameter, written, store)
    return _literal(parameter, written)


def _literal(parameter: Parameter, written: str) -> Literal:
    kinds = {
        "year": (_YEAR, XSD + "gYear", N_("a year has four digits")),
        "language": (_LANGUAGE, XSD + "string", N_("a language is a tag such as fr or en")),
        "number": (_INTEGER, XSD + "integer", N_("a number is written like 10 or 2.5")),
        "text": (None, XSD + "string", ""),
    }
    pattern, datatype, reason = kinds[parameter.type]
    if parameter.type == "number" and _DECIMAL.fullmatch(written):
        return Literal(written, datatype=NamedNode(XSD + "decimal"))
    if pattern and not pattern.fullmatch(written):
        suggestion = Message("for example {example}.", example=parameter.example)
        raise WrongValue(value=written, name=parameter.name, reason=Message(reason), suggestion=suggestion)
    return Literal(written, datatype=NamedNode(datatype))


def _place(parameter: Parameter, written: str, store: Store) -> NamedNode:
    """Return the place with this name, code or slug, of the class asked: Paris is a commune and more."""
    from partnerkg.model.place import fold

    known = [tuple(map(text, row)) for row in things.rows(store, _PLACES, _class(parameter), things.DATA)]
    wanted = fold(written)
    found = {row[0]: row[2] for row in known if written == row[2] or (wanted and wanted == fold(row[1]))}
    if len(found) == 1:
        return NamedNode(found.popitem()[0])
    if found:
        reason = Message("several places have this name")
        suggestion = Message("write one of the codes {codes}.", codes=", ".join(sorted(found.values())))
        raise WrongValue(value=written, name=parameter.name, reason=reason, suggestion=suggestion)
    if ":" in written or "-" in written:
        return things.find(written, store, parameter.class_ or "pk:Place", parameter.name)
    raise WrongValue(
        value=written,
        name=parameter.name,
        reason=Message("there is no such place"),
        suggestion=Suggestion(written, {row[1] for row in known}),
    )


def _class(parameter: Parameter) -> dict[str, NamedNode]:
    return {"class": things.class_iri(parameter.class_)} if parameter.class_ else {}
