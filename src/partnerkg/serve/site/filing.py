"""Which answers a folder of files has a page for."""

from __future__ import annotations

from itertools import product
from math import prod

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.site.question import answered, offers, usual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.ground import Ground

    Values = dict[str, str]

FEW = 40  # choices of a parameter, or numbers of a column, that a folder of files has a page for


def choices(question: Question, site: Ground) -> list[Values]:
    """Return the values that a folder of files has a page for, those it is shown with first as `{}`."""
    if question.name not in site.filed:
        site.filed[question.name] = list(_choices(question, site))
    return site.filed[question.name]


def is_filed(question: Question, values: Values, site: Ground) -> bool:
    """Return whether a folder of files has a page for these values, which may be those it is shown with."""
    return values == usual(question) or values in choices(question, site)


def _choices(question: Question, site: Ground) -> Iterator[Values]:
    yield {}
    seen = [usual(question)]
    for values in (*_combined(question, site), *_counted(site).get(question.name, ())):
        if values not in seen:
            seen.append(values)
            yield values


def _combined(question: Question, site: Ground) -> Iterator[Values]:
    """Yield the choices that a person has where all parameters have some."""
    first = usual(question)
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


def _counted(site: Ground) -> dict[str, list[Values]]:
    """Return what the numbers of answers as they are shown first lead to, by question, where that is few."""
    if site.counted is None:
        site.counted = {}
        for question in site.opened.questions:
            for name, values in _led(question, site):
                site.counted.setdefault(name, []).append(values)
    return site.counted


def _led(question: Question, site: Ground) -> Iterator[tuple[str, Values]]:
    try:
        rows = answered(question, usual(question), site.ask, site.whole, "fr").rows if question.counts else []
    except PartnerkgError:  # an example of another graph
        return
    for column in question.counts:
        led = {(name, tuple(values.items())) for name, values in (row.leads[column] for row in rows)}
        if len(led) <= FEW:
            yield from ((name, dict(values)) for name, values in sorted(led))
