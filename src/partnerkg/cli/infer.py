"""`partnerkg infer`: write what follows from the graph, which is never stored with it."""

from __future__ import annotations

from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, Message, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.infer import Inferred, Rule


PROGRAM = "partnerkg infer"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the inferred graph is written, or with --rules the list of rules."""
    from partnerkg import export
    from partnerkg.infer import infer, rules

    options = _parser(context).parse_args(arguments)
    context.take(options)
    form = export.chosen(options.format, options.output)
    if form.chunks is None:
        reason = Message("{name} is drawn by questions, which do not see what is inferred", name=form.name)
        raise WrongUse(reason=reason, program=PROGRAM)
    known = rules(context.project)
    found = infer(context.store(), known)
    if options.rules:
        context.write(_listed(known, found, context), options.output)
    else:
        context.write(form.chunks(list(found)), options.output)
    return 0


def _listed(known: Sequence[Rule], found: Inferred, context: Context) -> list[str]:
    """Return a line a rule: how many triples it was the first to give, its name, basis and summary."""
    width = max((len(rule.name) for rule in known), default=0)
    return [
        f"{found.counts[rule.name]:>8}  {rule.name:<{width}}  {rule.basis:<10}  "
        f"{rule.summary[context.language]}\n"
        for rule in known
    ]


def _parser(context: Context) -> Parser:
    from partnerkg import export

    say = context.translate
    parser = Parser(PROGRAM, context, N_("Write what follows from the graph by the rules of the ontology."))
    known = ", ".join(name for name, form in export.FORMATS.items() if form.chunks is not None)
    parser.add_argument("--format", help=context.say(N_("one of {known}"), known=known))
    parser.add_argument(
        "--rules",
        action="store_true",
        help=say(N_("list the rules instead, with how many triples each gives and on what it rests")),
    )
    add_output(parser, context)
    return parser
