"""Why an answer has no rows, and what to ask instead."""

from __future__ import annotations

from itertools import islice

from pyoxigraph import Literal, Variable

from partnerkg.errors import N_, Message
from partnerkg.query import choices
from partnerkg.translation import LANGUAGES, Spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Substitutions, Term
    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store

NAMED = 3  # values for which there are rows
LOOKED_AT = 200  # values among which these are chosen


def why(question: Question, store: Store, terms: Substitutions) -> Message:
    """Return that nothing answers a question that was told these values, why if it says so, and what does.

    What does are other values of one parameter, the rest as told.
    """
    said = [Message(N_("Nothing in the graph answers this."))]
    if question.nothing:
        said.append(Spoken(question.nothing))
    for name in (variable.value for variable in terms):
        some = islice(_answered(question, name, store, terms), LOOKED_AT)
        if found := list(dict.fromkeys(some)):
            said.append(_sentence(question, name, found, store))
    first, *rest = said
    for sentence in rest:
        first = Message(N_("{first} {second}"), first=first, second=sentence)
    return first


def _answered(question: Question, name: str, store: Store, terms: Substitutions) -> Iterator[Term]:
    """Yield values of a parameter for which there are rows, those of the others as they are."""
    told = {variable.value: term for variable, term in terms.items()}
    others = {variable: term for variable, term in terms.items() if variable.value != name}
    if isinstance(told[name], Literal):
        for value in choices.choices(question, name, store):
            if any(store.select(question.text, {**others, Variable(name): value}, question.reads)):
                yield value
    elif others:
        answer = store.select(question.text, others, question.reads)
        place = answer.columns.index(name)
        yield from (row[place] for row in answer if row[place] is not None)  # type: ignore[misc]
    else:
        yield from choices.choices(question, name, store, LOOKED_AT)


def _sentence(question: Question, name: str, values: list[Term], store: Store) -> Message:
    texts = {}
    for language in LANGUAGES:
        names = islice(choices.called(question.parameters[name], values, store, language), NAMED)
        texts[language] = ", ".join([*names, *(["…"] if len(values) > NAMED else [])])
    return Message(N_("Other values of `{name}` have rows: {values}."), name=name, values=Spoken(texts))
