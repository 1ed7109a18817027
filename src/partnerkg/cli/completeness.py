"""`partnerkg completeness`: say how complete the records are, and list what is missing."""

from __future__ import annotations

from partnerkg.cli import limits, output
from partnerkg.cli.completeness_options import PROGRAM, parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import complete, rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.complete import Measuring
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output

    View = Callable[[Opened, Measuring, Audience, Namespace], Output]


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the measures are written, with --fail-on-regression 1 if a share fell."""
    options = parser(context).parse_args(arguments)
    context.take(options)
    view = next((name for name in VIEWS if vars(options)[name]), None)
    _check(options, view)
    whole = view is None and not (options.by and not options.group)
    form = output.asked(options, lambda: complete.ENDINGS if whole else rows.ENDINGS)
    measuring = complete.Measuring(
        options.by,
        options.group,
        tuple(options.shapes or ()),
        form,
        limits.seconds(options.timeout, PROGRAM),
    )
    if options.record:
        context.write([complete.record(context.graph(), measuring, options.record) + "\n"])
        return 0
    audience = context.audience(options.output)
    use = VIEWS[view] if view else _whole if whole else _grouped
    return context.put(use(context.graph(), measuring, audience, options), options.output)


def _whole(graph: Opened, measuring: Measuring, audience: Audience, options: Namespace) -> Output:
    return complete.whole(graph, measuring, audience)


def _grouped(graph: Opened, measuring: Measuring, audience: Audience, options: Namespace) -> Output:
    return complete.groups(graph, measuring, audience)


VIEWS: dict[str, View] = {
    "missing": lambda graph, measuring, audience, options: complete.missing(
        graph, measuring, audience, *options.missing
    ),
    "ranking": lambda graph, measuring, audience, options: complete.ranking(
        graph, measuring, audience, options.class_
    ),
    "steps": lambda graph, measuring, audience, options: complete.steps(
        graph, measuring, audience, options.steps
    ),
    "organization": lambda graph, measuring, audience, options: complete.organization(
        graph, measuring, audience, options.organization
    ),
    "history": lambda graph, measuring, audience, options: complete.history(graph, measuring, audience),
    "against": lambda graph, measuring, audience, options: complete.against(
        graph, measuring, audience, options.against, strict=options.fail_on_regression
    ),
}


def _check(options: Namespace, view: str | None) -> None:
    """Raise WrongUse for options that do not go together."""
    viewed = view or options.record
    releases = options.record or view in ("against", "history")
    wrong = (
        (options.group and not options.by, N_("--group needs --by: it names one of its groups")),
        (
            viewed and options.by and not options.group,
            N_("--by with another view needs --group: one of its groups"),
        ),
        (options.group and releases, N_("releases are measured whole, not by group")),
        (options.class_ and view != "ranking", N_("--class needs --ranking")),
        (
            options.fail_on_regression and not options.against,
            N_("--fail-on-regression needs --against: the release to compare with"),
        ),
    )
    for fault, template in wrong:
        if fault:
            raise WrongUse(reason=Message(template), program=PROGRAM)
