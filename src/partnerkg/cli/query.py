"""`partnerkg query`: ask a question of the catalogue, or any SPARQL query."""

from __future__ import annotations

from partnerkg.cli.answer import PROGRAM, answer, bounds, chosen
from partnerkg.cli.parser import Parser, add_output, pairs
from partnerkg.errors import (
    N_,
    Message,
    MissingFile,
    PartnerkgError,
    UnknownParameter,
    UnreadableFile,
    WrongUse,
)
from partnerkg.query import formats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Variable

    from partnerkg.cli.context import Context
    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Parameter, Question

DESCRIPTION = N_("Ask a question by its name; without a name, list the questions.")
RESULTS = ", ".join(formats.NAMES)
OFFERED = 10  # values of a parameter that its help names
PATIENCE = 5.0  # seconds that help waits for an endpoint to name them


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the answer is written."""
    options, _ = _parser(PROGRAM, context, DESCRIPTION, add_help=False).parse_known_args(arguments)
    context.take(options)
    bounds(options)
    chosen(options)  # what cannot be written is refused before it is asked
    if options.name:
        return _ask(options.name, arguments, context)
    options = _parser(PROGRAM, context, DESCRIPTION).parse_args(arguments)
    if options.file is not None or options.text is not None:
        return _ask_freely(options, context)
    return _list(options, context)


def _parser(program: str, context: Context, description: str, add_help: bool = True) -> Parser:
    say = context.translate
    parser = Parser(program, context, description, add_help)
    parser.add_argument("name", nargs="?", metavar=say(N_("NAME")), help=say(N_("the question to ask")))
    parser.add_argument(
        "--param",
        action="append",
        default=[],
        metavar=say(N_("NAME=VALUE")),
        help=say(N_("a value for a question; --NAME VALUE is the same")),
    )
    parser.add_argument(
        "-f",
        "--file",
        metavar=say(N_("FILE")),
        help=say(N_("ask the SPARQL query in this file (- for the input)")),
    )
    parser.add_argument("-e", "--text", metavar="SPARQL", help=say(N_("ask this SPARQL query")))
    parser.add_argument(
        "--format",
        help=context.say(N_("one of {known} (by default table on a terminal, else csv)"), known=RESULTS),
    )
    parser.add_argument(
        "--why", action="store_true", help=say(N_("show the quotes behind each row, as table or json"))
    )
    parser.add_argument(
        "--explain", action="store_true", help=say(N_("write the SPARQL query as it would be asked, unasked"))
    )
    parser.add_argument("--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more rows than this")))
    parser.add_argument(
        "--timeout",
        metavar=say(N_("SECONDS")),
        help=say(N_("give up when there is no answer after this time")),
    )
    add_output(parser, context)
    return parser


def _ask(name: str, arguments: Sequence[str], context: Context) -> int:
    question = context.catalogue()[name]
    parser = _parser(f"{PROGRAM} {name}", context, question.summary[context.language])
    wants_help = not {"-h", "--help"}.isdisjoint(arguments)
    _describe(parser, question, context, _offers(question, context) if wants_help else {})
    options, rest = parser.parse_known_args(arguments)
    if options.file is not None or options.text is not None:
        raise WrongUse(reason=Message("give a name or a SPARQL query, not both"), program=PROGRAM)
    if rest:
        raise _unknown(rest[0], question)
    values = _values(options, question)
    if options.explain:
        from partnerkg.query.bind import bind

        return _explain(question.text, options, context, bind(question, context.store(), values), question)
    return answer(question, values, options, context)


def _explain(
    text: str,
    options: Namespace,
    context: Context,
    given: Mapping[Variable, Term] | None = None,
    question: Question | None = None,
) -> int:
    from partnerkg.query.explain import explain

    notes = [f"{question.name}: {question.summary[context.language]}"] if question else []
    notes.append(context.translate(N_("The default graph is the union of all graphs, each triple once.")))
    context.write([explain(text, given, bounds(options)[0], notes)], options.output)
    return 0


def _describe(parser: Parser, question: Question, context: Context, offers: Mapping[str, str]) -> None:
    more = question.description.get(context.language, "")
    columns = " · ".join(f"{name} ({said[context.language]})" for name, said in question.columns.items())
    parser.description = f"{question.summary[context.language]} {more}".strip()
    values = ((name, given.example) for name, given in question.parameters.items())
    example = " ".join(
        f'--{name} "{value}"' if " " in value else f"--{name} {value}" for name, value in values
    )
    said = [context.say(N_("Columns: {columns}."), columns=columns)]
    said.append(context.say(N_("Example: {example}"), example=f"{parser.prog} {example}".strip()) + ".")
    if question.tags:
        said.append(context.say(N_("Tags: {tags}."), tags=", ".join(question.tags)))
    parser.epilog = " ".join(said).replace("%", "%%")
    parser.usage = context.say(N_("{program} [--NAME VALUE ...] [options]"), program=parser.prog)
    group = parser.add_argument_group(context.translate(N_("values")))
    for parameter in question.parameters.values():
        group.add_argument(
            f"--{parameter.name}",
            dest=f"value of {parameter.name}",
            metavar=context.translate(parameter.type.placeholder),
            help=_help(parameter, context, offers.get(parameter.name, "")).replace("%", "%%"),
        )


def _help(parameter: Parameter, context: Context, offer: str) -> str:
    said = parameter.description.get(context.language, "")
    example = context.say(N_("for example {example}"), example=parameter.example)
    default = context.say(N_("by default {default}"), default=parameter.default) if parameter.default else ""
    return " · ".join(part for part in (said, parameter.class_, example, default, offer) if part)


def _offers(question: Question, context: Context) -> dict[str, str]:
    """Return what the graph has for each parameter with choices: the first values, and how many more.

    Help is given without a graph too: what is wrong with it is said when it is asked.
    """
    from partnerkg.query.choices import written
    from partnerkg.store import opening

    found = {}
    try:
        for name, parameter in question.parameters.items():
            if parameter.choices is not None:
                graph = opening.read(context.project, context.endpoint, PATIENCE)
                found[name] = _listed(written(question, name, graph, context.language), context)
    except PartnerkgError:
        return {}
    return found


def _listed(values: list[str], context: Context) -> str:
    if not values:
        return context.translate(N_("the graph has none"))
    known, more = ", ".join(values[:OFFERED]), len(values) - OFFERED
    if more > 0:
        return context.say(N_("in the graph: {known} and {more} more"), known=known, more=more)
    return context.say(N_("in the graph: {known}"), known=known)


def _values(options: Namespace, question: Question) -> dict[str, str]:
    given = {name: vars(options)[f"value of {name}"] for name in question.parameters}
    found = {name: value for name, value in given.items() if value is not None}
    return found | pairs(options.param, PROGRAM)


def _unknown(argument: str, question: Question) -> UnknownParameter | WrongUse:
    name = argument.lstrip("-").partition("=")[0]
    if not argument.startswith("--"):
        return WrongUse(
            reason=Message("there is one argument too many, `{argument}`", argument=argument), program=PROGRAM
        )
    from partnerkg.query.bind import unknown

    return unknown(question, name)


def _ask_freely(options: Namespace, context: Context) -> int:
    if options.file is not None and options.text is not None:
        raise WrongUse(reason=Message("give -f or -e, not both"), program=PROGRAM)
    _check_unused(options, ("param",))
    text = options.text if options.text is not None else _read(options.file)
    if options.explain:
        return _explain(text, options, context)
    return answer(text, {}, options, context)


def _read(path: str) -> str:
    import sys

    try:
        if path == "-":
            return sys.stdin.buffer.read().decode()
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from None
    except UnicodeDecodeError:
        raise UnreadableFile(path=path, reason=Message("it is not UTF-8")) from None


def _list(options: Namespace, context: Context) -> int:
    from partnerkg.cli.questions import listed

    _check_unused(options, ("param", "why", "explain", "timeout"))
    listed(context.catalogue(), bounds(options)[0], options, context)
    return 0


def _check_unused(options: Namespace, names: Sequence[str]) -> None:
    """Raise WrongUse for the first of these options that was given: without a question it does nothing."""
    for name in names:
        if getattr(options, name):
            raise WrongUse(reason=Message("--{option} needs a question", option=name), program=PROGRAM)
