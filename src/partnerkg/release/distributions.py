"""The graph in the formats of a release: RDF packed, the rest as it is opened."""

from __future__ import annotations

import os
from dataclasses import replace

from partnerkg import export
from partnerkg.store.project import DUMP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad

    from partnerkg.export import Format
    from partnerkg.files.folder import File, Folder
    from partnerkg.store.base import Store

WHOLE = ("nquads", "trig", "turtle", "ntriples", "rdfxml", "jsonld", "jsonld-compact")  # RDF 1.1
RDF = (*WHOLE, "turtle12", "trig12")
LINKED = ("annotations", "schema-org")  # RDF as well, made by queries
NETWORKS = ("graphml", "gexf")
_GRAPH = DUMP.partition(".")[0].replace(os.sep, "/")
_TABLES = "data/tables"
_TABLE_TYPES = {".csv": ("csv", "text/csv"), ".json": ("json", "application/csvm+json")}
_LANGUAGE = "en"  # of labels, whoever makes the release


def rdf(made: Folder, quads: Callable[[], Iterator[Quad]]) -> Iterator[File]:
    """Write the graph in every RDF format, and yield the files."""
    for name in RDF:
        form = export.FORMATS[name]
        assert form.chunks is not None, name
        file = made.add(f"{_GRAPH}{form.ending}.gz", form.chunks(quads()))
        yield replace(_described(file, form), whole=name in WHOLE)


def others(made: Folder, graph: Store) -> Iterator[File]:
    """Write annotations, profiles, networks and tables, and yield the files."""
    for name in (*LINKED, *NETWORKS):
        form = export.FORMATS[name]
        assert form.asked is not None, name
        packed = ".gz" if name in LINKED else ""
        yield _described(made.add(f"{_GRAPH}{form.ending}{packed}", form.asked(graph, _LANGUAGE)), form)
    form = export.FORMATS["csvw"]
    assert form.files is not None
    for path, chunks in form.files(graph, _LANGUAGE).items():
        name, media_type = _TABLE_TYPES[os.path.splitext(path)[1]]
        yield replace(made.add(f"{_TABLES}/{path}", chunks), format=name, media_type=media_type)


def _described(file: File, form: Format) -> File:
    return replace(file, format=form.name, media_type=form.media_type, summary=form.summary)
