"""Which answers a folder of files has a page for."""

from __future__ import annotations

from itertools import product
from math import prod

from partnerkg.pipeline.site.question import offers, usual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.ground import Ground

FEW = 40  # choices of a parameter that a folder of files has a page for


def choices(question: Question, site: Ground) -> Iterator[dict[str, str]]:
    """Yield the values that a folder of files has a page for, those it is shown with first as `{}`."""
    first = usual(question)
    yield {}
    some = {
        name: [choice.written for choice in offers(question, parameter, site.whole, "fr")]
        for name, parameter in question.parameters.items()
        if parameter.choices
    }
    if len(some) < len(question.parameters):
        return
    if prod(map(len, some.values())) <= FEW:
        several = (dict(zip(some, values, strict=True)) for values in product(*some.values()))
    else:  # one choice after the other, the others as they are shown first
        few = {name: written for name, written in some.items() if len(written) <= FEW}
        several = ({**first, name: value} for name, written in few.items() for value in written)
    seen = [first]
    for values in several:
        if values not in seen:
            seen.append(values)
            yield values
