"""`partnerkg documentation`: write the pages of the ontology."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the pages stand in the folder, whose files are listed."""
    from partnerkg import documentation
    from partnerkg.documentation.pages import TURTLE
    from partnerkg.rdf import files
    from partnerkg.validate import load

    options = _parser(context).parse_args(arguments)
    context.take(options)
    folder = _ontology(context)
    ontology = documentation.read(folder)
    shapes = load(
        [*resources.files(os.path.join(folder, "shapes"), ".ttl"), os.path.join(folder, "prefixes.ttl")]
    )
    found = documentation.pages(ontology, shapes, documentation.usage(context.store()))
    written = {name: [text.encode()] for name, text in found.items()} | {TURTLE: [files.text(ontology.path)]}
    files.make_folder(options.output)
    files.write_together({os.path.join(options.output, name): chunks for name, chunks in written.items()})
    context.write(f"{os.path.join(options.output, name)}\n" for name in sorted(written))
    return 0


def _ontology(context: Context) -> str:
    own = os.path.join(context.project or resources.root(), "ontology")
    return own if os.path.isdir(own) else os.path.join(resources.root(), "ontology")


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg documentation",
        context,
        N_("Write the pages of the ontology, in French and English: every term, rule and count."),
    )
    parser.add_argument(
        "-o", "--output", metavar=say(N_("FOLDER")), required=True, help=say(N_("the folder for the pages"))
    )
    return parser
