"""What `partnerkg validate` looks at, and which shapes it holds it against."""

from __future__ import annotations

import os

from partnerkg.errors import N_, Message, MissingFile, UnreadableFile, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from partnerkg.cli.context import Context
    from partnerkg.cli.parser import Parser
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.validate import Shapes


def add_options(parser: Parser, context: Context) -> None:
    """Add DATA, --shapes and --engine."""
    say = context.translate
    parser.add_argument(
        "data",
        nargs="?",
        metavar=say(N_("DATA")),
        help=say(N_("an RDF file or folder to check, instead of the graph that comes with it")),
    )
    parser.add_argument(
        "--shapes",
        action="append",
        metavar=say(N_("PATH")),
        help=say(
            N_(
                "check against the SHACL shapes of this file or folder alone; "
                "DATA are then taken without the ontology (may be repeated)"
            )
        ),
    )
    parser.add_argument(
        "--engine",
        choices=("auto", "sparql", "pyshacl"),
        default="auto",
        help=say(
            N_("compile the shapes to SPARQL, ask pySHACL, or take what is right for the shapes (auto)")
        ),
    )


def graph(options: Namespace, context: Context) -> KnowledgeGraph:
    """Return the graph to check: that of DATA, else of the project or endpoint.

    DATA with shapes of their own are taken alone: the ontology of the shipped project is no part of them.
    WrongUse if DATA and another place are given, MissingFile or NoProject if there is nothing.
    """
    if options.data is None:
        return context.graph()
    if context.project or context.endpoint:
        reason = Message(N_("give DATA, --project or --endpoint, not two of them"))
        raise WrongUse(reason=reason, program="partnerkg validate")
    context.project = options.data
    found = context.graph()
    if options.shapes:
        from partnerkg.store import embedded, project
        from partnerkg.store.base import ONTOLOGY

        parts = project.parts(options.data)
        if project.borrows_ontology(options.data):
            parts.pop(ONTOLOGY)
        found.store = embedded.Embedded(parts)
    return found


def shapes(options: Namespace) -> Shapes | None:
    """Return the shapes asked for, None for the shipped ones.

    MissingFile, UnreadableFile or BrokenFile if one cannot be read, or if there is none with a target:
    data that nothing looks at must not read "conforms".
    """
    if not options.shapes:
        return None
    from partnerkg.validate import load

    found = load([file for path in options.shapes for file in _files(path)])
    if not found.targeted():
        path = ", ".join(options.shapes)
        raise UnreadableFile(path=path, reason=Message(N_("there is no SHACL shape with a target in it")))
    return found


def _files(path: str) -> list[str]:
    from partnerkg import resources
    from partnerkg.rdf import forms

    if not os.path.exists(path):
        raise MissingFile(path=path)
    return resources.files(path, *forms.FORMS) if os.path.isdir(path) else [path]
