"""Values that a person gave → RDF terms for the variables of a query; never text inside the query."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from partnerkg.errors import Message, MissingParameter, Suggestion, UnknownParameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Question
    from partnerkg.query.types.base import Parameter
    from partnerkg.store.base import Store


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
            raise missing(question, name, store)
    return terms


def missing(question: Question, name: str, store: Store) -> MissingParameter:
    """Return the error for a parameter that has no value, with an example as people call it."""
    from shlex import quote

    from partnerkg.query.choices import example
    from partnerkg.translation import LANGUAGES, Spoken
    from partnerkg.visible import on_one_line

    names = {tag: on_one_line(example(question, name, store, tag)) for tag in LANGUAGES}
    typed = Spoken({tag: quote(text) for tag, text in names.items()})
    return MissingParameter(query=question.name, name=name, example=Spoken(names), typed=typed)


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
    return parameter.type.read(str(value).strip(), parameter, store)
