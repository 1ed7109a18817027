"""Which answers a folder of files has a page for: those that there are, for few choices."""

from __future__ import annotations

from itertools import product
from math import prod

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.site.choosing import is_answered, offers, usual, wanting
from partnerkg.pipeline.site.listing import FACETS
from partnerkg.pipeline.site.question import leads as counting
from partnerkg.pipeline.site.searching import Search, counts, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkg.pipeline.values import Parameter, Question
    from partnerkg.serve.site.ground import Ground, Led

    Values = dict[str, str]

FEW = 40  # choices of a parameter, or numbers of a column, that a folder of files has a page for
LISTS = 100  # choices of a facet whose organisations stand on a page; a script finds those of the others


def searches(site: Ground) -> Mapping[tuple[tuple[str, str], ...], None]:
    """Return the parameters of the searches that a folder of files has a page for."""
    if site.searches is None:
        everything = Search()
        site.searches = {
            ((facet, written(choice)),): None
            for facet in FACETS
            for choice, _ in counts(everything, site.whole, facet)[:LISTS]
        }
    return site.searches


def choices(question: Question, site: Ground) -> list[Values]:
    """Return the values that a folder of files has a page for, those it is shown with first as `{}`."""
    if question.name not in site.filed:
        site.filed[question.name] = list(_choices(question, site))
    return site.filed[question.name]


def is_filed(question: Question, values: Mapping[str, str], site: Ground) -> bool:
    """Return whether a folder of files has a page for these values, which may be those it is shown with."""
    return values == usual(question, site.whole) or values in choices(question, site)


def is_tried(question: Question, parameter: Parameter, site: Ground) -> bool:
    """Return whether there is a page for each choice of a parameter that has an answer."""
    if any(one.choices is None for one in question.parameters.values()):
        return False
    return len(offers(question, parameter, site.whole, "fr")) <= FEW


def leads(question: Question, column: str, site: Ground) -> Sequence[Led]:
    """Return what the numbers of a column of an answer, as it is shown first, lead to."""
    return _counted(site).get((question.name, column), ())


def _choices(question: Question, site: Ground) -> Iterator[Values]:
    yield {}
    seen = [usual(question, site.whole)]
    counted = [
        dict(values)
        for led in _counted(site).values()
        if len(led) <= FEW
        for name, values in led
        if name == question.name
    ]
    if wanting(question, site.whole):
        return
    for values in (*_combined(question, site), *counted):
        if values not in seen:
            seen.append(values)
            if values in counted or is_answered(question, values, site.whole):
                yield values


def _combined(question: Question, site: Ground) -> Iterator[Values]:
    """Yield the choices that a person has where all parameters have some."""
    first = usual(question, site.whole)
    some = {
        name: [choice.written for choice in offers(question, parameter, site.whole, "fr")]
        for name, parameter in question.parameters.items()
        if parameter.choices
    }
    if len(some) < len(question.parameters):
        return
    if prod(map(len, some.values())) <= FEW:
        yield from (dict(zip(some, values, strict=True)) for values in product(*some.values()))
    else:  # one choice after the other, the others as they are shown first
        few = {name: written for name, written in some.items() if len(written) <= FEW}
        yield from ({**first, name: value} for name, written in few.items() for value in written)


def _counted(site: Ground) -> Mapping[tuple[str, str], Sequence[Led]]:
    """Return what the numbers of answers as they are shown first lead to, by question and column."""
    if site.counted is None:
        site.counted = {
            (question.name, column): led
            for question in site.opened.questions
            if question.counts
            for column, led in _led(question, site).items()
        }
    return site.counted


def _led(question: Question, site: Ground) -> dict[str, Sequence[Led]]:
    try:
        rows = counting(question, usual(question, site.whole), site.whole)
    except PartnerkgError:  # a question of which the graph has nothing
        return {}
    return {
        column: list(
            dict.fromkeys((name, tuple(values.items())) for name, values in (row[column] for row in rows))
        )
        for column in question.counts
    }
