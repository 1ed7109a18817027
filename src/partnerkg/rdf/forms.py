"""The syntaxes of RDF that files come in, told by the ending of their name."""

from __future__ import annotations

import os

from pyoxigraph import RdfFormat

from partnerkg.errors import NoRdf, UnknownFormat

FORMS = {
    ".ttl": RdfFormat.TURTLE,
    ".turtle": RdfFormat.TURTLE,
    ".n3": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
READ = (".csv", ".tsv", ".xlsx", ".html", ".htm", ".md", ".mhtml")  # what `partnerkg read` takes
SHARED = (".xml", ".json")  # endings of much that is no RDF
PACKED = ".gz"
STANDARD_INPUT = "-"


def ending(path: str) -> str:
    """Return the ending of the name that tells the syntax, packed or not."""
    return os.path.splitext(path.lower().removesuffix(PACKED))[1]


def form_of(path: str) -> RdfFormat:
    """Return the RDF format that the ending of the name stands for, packed or not; raises UnknownFormat."""
    found = FORMS.get(ending(path))
    if found is None:
        error = NoRdf if path.lower().endswith(READ) else UnknownFormat
        raise error(name=ending(path) or os.path.basename(path), known=", ".join(FORMS))
    return found
