"""Terms as the results of servers write them: as the standards say, and as engines do besides."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from partnerkg.model.terms import Term

_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_LABEL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_VIRTUOSO = "nodeID://"


def blank(label: str) -> BlankNode:
    """Return a blank node of its own for each label, whatever is in it: Virtuoso writes `nodeID://b10`."""
    short = label.removeprefix(_VIRTUOSO)
    if _LABEL.fullmatch(short) and not short.startswith("odd"):
        return BlankNode(short)
    return BlankNode("odd" + label.encode(errors="surrogatepass").hex())


def term(found: Any) -> Term | None:
    """Return a term of SPARQL's JSON (§3.2.2), None for null; ValueError if it is none that RDF has."""
    if found is None:
        return None
    if not isinstance(found, dict):
        raise ValueError
    kind, value = found.get("type"), found.get("value")
    if kind == "triple" and isinstance(value, dict):
        return _triple(value)
    if not isinstance(value, str) or (not value.isascii() and _broken(value)):
        raise ValueError
    if kind in ("uri", "iri"):
        return NamedNode(value)
    if kind == "bnode":
        return blank(value)
    if kind not in ("literal", "typed-literal"):
        raise ValueError
    return _literal(value, found.get("xml:lang") or found.get("lang"), found.get("datatype"))


def _literal(value: str, language: Any, datatype: Any) -> Literal:
    if language:
        return Literal(value, language=language)
    if datatype and datatype != _LANG_STRING:
        return Literal(value, datatype=NamedNode(datatype))
    return Literal(value)


def _triple(value: dict[str, Any]) -> Triple:
    parts = [term(value.get(name)) for name in ("subject", "predicate", "object")]
    return Triple(*parts)  # type: ignore[arg-type]


def _broken(text: str) -> bool:
    """Return whether half of a surrogate pair stands in a text."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def unreadable(row: int, column: str, found: Any) -> Message:
    """Return which term of an answer is none that RDF has."""
    written = found.get("value") if isinstance(found, dict) else found
    value = str(written)[:100]
    return Message(N_("row {row}, ?{column}: `{value}` is no term"), row=row, column=column, value=value)
