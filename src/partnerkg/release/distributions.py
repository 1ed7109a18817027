"""The graph in the formats of a release: RDF packed, the rest as it is opened."""

from __future__ import annotations

import os
from dataclasses import replace

from partnerkg import export
from partnerkg.errors import N_
from partnerkg.export.tables import plan
from partnerkg.store.project import DUMP
from partnerkg.translation import translations

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
_LANGUAGE = "en"  # of labels, whoever makes the release, where a file has them in one language
LANGUAGES = ("en", "fr")
_SPREADSHEET = N_("a spreadsheet for people: a sheet for each table, labels instead of IRIs")
_COLUMNS = N_("what the columns of the tables hold, for programs that read CSV on the Web")


def rdf(made: Folder, quads: Callable[[], Iterator[Quad]]) -> Iterator[File]:
    """Write the graph in every RDF format, and yield the files."""
    for name in RDF:
        form = export.FORMATS[name]
        assert form.chunks is not None, name
        file = made.add(f"{_GRAPH}{form.ending}.gz", form.chunks(quads()))
        yield replace(_described(file, form), whole=name in WHOLE)


def others(made: Folder, graph: Store) -> Iterator[File]:
    """Write annotations, profiles, networks, spreadsheets and tables, and yield the files."""
    for name in (*LINKED, *NETWORKS):
        form = export.FORMATS[name]
        assert form.asked is not None, name
        packed = ".gz" if name in LINKED else ""
        yield _described(made.add(f"{_GRAPH}{form.ending}{packed}", form.asked(graph, _LANGUAGE)), form)
    form = export.FORMATS["xlsx"]
    assert form.asked is not None
    for language in LANGUAGES:
        file = _described(made.add(f"{_GRAPH}.{language}.xlsx", form.asked(graph, language)), form)
        yield replace(file, summary=_in_words(_SPREADSHEET))
    yield from _tables(made, graph)


def _tables(made: Folder, graph: Store) -> Iterator[File]:
    form = export.FORMATS["csvw"]
    assert form.files is not None
    for path, chunks in form.files(graph, _LANGUAGE).items():
        name, media_type = _TABLE_TYPES[os.path.splitext(path)[1]]
        file = made.add(f"{_TABLES}/{path}", chunks)
        yield replace(file, format=name, media_type=media_type, summary=_summary(path))


def _summary(path: str) -> dict[str, str]:
    """Return what a file of the tables holds, by language."""
    name = os.path.splitext(path)[0]
    if name not in plan.NAMES:
        return _in_words(_COLUMNS)
    summary = plan.read(name).summary
    return {language: summary[language] for language in LANGUAGES}


def _described(file: File, form: Format) -> File:
    return replace(file, format=form.name, media_type=form.media_type, summary=_in_words(form.summary))


def _in_words(sentence: str) -> dict[str, str]:
    return {language: translations(language)[0](sentence) for language in LANGUAGES}
