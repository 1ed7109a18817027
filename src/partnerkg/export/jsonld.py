"""JSON-LD 1.1, expanded form (https://www.w3.org/TR/json-ld11/#expanded-document-form)."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize

from partnerkg.errors import N_
from partnerkg.files.spooled import written
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from partnerkg.rdf.statements import Statements

MEDIA_TYPE = "application/ld+json"
ENDING = ".jsonld"
GRAPHS = True
SUMMARY = N_("JSON-LD in expanded form: nothing abbreviated, every datatype said")


def chunks(quads: Statements) -> Iterator[bytes]:
    """Return one JSON array with a node for each subject of each graph.

    Every literal keeps its datatype and lexical form: numbers are strings with a type, which is why
    nothing is lost on the way back.
    """

    def write(file: IO[bytes]) -> None:
        serialize(writer.ordered(quads), file, format=RdfFormat.JSON_LD)
        file.write(b"\n")

    return written(write)
