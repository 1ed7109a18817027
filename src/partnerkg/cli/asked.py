"""The options and the help of a question: what it must be told, and what the graph offers."""

from __future__ import annotations

from functools import partial

from partnerkg.cli import completing
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.cli.parser import Parser
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.values import Offer, Parameter, Question


def help_of(parser: Parser, question: Question, context: Context, offers: Mapping[str, Offer]) -> None:
    """Give a parser an option a parameter, and the help of the question; `offers` are values by parameter."""
    examples = {
        name: offers[name].example if name in offers else given.example
        for name, given in question.parameters.items()
    }
    if parser.add_help:
        more = question.description.get(context.language, "")
        parser.description = f"{question.summary[context.language]} {more}".strip()
        parser.epilog = " ".join(_about(parser.prog, question, examples, context)).replace("%", "%%")
        parser.usage = context.say(N_("{program} [--NAME VALUE ...] [options]"), program=parser.prog)
    group = parser.add_argument_group(context.translate(N_("values")))
    for name, parameter in question.parameters.items():
        offered = offers.get(name)
        value = group.add_argument(
            f"--{name}",
            dest=f"value of {name}",
            metavar=context.translate(parameter.type.placeholder),
            help=_help(parameter, examples[name], context, offered).replace("%", "%%"),
        )
        completing.of_graph(value, context, partial(_values, question, name))


def _values(question: Question, name: str, graph: Opened) -> Sequence[str]:
    from partnerkg.pipeline.offers import values

    return values(graph, question, name)


def _about(program: str, question: Question, examples: Mapping[str, str], context: Context) -> list[str]:
    from shlex import quote

    called = question.headings.get(context.language, {})
    columns = " · ".join(
        f"{called.get(name, name)} ({said[context.language]})" for name, said in question.columns.items()
    )
    example = " ".join(f"--{name} {quote(value)}" for name, value in examples.items())
    sentences = [context.say(N_("Columns: {columns}."), columns=columns)]
    sentences.append(context.say(N_("Example: {example}"), example=f"{program} {example}".strip()) + ".")
    if question.counts:
        counts = " · ".join(f"{name} → {leads.question}" for name, leads in question.counts.items())
        sentences.append(context.say(N_("Questions with the rows counted: {counts}."), counts=counts))
    if question.tags:
        from partnerkg.pipeline.questions import tags

        sentences.append(context.say(N_("Tags: {tags}."), tags=tags(question, context.translate)))
    return sentences


def _help(parameter: Parameter, example: str, context: Context, offered: Offer | None) -> str:
    description = parameter.description.get(context.language, "")
    such = context.say(N_("for example {example}"), example=example)
    default = context.say(N_("by default {default}"), default=parameter.default) if parameter.default else ""
    kind = "" if description else offered.kind if offered else parameter.class_
    known = _listed(offered, context) if offered else ""
    return " · ".join(part for part in (description, kind, such, default, known) if part)


def _listed(offer: Offer, context: Context) -> str:
    if not offer.known:
        return context.translate(N_("the graph has none"))
    known = ", ".join(offer.known)
    if offer.more:
        return context.say(N_("in the graph: {known} and {more} more"), known=known, more=offer.more)
    return context.say(N_("in the graph: {known}"), known=known)
