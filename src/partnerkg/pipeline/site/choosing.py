"""The values that a question can be told: what the graph offers, what is meant, what comes first."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import EngineFailed, PartnerkgError
from partnerkg.model import french
from partnerkg.model.name import fold
from partnerkg.namespaces import expand
from partnerkg.pipeline.ask import Asking, Bounds, outcome
from partnerkg.pipeline.site.entry import Choice
from partnerkg.pipeline.site.names import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.query.catalogue import Question
    from partnerkg.query.types.base import Parameter

    Values = dict[str, str]

MEANT = 5000  # values that are remembered
OFFERS = 300  # values that can be chosen from a list
TRIED = 3  # choices of a graph that are tried where the usual example is not in it


def offers(question: Question, parameter: Parameter, whole: Whole, language: str) -> list[Choice]:
    """Return the values that the graph has for a parameter, by name; none where it has no choices."""
    key = question.name, parameter.name, language
    if key not in whole.offers:
        whole.offers[key] = _offers(question, parameter, whole, language)
    return whole.offers[key]


def _offers(question: Question, parameter: Parameter, whole: Whole, language: str) -> list[Choice]:
    from partnerkg.query.choices import choices

    if parameter.choices is None:
        return []
    names = whole.names(language)
    terms = choices(question, parameter.name, whole.opened.store)
    written = parameter.type.write(terms, whole.opened.store, "fr")
    if parameter.class_:  # in graphs of others there may be some of other classes, which would be refused
        terms = [term for term in terms if _is_a(term, parameter.class_, whole)]
    found = [Choice(written[term], names.of(term)) for term in terms]
    if all(isinstance(term, Literal) and term.value.isdecimal() for term in terms):
        return sorted(found, key=lambda choice: int(choice.written))
    return sorted(found, key=lambda choice: (fold(choice.text.words), choice.written))


def _is_a(term: Term, class_: str, whole: Whole) -> bool:
    return isinstance(term, NamedNode) and whole.is_a(term, NamedNode(expand(class_) or class_))


def chosen(parameter: Parameter, given: str | None, whole: Whole, language: str) -> Text:
    """Return what a person reads of a value, which may be no value of its type."""
    if not given:
        return Text("")
    term = meant(parameter, given, whole)
    return Text(given) if term is None else whole.names(language).of(term)


def joined(words: str, name: str, language: str) -> tuple[str, str]:
    """Return words and the name behind them as a language writes them together: "près d’", "Arras"."""
    return french.follows(words, name) if language == "fr" else (words, name)


def meant(parameter: Parameter, given: str, whole: Whole) -> Term | None:
    """Return the term that a value stands for, None if it is no value of its type in this graph."""
    key = parameter.type.name, parameter.class_, parameter.choices, given
    if key not in whole.meant:
        try:
            found = parameter.type.read(given.strip(), parameter, whole.opened.store)
        except EngineFailed:
            raise
        except PartnerkgError:
            found = None
        if len(whole.meant) >= MEANT:  # what strangers write is not kept for ever
            whole.meant.pop(next(iter(whole.meant)))
        whole.meant[key] = found
    return whole.meant[key]


def terms(question: Question, values: Mapping[str, str], whole: Whole) -> dict[str, Term | str]:
    """Return values as the terms they stand for; what stands for none is left to who says what is wrong."""
    found: dict[str, Term | str] = {}
    for name, value in values.items():
        parameter = question.parameters.get(name)
        found[name] = (meant(parameter, value, whole) if parameter else None) or value
    return found


def telling(question: Question, named: Mapping[str, Term], whole: Whole) -> Values:
    """Return the values that a question is shown with first, but for some things, as a form has them."""
    store = whole.opened.store
    own = {
        name: question.parameters[name].type.write([term], store, "fr")[term] for name, term in named.items()
    }
    return {**usual(question, whole), **own}


def is_answered(question: Question, values: Mapping[str, str], whole: Whole) -> bool:
    """Return whether a question has any answer with these values."""
    try:
        found = outcome(whole.opened, Asking(question, terms(question, values, whole), Bounds(rows=1)))
    except EngineFailed:
        raise
    except PartnerkgError:
        return False
    return len(found.answer) > 0  # type: ignore[arg-type]


def usual(question: Question, whole: Whole) -> Values:
    """Return the values with which a question is shown first.

    These are its defaults, else its examples, which a graph of others may not have: then the first of its own
    that have an answer, else the first. A parameter that the graph has no value for is left out.
    """
    if question.name not in whole.usual:
        whole.usual[question.name] = _usual(question, whole)
    return whole.usual[question.name]


def wanting(question: Question, whole: Whole) -> list[Parameter]:
    """Return the parameters that a question cannot be asked without, and that this graph has no value for."""
    there = usual(question, whole)
    return [one for name, one in question.parameters.items() if name not in there and not one.optional]


def _usual(question: Question, whole: Whole) -> Values:
    examples = {name: one.default or one.example for name, one in question.parameters.items()}
    known = {name for name, one in question.parameters.items() if meant(one, examples[name], whole)}
    if len(known) == len(examples):
        return examples
    own = list(_own(question, examples, known, whole))
    return next((values for values in own if is_answered(question, values, whole)), own[0])


def _own(question: Question, examples: Values, known: set[str], whole: Whole) -> Iterator[Values]:
    """Yield the values of a graph that stand first, second, third among its own."""
    some = {
        name: [examples[name]] if name in known else _there(question, parameter, whole)
        for name, parameter in question.parameters.items()
    }
    for place in range(TRIED):
        yield {name: values[min(place, len(values) - 1)] for name, values in some.items() if values}


def _there(question: Question, parameter: Parameter, whole: Whole) -> list[str]:
    """Return what the graph has for a parameter: its choices, or organisations where any thing will do.

    Choices that many things lead to come first: they have the most to answer.
    """
    if parameter.choices is not None:
        from partnerkg.query.choices import frequent

        store = whole.opened.store
        often = frequent(question, parameter.name, store)
        written = parameter.type.write([term for term in often if term is not None], store, "fr")
        count = {form: often[term] for term, form in written.items()}
        known = [choice.written for choice in offers(question, parameter, whole, "fr")]
        return sorted(known, key=lambda form: -count.get(form, 0))
    if parameter.type.name != "iri":
        return []
    some = list(whole.organizations)[:TRIED]
    return list(parameter.type.write(some, whole.opened.store, "fr").values())
