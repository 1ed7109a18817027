"""Targets that the data name themselves: `sh:shape` (SHACL 1.2 §3.1.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate.notices import Notice
from partnerkg.validate.prefixed import short
from partnerkg.validate.shape import Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Data
    from partnerkg.validate.shapes import Shapes

SHAPE = namespace("sh").shape
KIND = "shape"
_NAMED = f"SELECT DISTINCT ?shape {{ ?node {SHAPE} ?shape }} ORDER BY STR(?shape)"


def named(data: Data) -> list[Term]:
    """Return the shapes that data say their nodes are to be held against."""
    return [row[0] for row in data.each(_NAMED) if row[0] is not None]


def aimed(shapes: Shapes, names: list[Term]) -> Shapes:
    """Return the shapes, those that the data name with one more target."""
    found = {
        iri: replace(shape, targets=(*shape.targets, Target(KIND, shape.node)))
        for iri, shape in shapes.by_iri.items()
        if shape.node in names
    }
    return replace(shapes, by_iri={**shapes.by_iri, **found}, memory={}) if found else shapes


def missing(shapes: Shapes, names: list[Term]) -> Iterator[Notice]:
    """Yield the shapes that the data name and no file describes."""
    for node in names:
        if isinstance(node, Literal) or str(getattr(node, "value", node)) not in shapes.by_iri:
            name = short(str(getattr(node, "value", node)), shapes.prefixes)
            said = N_("the data name the shape {name} (sh:shape), which is described nowhere")
            yield Notice(Message(said, name=name))
