"""The values that make sense for a parameter, taken from the graph."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from pyoxigraph import NamedNode

from partnerkg.errors import PartnerkgError
from partnerkg.model.name import fold
from partnerkg.query.labels import labels
from partnerkg.query.things import class_iri
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Question
    from partnerkg.query.types.base import Parameter
    from partnerkg.store.base import Store

OFFERED = 10  # values that a help names


def choices(question: Question, name: str, store: Store, most: int | None = None) -> list[Term]:
    """Return what the graph offers for a parameter of a question, or as many as that, sorted by text.

    None where its header names no choices: then any value of its type may be given.
    """
    pattern = question.parameters[name].choices
    if pattern is None:
        return []
    end = "" if most is None else f" LIMIT {most}"
    rows = store.select(f"SELECT DISTINCT ?{name} {{ {pattern} }}{end}", rooms=question.reads)
    return sorted((term for (term,) in rows if term is not None), key=text)


def frequent(question: Question, name: str, store: Store) -> Counter[Term | None]:
    """Return how often the pattern of a parameter's choices finds each of them, which tells of many rows."""
    pattern = question.parameters[name].choices
    found = store.select(f"SELECT DISTINCT * {{ {pattern} }}", rooms=question.reads)
    place = found.columns.index(name)
    return Counter(row[place] for row in found)


class Offer:
    """Some values of a parameter by their names, how many more there are, and one of them as an example.

    That is the example of the header, if the graph has it or has none at all. `kind` is what the things are
    called that it takes, empty if it takes any.
    """

    __slots__ = ("example", "kind", "known", "more")

    def __init__(self, known: list[str], more: int, example: str, kind: str) -> None:
        self.kind = kind
        self.known = known
        self.more = more
        self.example = example


def offer(question: Question, name: str, store: Store, language: str) -> Offer:
    """Return the first OFFERED values of a parameter as people call them, where that is understood."""
    parameter = question.parameters[name]
    offered = choices(question, name, store)
    first = list(islice(called(parameter, offered, store, language), OFFERED))
    forms = parameter.type.write(offered, store, language)
    kind = _kind(parameter, store, language)
    example = [term for term, form in forms.items() if form == parameter.example]
    if example or not first:
        (shown,) = called(parameter, example, store, language) if example else (parameter.example,)
        return Offer(first, len(offered) - len(first), shown, kind)
    return Offer(first, len(offered) - len(first), first[0], kind)


def _kind(parameter: Parameter, store: Store, language: str) -> str:
    if parameter.class_ is None:
        return ""
    class_ = class_iri(parameter.class_)
    return labels([class_], store, language).get(class_.value, parameter.class_)


def called(parameter: Parameter, terms: Sequence[Term], store: Store, language: str) -> Iterator[str]:
    """Yield values as people call them, where that is understood, else as they are written, in order.

    One that is called as another of them, which is meant by that name, is left out.
    """
    forms = parameter.type.write(terms, store, language)
    known = labels([term for term in forms if isinstance(term, NamedNode)], store, language)

    def order(term: Term) -> tuple[int, str, str]:
        name = known.get(text(term), forms[term])
        return (int(name) if name.isdecimal() else 0), fold(name), text(term)

    for term in sorted(forms, key=order):
        name = known.get(text(term), forms[term])
        meant = _meant(name, parameter, store)
        if meant == term:
            yield name
        elif meant not in forms:
            yield forms[term]


def example(question: Question, name: str, store: Store, language: str) -> str:
    """Return the example of a parameter as people call it, where that is understood, else as written."""
    parameter = question.parameters[name]
    try:
        term = parameter.type.read(parameter.example, parameter, store)
    except PartnerkgError:
        return parameter.example
    called = labels([term], store, language) if isinstance(term, NamedNode) else {}
    found = called.get(text(term), parameter.example)
    return found if _meant(found, parameter, store) == term else parameter.example


def _meant(name: str, parameter: Parameter, store: Store) -> Term | None:
    """Return the value that a name stands for, None if it stands for none or for several."""
    try:
        return parameter.type.read(name, parameter, store)
    except PartnerkgError:
        return None


def written(question: Question, name: str, store: Store, language: str) -> list[str]:
    """Return what the graph offers for a parameter as a person writes it, sorted."""
    offers = choices(question, name, store)
    return sorted(question.parameters[name].type.write(offers, store, language).values(), key=fold)
