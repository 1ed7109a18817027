"""What shapes say of one constraint, by a reifier: that it is off, its severity, its message (SHACL 1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad, Triple

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate import messages, severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.result import Result
    from partnerkg.validate.shapes import Shapes

    Said = Mapping[str, Sequence[Term]]
    Constraint = tuple[str, str]  # the shape and its component

SH, RDF = namespace("sh"), namespace("rdf")
_REIFIES = RDF.reifies
_OF_RESULTS = (SH.severity.value, SH.message.value)


def active(statements: Sequence[Quad]) -> list[Quad]:
    """Return the statements of shapes but for those that a reifier switches off."""
    off = {
        triple for triple, said in _said(statements) if Literal(True) in said.get(SH.deactivated.value, ())
    }
    return [quad for quad in statements if quad.triple not in off] if off else list(statements)


def _said(statements: Iterable[Quad]) -> Iterator[tuple[Triple, Said]]:
    """Yield the triples that reifiers stand for, with what is said of each."""
    found = [quad for quad in statements if quad.predicate == _REIFIES and isinstance(quad.object, Triple)]
    if not found:
        return
    rows: dict[Term, dict[str, list[Term]]] = {quad.subject: {} for quad in found}
    for quad in statements:
        if quad.subject in rows:
            rows[quad.subject].setdefault(quad.predicate.value, []).append(quad.object)
    yield from ((quad.object, rows[quad.subject]) for quad in found)  # type: ignore[misc]


def applied(results: Iterable[Result], shapes: Shapes) -> list[Result]:
    """Return the results with the severity and the message of the constraint that they come of."""
    own = _own(shapes)
    return [_applied(result, own.get((result.shape, result.component)), shapes) for result in results]


def _applied(result: Result, said: Said | None, shapes: Shapes) -> Result:
    if said is None:
        return result
    texts = [value for value in said.get(SH.message.value, ()) if isinstance(value, Literal)]
    if texts:
        bound = {"this": result.focus_node, "value": result.value}
        filled = {text.language or "": messages.filled(text.value, bound, shapes.prefixes) for text in texts}
        result = replace(result, messages=filled)
    for value in said.get(SH.severity.value, ()):
        level, own = severity.of(value)
        result = replace(result, severity=level, own_severity=own)
    return result


def _own(shapes: Shapes) -> dict[Constraint, Said]:
    """Return what is said of each constraint that is the only one of its component in its shape."""
    return {
        (str(getattr(triple.subject, "value", "")), _component(triple.predicate)): said
        for triple, said in _said(shapes.quads)
        if any(name in said for name in _OF_RESULTS) and not _is_mixed(triple, said, shapes)
    }


def _component(parameter: NamedNode) -> str:
    name = parameter.value.removeprefix(SH.iri)
    return f"{SH.iri}{name[0].upper()}{name[1:]}ConstraintComponent"


def _is_mixed(triple: Triple, said: Said, shapes: Shapes) -> bool:
    """Return whether results cannot tell of which constraint they come, or the severity is none."""
    alone = len(shapes.index.get(triple.subject, {}).get(triple.predicate.value, ())) == 1
    levels = said.get(SH.severity.value, ())
    named = triple.predicate not in (SH.property, SH.qualifiedValueShape)
    return not (alone and named and all(isinstance(level, NamedNode) for level in levels))


def left_out(shapes: Shapes) -> Iterator[tuple[Term, Message]]:
    """Yield what is said of a constraint and could not be taken over."""
    text = N_("what it says of one of its sh:{parameter}, sh:{name}, is not looked at")
    for triple, said in _said(shapes.quads):
        parameter = triple.predicate.value.removeprefix(SH.iri)
        for name in _OF_RESULTS:
            if name in said and _is_mixed(triple, said, shapes):
                yield triple.subject, Message(text, parameter=parameter, name=name.removeprefix(SH.iri))
