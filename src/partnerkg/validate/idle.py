"""What of the shapes asks for nothing, though it stands there: it is said, for somebody wanted it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")
FIRST = namespace("rdf").first.value
_ASKING = frozenset(
    (
        *("property", "node", "and", "or", "xone", "not", "sparql", "class", "datatype", "nodeKind", "in"),
        *("hasValue", "minCount", "maxCount", "pattern", "closed", "minLength", "maxLength", "equals"),
        *("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "languageIn", "uniqueLang"),
    )
)
_ONE = Literal("1", datatype=namespace("xsd").boolean)
_MESSAGE = SH.message.value
_NEEDS = {  # a parameter that says nothing without one of others (SHACL §4)
    "flags": ("pattern",),
    "qualifiedMinCount": ("qualifiedValueShape",),
    "qualifiedMaxCount": ("qualifiedValueShape",),
    "qualifiedValueShapesDisjoint": ("qualifiedValueShape",),
    "qualifiedValueShape": ("qualifiedMinCount", "qualifiedMaxCount"),
}
_ONCE = (  # SHACL appendix A: at most one value; more are asked for together
    *("datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive", "maxExclusive"),
    *("maxInclusive", "minLength", "maxLength", "languageIn", "uniqueLang", "in", "qualifiedValueShape"),
    *("qualifiedMinCount", "qualifiedMaxCount", "closed", "severity", "flags"),
)
_EXACTLY_TRUE = ("deactivated", "uniqueLang", "singleLine", "uniqueMembers", "reificationRequired")


def parts(shapes: Shapes) -> Iterator[tuple[Term, Message]]:
    """Yield the shapes, or parts of one, that were not looked at because nothing asks for them."""
    for node in _unused(shapes):
        yield node, Message(N_("it has no target, and no shape that has one leads to it"))
    for shape in shapes:
        names = {predicate.removeprefix(SH.iri) for predicate, _ in shape.constraints}
        for name in sorted(names & _NEEDS.keys()):
            if not names.intersection(_NEEDS[name]):
                needs = ", ".join(f"sh:{one}" for one in _NEEDS[name])
                yield (
                    shape.node,
                    Message(N_("sh:{name} says nothing without {needs}"), name=name, needs=needs),
                )


def remarks(shapes: Shapes) -> Iterator[tuple[Term, Message]]:
    """Yield what was looked at, but otherwise than whoever wrote it may think."""
    for shape in shapes:
        yield from ((shape.node, said) for said in _remarks(shape, shapes.index.get(shape.node, {}), shapes))


def _remarks(shape: Shape, row: Mapping[str, Sequence[Term]], shapes: Shapes) -> Iterator[Message]:
    asks = shape.constraints or shape.properties or SH.rule.value in row or _has_own(shape, shapes)
    if shape.targets and not asks:
        yield Message(N_("it asks for nothing"))
    for name in _ONCE:
        count = len(row.get(SH.iri + name, ()))
        if count < 2:
            continue
        said = N_("it has {count} sh:{name}, where SHACL allows one; all are asked for")
        if name == "severity":
            said = N_("it has {count} sh:{name}, where SHACL allows one; the worst is taken")
        yield Message(said, count=count, name=name)
    for name in _EXACTLY_TRUE:
        if _ONE in row.get(SH.iri + name, ()):
            said = N_("sh:{name} is written 1, which is not the true that SHACL asks for; it is off")
            yield Message(said, name=name)
    if any(not isinstance(value, Literal) for value in row.get(_MESSAGE, ())):
        yield Message(N_("its sh:message is no text, so that it is not shown"))


def _has_own(shape: Shape, shapes: Shapes) -> bool:
    from partnerkg.validate.compiled import coverage

    return bool(coverage.own_parameters(shape, shapes))


def _reached(shapes: Shapes) -> set[str]:
    """Return the shapes that have a target, or that another such leads to, deactivated or not."""
    from partnerkg.validate.compiled import logic

    waiting = [shape.iri for shape in shapes if shape.targets]
    waiting += [str(getattr(each.term, "value", "")) for shape in shapes for each in shape.targets]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in shapes.by_iri and name not in found:
            found.add(name)
            waiting += logic.referred(shapes.by_iri[name], shapes)
    return found


def _unused(shapes: Shapes) -> Iterator[Term]:
    """Yield the uppermost of the nodes that ask for something and that nothing leads to."""
    used = _reached(shapes)
    led = {
        value
        for row in shapes.index.values()
        for name, values in row.items()
        if name.startswith(SH.iri) or name == FIRST
        for value in values
    }
    for node, row in shapes.index.items():
        asks = any(name.startswith(SH.iri) and name.removeprefix(SH.iri) in _ASKING for name in row)
        if asks and node not in led and str(getattr(node, "value", node)) not in used:
            yield node
