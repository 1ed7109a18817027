"""What SHACL does not have, or nobody looks at here: properties, classes, other namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message, Suggestion
from partnerkg.namespaces import namespace
from partnerkg.validate import computed, vocabulary
from partnerkg.validate.compiled import coverage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shapes import Shapes

SH, RDF = namespace("sh"), namespace("rdf")
_LOOKS_LIKE = re.compile(r"(?i)https?://(?:www\.)?w3\.org/(?:ns|2014/ns)/shacl[#/]?.*")


def terms(shapes: Shapes) -> Iterator[tuple[Term, Message]]:
    """Yield the nodes of the shapes that use such a term, with what is to be said of it."""
    for node, row in shapes.index.items():
        for predicate, values in row.items():
            said = _of_property(predicate, values, shapes) or _of_shape(predicate, node, shapes)
            if said is not None:
                yield node, said
        for kind in row.get(RDF.type.value, ()):
            said = _of_class(kind)
            if said is not None:
                yield node, said


def _of_property(predicate: str, values: Sequence[Term], shapes: Shapes) -> Message | None:
    name = predicate.removeprefix(SH.iri)
    if name == predicate:
        return _of_dash(predicate, shapes) or _of_namespace(predicate)
    if name in vocabulary.LOOKED_AT or name in vocabulary.INNER:
        return None
    if name in ("expression", "nodeByExpression"):
        return _of_expressions(name, values, shapes)
    if name in vocabulary.NOT_LOOKED_AT:
        return Message(N_("sh:{name} is not looked at here"), name=name)
    near = Suggestion(name, sorted(vocabulary.LOOKED_AT))
    return Message(N_("SHACL has no sh:{name}; {near}"), name=name, near=near)


def _of_shape(predicate: str, node: Term, shapes: Shapes) -> Message | None:
    """Return that what belongs into an expression, a path or a query stands in a shape itself."""
    name = predicate.removeprefix(SH.iri)
    if str(getattr(node, "value", node)) not in shapes.by_iri or SH.parameter.value in shapes.index[node]:
        return None
    if isinstance(node, NamedNode) and name in vocabulary.INNER:
        return Message(N_("sh:{name} is not looked at here"), name=name)
    if name != predicate and name in vocabulary.MISPLACED:
        said = N_("sh:{name} says nothing in a shape; write {meant}")
        return Message(said, name=name, meant=vocabulary.MISPLACED[name])
    return None


def _of_expressions(name: str, values: Sequence[Term], shapes: Shapes) -> Message | None:
    """Return why one of these node expressions is not looked at."""
    from partnerkg.validate.exact import expressions

    faults = (expressions.fault(value, shapes) for value in values)
    why = next((fault for fault in faults if fault is not None), None)
    return why and Message(N_("sh:{name} is not looked at here: {why}"), name=name, why=why)


def _of_class(kind: Term) -> Message | None:
    iri = kind.value if isinstance(kind, NamedNode) else ""
    name = iri.removeprefix(SH.iri)
    if name == iri:
        return _of_namespace(iri)
    if name in vocabulary.CLASSES or not name[:1].isalpha():
        return None
    near = Suggestion(name, sorted(vocabulary.CLASSES))
    return Message(N_("SHACL has no class sh:{name}; {near}"), name=name, near=near)


def _of_dash(predicate: str, shapes: Shapes) -> Message | None:
    """Return that a constraint of DASH, which editors of shapes write, is declared by none of the files."""
    name = predicate.removeprefix(vocabulary.DASH)
    if name not in vocabulary.OF_DASH or predicate in coverage.declared(shapes):
        return None
    said = N_(
        "dash:{name} is not looked at here; a file that declares it as a component, such as dash.ttl, helps"
    )
    return Message(said, name=name)


def _of_namespace(iri: str) -> Message | None:
    """Return that an IRI is none of SHACL's, though it looks like one."""
    if iri == SH.iri or iri.startswith(computed.EXPRESSIONS) or not _LOOKS_LIKE.fullmatch(iri):
        return None
    return Message(N_("{iri} is not SHACL: its namespace is {namespace}"), iri=iri, namespace=SH.iri)
