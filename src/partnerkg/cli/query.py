"""`partnerkg query`: ask a question of the catalogue, or any SPARQL query."""

from __future__ import annotations

from partnerkg.cli import completing, limits, output
from partnerkg.cli.asked import help_of
from partnerkg.cli.parser import Parser, pairs
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import ask
from partnerkg.pipeline.rows import ENDINGS, FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.values import Offer, Question

PROGRAM = "partnerkg query"
DESCRIPTION = N_("Ask a question by its name; without a name, list the questions.")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the answer is written."""
    first = _parser(PROGRAM, context, DESCRIPTION, add_help=False)
    options, _ = first.parse_known_args(completing.settled(arguments))
    context.take(options)
    if options.name is not None:
        return _named(options.name, arguments, context, first)
    options = _parser(PROGRAM, context, DESCRIPTION).parse_args(arguments)
    if options.file is not None or options.text is not None:
        return _freely(options, context)
    return _list(options, context)


def _named(name: str, arguments: Sequence[str], context: Context, parser: Parser) -> int:
    """Ask a question of the catalogue: its parameters are options, added to those of the parser."""
    graph = context.graph()
    question = graph.questions[name]
    parser.prog = f"{PROGRAM} {name}"
    wants_help = not {"-h", "--help"}.isdisjoint(arguments)
    if wants_help or completing.is_wanted():
        parser = _parser(parser.prog, context, DESCRIPTION)
    help_of(parser, question, context, _offers(graph, question) if wants_help else {})
    completing.answer(parser, arguments, options=True)
    options, rest = parser.parse_known_args(arguments)
    if options.file is not None or options.text is not None:
        raise WrongUse(reason=Message("give a name or a SPARQL query, not both"), program=PROGRAM)
    if rest:
        raise _too_much(rest[0], question)
    given = {name: vars(options)[f"value of {name}"] for name in question.parameters}
    values = {name: value for name, value in given.items() if value is not None}
    return _answer(question, values | pairs(options.param, PROGRAM), options, context)


def _offers(graph: Opened, question: Question) -> Mapping[str, Offer]:
    from partnerkg.pipeline.questions import offers

    return offers(graph, question)


def _questions(graph: Opened) -> Mapping[str, str]:
    from partnerkg.pipeline.offers import questions

    return questions(graph)


def _freely(options: Namespace, context: Context) -> int:
    if options.file is not None and options.text is not None:
        raise WrongUse(reason=Message("give -f or -e, not both"), program=PROGRAM)
    _check_unused(options, ("param",))
    text = options.text if options.text is not None else ask.text_of(options.file)
    return _answer(text, {}, options, context)


def _answer(query: Question | str, values: dict[str, str], options: Namespace, context: Context) -> int:
    use, endings = (ask.explained, ask.QUERY_ENDINGS) if options.explain else (ask.answer, ask.ENDINGS)
    form = output.asked(options, lambda: endings)
    asking = ask.Asking(query, values, _bounds(options), format=form, why=options.why, every=options.why_all)
    return context.put(use(context.graph(), asking, context.audience(options.output)), options.output)


def _list(options: Namespace, context: Context) -> int:
    from partnerkg.pipeline import questions

    _check_unused(options, ("param", "why", "why_all", "explain", "timeout"))
    found = questions.listed(
        context.graph(),
        "",
        context.audience(options.output),
        limit=_bounds(options).rows,
        format=output.asked(options, lambda: ENDINGS),
    )
    return context.put(found, options.output)


def _bounds(options: Namespace) -> ask.Bounds:
    return ask.Bounds(limits.rows(options.limit, PROGRAM), limits.seconds(options.timeout, PROGRAM))


def _too_much(argument: str, question: Question) -> PartnerkgError:
    name = argument.lstrip("-").partition("=")[0]
    if argument.startswith("--"):
        return ask.unknown_parameter(question, name)
    reason = Message("there is one argument too many, `{argument}`", argument=argument)
    return WrongUse(reason=reason, program=PROGRAM)


def _check_unused(options: Namespace, names: Sequence[str]) -> None:
    """Raise WrongUse for the first of these options that was given: without a question it does nothing."""
    for name in names:
        if getattr(options, name):
            raise WrongUse(
                reason=Message("--{option} needs a question", option=name.replace("_", "-")), program=PROGRAM
            )


def _parser(program: str, context: Context, description: str, add_help: bool = True) -> Parser:
    say = context.translate
    parser = Parser(program, context, description, add_help)
    add = parser.add_argument
    name = add("name", nargs="?", metavar=say(N_("NAME")), help=say(N_("the question to ask")))
    completing.of_graph(name, context, _questions)
    add(
        "--param",
        action="append",
        default=[],
        metavar=say(N_("NAME=VALUE")),
        help=say(N_("a value for a question; --NAME VALUE is the same")),
    )
    add(
        "-f",
        "--file",
        metavar=say(N_("FILE")),
        help=say(N_("ask the SPARQL query in this file (- for the input)")),
    )
    add("-e", "--text", metavar="SPARQL", help=say(N_("ask this SPARQL query")))
    about = N_("one of {known} (by default table on a terminal, else csv)")
    output.add_format(parser, context, about, FORMATS)
    add("--why", action="store_true", help=say(N_("show the quotes behind each row, as table or json")))
    all_ways = N_("show every way in which words prove a row, not only the best")
    add("--why-all", action="store_true", help=say(all_ways))
    add(
        "--explain", action="store_true", help=say(N_("write the SPARQL query as it would be asked, unasked"))
    )
    add("--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more rows than this")))
    about = N_(
        "give up when there is no answer after this time (SPARQL of your own: 60 seconds by default, and "
        "2048 MB of memory, or as many as PARTNERKG_MEMORY says)"
    )
    add("--timeout", metavar=say(N_("SECONDS")), help=say(about))
    output.add_output(parser, context)
    return parser
