"""`partnerkg` alone: what is in the graph and what to try next."""

from __future__ import annotations

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.cli.context import Context
    from partnerkg.pipeline.graph import KnowledgeGraph

COUNTS = {
    "organizations": N_("organisations"),
    "networks": N_("networks"),
    "links": N_("links between them and others"),
    "quotes": N_("passages that prove it"),
    "pages": N_("pages read or seen"),
}
NEXT = (
    ("partnerkg query", N_("the questions you can ask")),
    ("partnerkg query {question}", N_("one of them, with its example")),
    ("partnerkg show {organization}", N_("an organisation, its relations, its quotes")),
    ("partnerkg validate", N_("what is wrong or missing")),
    ("partnerkg export --format turtle", N_("the graph as a file")),
)


def run(context: Context) -> int:
    """Return 0 once the counts and a few commands to try are written."""
    from partnerkg.pipeline.summary import LISTED

    graph = context.graph()
    counts = [
        (context.translate(COUNTS[name]), count, LISTED[name]) for name, count in graph.summary().items()
    ]
    width = max(len(name) for name, *_ in counts)
    lines = [f"{name:<{width}} {count:>6}   partnerkg query {asked}\n" for name, count, asked in counts]
    lines += ["\n", context.say(N_("Try next:")), "\n"]
    examples = {"question": _question(graph), "organization": graph.example() or "SLUG"}
    commands = [(command.format(**examples), context.translate(about)) for command, about in NEXT]
    width = max(len(command) for command, _ in commands)
    context.write([*lines, *(f"  {command:<{width}}  {about}\n" for command, about in commands)])
    return 0


def _question(graph: KnowledgeGraph) -> str:
    question = graph.questions["network_members"]
    values = (f"--{name} {parameter.example}" for name, parameter in question.parameters.items())
    return " ".join((question.name, *values))
