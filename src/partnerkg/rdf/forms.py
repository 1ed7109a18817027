"""The syntaxes of RDF that files come in, told by the ending of their name."""

from __future__ import annotations

import os

from pyoxigraph import RdfFormat

from partnerkg.errors import UnknownFormat

FORMS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
PACKED = ".gz"


def form_of(path: str) -> RdfFormat:
    """Return the RDF format that the ending of the name stands for, packed or not; raises UnknownFormat."""
    ending = os.path.splitext(path.lower().removesuffix(PACKED))[1]
    if ending not in FORMS:
        raise UnknownFormat(name=ending or os.path.basename(path), known=", ".join(FORMS))
    return FORMS[ending]
