"""The syntaxes of RDF told by how a text begins, where no name tells them."""

from __future__ import annotations

import re

from pyoxigraph import RdfFormat

from partnerkg.errors import N_

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
_OTHERS = {  # what stands under the endings of RDF and is none
    re.compile(rb"(?i)<!doctype html|<html[\s>](?s:.{0,2000}?)<(?:head|body)[\s>]"): N_(
        "it is a web page; save the data that it leads to"
    ),
    re.compile(b"version https://git-lfs"): N_(
        "it only says where Git LFS keeps the file; `git lfs pull` fetches that"
    ),
    re.compile(b"PK\x03\x04"): N_("it is a zip archive; unpack it"),
    re.compile(rb"\$HDT"): N_("it is HDT, which is not read here; save it as N-Triples"),
    re.compile(rb"Prefix[(:]|Ontology[(:]"): N_(
        "it is OWL in a syntax that is no RDF; save it as Turtle or RDF/XML"
    ),
}
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


def other(start: bytes) -> str | None:
    """Return what a text that begins so is, where it is known to be no RDF."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((what for pattern, what in _OTHERS.items() if pattern.match(text)), None)


def looks_like(form: RdfFormat, start: bytes) -> bool:
    """Return whether a text that begins so is RDF at all, under an ending that others share."""
    if form == RdfFormat.RDF_XML:
        return _RDF_XML in start.replace(b"\x00", b"")
    return bool(_JSON_LD.search(start))
