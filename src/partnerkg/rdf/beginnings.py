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


def looks_like(form: RdfFormat, start: bytes) -> bool:
    """Return whether a text that begins so is RDF at all, under an ending that others share."""
    if form == RdfFormat.RDF_XML:
        return _RDF_XML in start.replace(b"\x00", b"")
    return bool(_JSON_LD.search(start))
