"""All files of the documentation, from the ontology of a project and the graph that uses it."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.documentation.pages import TURTLE, pages
from partnerkg.documentation.reading import NoOntology, read
from partnerkg.documentation.usage import usage
from partnerkg.rdf import members, source
from partnerkg.rdf.read import parse
from partnerkg.rdf.writer import turtle
from partnerkg.validate import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.terms import Ontology
    from partnerkg.store.base import Store


def contents(project: str, store: Store) -> dict[str, bytes]:
    """Return the files by name: the pages, and the ontology to which they link; the counts are of the store.

    The ontology is what `own` finds; where that is None, the shipped one that the project uses. Raises what
    `read` and `validate.load` raise.
    """
    ontology = own(project) or read(_shipped())
    place = os.path.dirname(ontology.path)
    shapes = members.of_project(os.path.join(place, "shapes"))
    table = os.path.join(place, "prefixes.ttl")
    rules = load([*shapes, *([table] if shapes and os.path.isfile(table) else [])])
    written = {name: text.encode() for name, text in pages(ontology, rules, usage(store)).items()}
    return written | {TURTLE: _turtle(ontology.path)}


def own(project: str) -> Ontology | None:
    """Return the ontology of a project: of its folder `ontology`, or of the file that it is; None without."""
    folder = os.path.join(project, "ontology")
    if os.path.isdir(folder):
        return read(folder)
    if not os.path.isfile(project):
        return None
    try:
        return read(project)
    except NoOntology:
        return None


def _shipped() -> str:
    return os.path.join(resources.root(), "ontology")


def _turtle(path: str) -> bytes:
    """Return a file as Turtle: as it is written, if it is."""
    return source.text(path) if path.endswith(".ttl") else "".join(turtle(parse(path))).encode()
