"""All files of the documentation, from the folder of an ontology and the graph that uses it."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.documentation.pages import TURTLE, pages
from partnerkg.documentation.terms import read
from partnerkg.documentation.usage import usage
from partnerkg.rdf import source
from partnerkg.validate import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.base import Store


def contents(project: str, store: Store) -> dict[str, bytes]:
    """Return the files by name: the pages, and the ontology to which they link.

    The ontology and shapes are those of the project, else the shipped ones; the counts come from the store.
    Raises what `read` and `validate.load` raise.
    """
    own = os.path.join(project, "ontology")
    folder = own if os.path.isdir(own) else os.path.join(resources.root(), "ontology")
    ontology = read(folder)
    shapes = resources.files(os.path.join(folder, "shapes"), ".ttl")
    table = os.path.join(folder, "prefixes.ttl")
    found = pages(ontology, load([*shapes, *([table] if os.path.isfile(table) else [])]), usage(store))
    return {name: text.encode() for name, text in found.items()} | {TURTLE: source.text(ontology.path)}
