"""What a finding says: the message of its shape, else what its constraint wants, in French and English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import BlankNode, NamedNode

from partnerkg.namespaces import shorten
from partnerkg.validate import holes, wants
from partnerkg.validate.prefixed import short as shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.holes import Holes
    from partnerkg.validate.prefixed import Short
    from partnerkg.validate.result import Node
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

LANGUAGES = ("en", "fr")
_HOLE = re.compile(r"\{[?$](\w+)\}")
_SUFFIX = "ConstraintComponent"


def of(
    shapes: Shapes,
    shape: str,
    component: str,
    *,
    focus: Node | None = None,
    value: Node | None = None,
    constraint: str = "",
) -> dict[str, str]:
    """Return what a finding says, by language: its SPARQL constraint's message, its shape's, or `generic`.

    `shape`, `component` and `constraint` (the node of sh:sparql) are IRIs or names of blank nodes. `{?this}`
    and `{?value}` are filled in (SHACL §5.3.2).
    """
    known = shapes.by_iri.get(shape)
    own = shapes.constraint_messages.get(constraint) or (known.messages if known else None)
    if not own:
        return generic(component, known, value, lambda iri: shortened(iri, shapes.prefixes))
    bound = {"this": focus, "value": value}
    return {language: filled(text, bound, shapes.prefixes) for language, text in own.items()}


def filled(text: str, bound: Mapping[str, Term | None], prefixes: Mapping[str, str]) -> str:
    """Return a message with the values of its variables `{?name}` and `{$name}` (SHACL §5.3.2)."""

    def shown(hole: re.Match[str]) -> str:
        if hole[1] not in bound:
            return hole[0]
        term = bound[hole[1]]
        if isinstance(term, NamedNode):
            return shortened(term.value, prefixes)
        return "" if term is None else str(getattr(term, "value", term))

    return _HOLE.sub(shown, text)


def generic(
    component: str, shape: Shape | None = None, value: Node | None = None, short: Short = shorten
) -> dict[str, str]:
    """Return what a constraint wants, in English and French, with the parameters of the shape.

    `component` is an IRI or a local name, with or without `ConstraintComponent`. A component that SHACL Core
    does not know, and one whose parameters are not at hand, is only named.
    """
    name = component.rpartition("#")[2].removesuffix(_SUFFIX)
    return {
        language: _wanted(name, component, shape, value, holes.in_language(language, short))
        for language in LANGUAGES
    }


def _nameless(shape: Shape) -> bool:
    return any(isinstance(value, BlankNode) for name, value in shape.constraints if name.endswith("#node"))


def _wanted(name: str, component: str, shape: Shape | None, value: Node | None, fill: Holes) -> str:
    filling = fill.of(name, shape, value)
    if name.endswith("MaxCount") and filling.get("count", "").startswith("0 "):
        name = name.replace("MaxCount", "NoCount")
    if name == "Node" and shape is not None and _nameless(shape):
        name = "NodeWithoutName"
    try:
        return fill.translate(wants.SENTENCES[name]).format_map(filling)
    except KeyError:
        return fill.translate(wants.OTHER).format(component=fill.short(component))
