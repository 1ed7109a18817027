"""Inferring: what follows from a graph by the rules of the ontology, which is never stored with it."""

from __future__ import annotations

from partnerkg import export
from partnerkg.errors import Message, WrongUse
from partnerkg.infer import infer, rules
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.infer import Inferred
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened


def formats() -> list[str]:
    """Return the formats that can hold what is inferred."""
    return [name for name, form in export.FORMATS.items() if form.chunks is not None]


def endings() -> dict[str, str]:
    """Return the name of the format of each ending of a file that can hold what is inferred."""
    return {export.FORMATS[name].ending: name for name in formats()}


def inferred(opened: Opened) -> Inferred:
    """Return what follows, as quads of `graph:inferred`; WrongRule or WrongHeader."""
    return infer(opened.store, rules(opened.project))


def written(opened: Opened, format: str = "trig") -> Output:  # noqa: A002
    """Return what follows in a format; UnknownExport, WrongUse for a format that asks questions."""
    form = export.chosen(format)
    if form.chunks is None:
        reason = Message("{name} is drawn by questions, which do not see what is inferred", name=form.name)
        raise WrongUse(reason=reason, program="partnerkg infer")
    return Output(form.chunks(list(inferred(opened))))


def listed(opened: Opened, audience: Audience) -> Output:
    """Return a line a rule: how many triples it was the first to give, its name, basis and summary."""
    return Output(_lines(opened, audience))


def _lines(opened: Opened, audience: Audience) -> Iterator[str]:
    known, counts = rules(opened.project), inferred(opened).counts
    width = max((len(rule.name) for rule in known), default=0)
    for rule in known:
        summary = rule.summary[audience.language]
        yield f"{counts[rule.name]:>8}  {rule.name:<{width}}  {rule.basis:<10}  {summary}\n"
