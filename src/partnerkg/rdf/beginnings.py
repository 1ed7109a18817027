"""The syntaxes of RDF told by how a text begins, where no name tells them."""

from __future__ import annotations

import re

from pyoxigraph import RdfFormat

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<?xml")
_JSON = re.compile(rb'(?:\{|\[)\s*(?:"|\{|\[\s*[{"]|\}\s*\Z|\]\s*\Z)')
_XML = re.compile(rb"<(?:!--|!DOCTYPE|[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?=[\s/>]))")
_QUAD = re.compile(
    rb"""(?:\#[^\n]*\n|\s)*
    (?:<[^<>"\s]*>|_:\S+)\s+<[^<>"\s]*>\s+
    (?:<[^<>"\s]*>|_:\S+|"(?:[^"\\\n]|\\.)*"(?:@[\w-]+|\^\^<[^<>"\s]*>)?)\s+
    (?:<[^<>"\s]*>|_:\S+)\s*\.""",
    re.VERBOSE,
)
_OWL = (b"Prefix(", b"Ontology(", b"Prefix:", b"Ontology:")
_RDF_XML = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_JSON_LD = re.compile(rb'"@(?:context|id|graph|type|value|list|set)"')


def guessed(start: bytes) -> RdfFormat:
    """Return the RDF format of a text that begins so."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(_MARKS) or (_XML.match(text) and b"xmlns" in text):
        return RdfFormat.RDF_XML
    if _JSON.match(text):
        return RdfFormat.JSON_LD
    return RdfFormat.N_QUADS if _QUAD.match(text) else RdfFormat.TRIG  # as are Turtle and N-Triples


def under(form: RdfFormat, start: bytes) -> RdfFormat:
    """Return the format of a text that begins so, under an ending that stands for this one, as a rule."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if form == RdfFormat.RDF_XML:
        other = text[:1] in b"{[@_#pPbB<" and not (text.startswith(_MARKS) or _XML.match(text))
    else:
        other = text[:1] in b"@_#<"
    return guessed(start) if text and other else form


def is_owl(start: bytes) -> bool:
    """Return whether a text begins as OWL does in functional syntax, or that of Manchester."""
    return start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_OWL)


def looks_like(form: RdfFormat, start: bytes) -> bool:
    """Return whether a text that begins so is RDF at all, under an ending that others share."""
    if form == RdfFormat.RDF_XML:
        return _RDF_XML in start.replace(b"\x00", b"")
    return bool(_JSON_LD.search(start))
