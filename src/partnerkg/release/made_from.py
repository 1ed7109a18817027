"""What a release is made from, and what it carries of the project as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256

from partnerkg import resources
from partnerkg.files.folder import File
from partnerkg.rdf import members, source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.files.folder import Folder


def inputs(project: str) -> Iterator[File]:
    """Yield the files that people write and the graph is made from; of others, the graph itself."""
    graph = os.path.join(project, "graph")
    root = project if os.path.isdir(graph) else os.path.dirname(os.path.abspath(project))
    files = resources.files(graph, ".yaml") or members.of_project(graph)
    for path in files or members.of(project):
        with open(path, "rb") as file:
            data = file.read()
        yield File(os.path.relpath(path, root).replace(os.sep, "/"), len(data), sha256(data).hexdigest())


def copy(made: Folder, project: str) -> None:
    """Copy ontology, shapes, questions and the licence of the project, or the shipped ones it uses."""
    for room in ("ontology", "queries"):
        own = os.path.join(project, room)
        place = own if os.path.isdir(own) else os.path.join(resources.root(), room)
        for path in resources.files(place, ".ttl", ".rq", ".jsonld"):
            name = os.path.relpath(path, place).replace(os.sep, "/")
            made.add(f"{room}/{name}", [source.text(path)])
    licence = os.path.join(project, "LICENSE-DATA")
    if os.path.isfile(licence):
        made.add("LICENSE-DATA", [source.text(licence)])
