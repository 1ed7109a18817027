"""Terms between pyoxigraph and rdflib."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import term as rdf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.result import Node


def to_rdflib(term: Term) -> rdf.Identifier:
    """Return the term as rdflib writes it; TypeError for a triple term."""
    if isinstance(term, NamedNode):
        return rdf.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdf.BNode(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else rdf.URIRef(term.datatype.value)
        return rdf.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise TypeError(term)


def from_rdflib(term: object) -> Node:
    """Return the rdflib term as pyoxigraph writes it; TypeError if it is none."""
    if isinstance(term, rdf.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdf.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdf.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        datatype = NamedNode(str(term.datatype)) if term.datatype else None
        return Literal(str(term), datatype=datatype)
    raise TypeError(term)
