"""`partnerkg` alone: what is in the graph and what to try next."""

from __future__ import annotations

from shlex import quote

from partnerkg.errors import N_
from partnerkg.visible import explained

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.cli.context import Context

NEXT = (
    ("query", N_("the questions you can ask")),
    ("query {question}", N_("one of them, with its example")),
    ("show {organization}", N_("an organisation, its relations, its quotes")),
    ("validate", N_("what is wrong or missing")),
    ("export --format turtle", N_("the graph as a file")),
)
EMPTY = (
    ("read {page}", N_("a page of partners: what it names, to be looked at")),
    ("query", N_("the questions you can ask")),
    ("help project", N_("what a project holds")),
)
FOREIGN = (*EMPTY[1:], ("init {folder}", N_("a project of your own, to read pages into")))


def run(context: Context) -> int:
    """Return 0 once the counts and a few commands to try are written."""
    from partnerkg.pipeline import summary

    graph = context.graph()
    counts = [
        (context.translate(summary.COUNTS[name]), count, summary.LISTED[name])
        for name, count in summary.summary(graph).items()
    ]
    places = (("project", context.project), ("endpoint", context.endpoint))
    given = "".join(f" --{name} {quote(place)}" for name, place in places if place)
    width, columns = max(len(name) for name, *_ in counts), context.audience().width
    lines = explained(
        [
            (f"{name:<{width}} {count:>6}", f" partnerkg{given} query {asked}")
            for name, count, asked in counts
        ],
        columns,
    )
    example = summary.example(graph)
    examples = {
        "question": None,
        "organization": quote(example) if example else None,
        "page": context.translate(N_("PAGE")),
        "folder": context.translate(N_("FOLDER")),
    }
    if examples["organization"]:
        examples["question"] = summary.sample(graph)
    wanted = NEXT if examples["organization"] else EMPTY if summary.takes_pages(graph) else FOREIGN
    commands = [
        (
            f"partnerkg{'' if 'init' in command else given} {command.format(**examples)}",
            context.translate(about),
        )
        for command, about in wanted
        if examples["question"] or "{question}" not in command
    ]
    said = explained(commands, columns, "  ")
    more = [line for note in summary.notes(graph) for line in ("\n", note.text(context.translate), "\n")]
    context.write([*lines, *more, "\n", context.say(N_("Try next:")), "\n", *said])
    return 0
