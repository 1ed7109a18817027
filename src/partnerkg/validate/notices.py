"""What of the shapes was not looked at, and why: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import BlankNode, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate import computed, idle, misnamed, reified, vocabulary
from partnerkg.validate.compiled import coverage
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate
    from partnerkg.model.terms import Term
    from partnerkg.validate.places import Place
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH, RDF, OWL = namespace("sh"), namespace("rdf"), namespace("owl")
_TO_SHAPES = ("node", "property", "not", "qualifiedValueShape", "someValue", "memberShape", "reifierShape")
_LISTS = ("and", "or", "xone")
_PAIRS = ("equals", "disjoint", "lessThan", "lessThanOrEquals")  # of one property, for SHACL 1.0
_CLASSES = (namespace("rdfs").Literal, namespace("rdfs").Datatype, namespace("rdfs").Resource)


@dataclass(frozen=True, slots=True)
class Notice:
    """What was not looked at, or if nothing is `left_out`, what else must be known of the shapes.

    `shape` is what people call the shape or node that it is said of, `reason` what is said of it.
    """

    reason: Message
    shape: str = ""
    place: Place | None = None
    left_out: bool = True

    @property
    def message(self) -> Message:
        """Return what is said, and of which shape."""
        if not self.shape:
            return self.reason
        return Message(N_("{shape}: {text}"), shape=self.shape, text=self.reason)

    @property
    def kind(self) -> str:
        """Return what is the same for all that is said in these words, of whatever shape or term."""
        name = self.reason.details.get("name", "")
        return self.reason.template + (str(name) if "sh:{name}" in self.reason.template else "")

    def whole(self) -> Message:
        """Return it with its place first."""
        if self.place is None:
            return self.message
        return Message(N_("{place}: {what}"), place=self.place.text(), what=self.message)

    def text(self, translate: Translate = N_) -> str:
        """Return it as one line, its place first."""
        return self.whole().text(translate)


def of(shapes: Shapes, rules_ran: bool = False) -> tuple[Notice, ...]:
    """Return what is not looked at in the shapes, in the order of the files; their rules may have run."""
    found = [
        *(_notice(text, node, shapes) for node, text in misnamed.terms(shapes)),
        *(() if rules_ran else _rules(shapes)),
        *(_notice(text, node, shapes) for node, text in idle.parts(shapes)),
        *(_notice(text, node, shapes) for node, text in reified.left_out(shapes)),
        *(_notice(text, node, shapes) for node, text in computed.left_out(shapes)),
        *(replace(_notice(text, node, shapes), left_out=False) for node, text in idle.remarks(shapes)),
        *_nowhere(shapes),
        *_without_validator(shapes),
        *_without_query(shapes),
        *_imports(shapes),
        *_files(shapes),
        *_deactivated(shapes),
        *_no_datatypes(shapes),
        *_recursive(shapes),
    ]
    return tuple(sorted(found, key=_key))


def _key(notice: Notice) -> tuple[str, int, str]:
    return (
        notice.place.file if notice.place else "",
        (notice.place.line or 0) if notice.place else 0,
        str(notice.message),
    )


def _notice(text: Message, node: Term, shapes: Shapes) -> Notice:
    known = shapes.by_iri.get(_name(node))
    if known is not None:
        called = shapes.called(known.iri)
    else:
        called = short(node.value, shapes.prefixes) if isinstance(node, NamedNode) else ""
    return Notice(text, called, shapes.place(node))


def beyond_pyshacl(shapes: Shapes) -> Iterator[Notice]:
    """Yield what pySHACL does not look at, though the other engines do."""
    for shape in shapes:
        row = shapes.index.get(shape.node, {})
        names = [name for name in vocabulary.NEWER if SH[name].value in row]
        kinds = {target.kind for target in shape.targets}
        names += ["targetNode"] * ("expression" in kinds) + ["shape"] * ("shape" in kinds)
        for name in ("class", "datatype", "nodeKind", *_PAIRS):
            names += [name] * any(isinstance(value, BlankNode) for value in row.get(SH[name].value, ()))
        names += ["closed"] * (SH.ByTypes in row.get(SH.closed.value, ()))
        for name in names:
            yield _notice(
                Message(N_("pySHACL does not look at this sh:{name}"), name=name), shape.node, shapes
            )


def _rules(shapes: Shapes) -> Iterator[Notice]:
    for node, row in shapes.index.items():
        if SH.rule.value in row:
            what = N_(
                "its sh:rule is not run, so that the data are checked without what it would add; "
                "--rules once runs it"
            )
            yield _notice(Message(what), node, shapes)


def _nowhere(shapes: Shapes) -> Iterator[Notice]:
    """Yield the shapes that others lead to and no file describes."""
    for shape in shapes:
        for predicate, value in _referred(shape):
            if value not in shapes.index:
                name = short(_name(value), shapes.prefixes)
                text = Message(
                    N_("it leads to {name} ({by}), which is described nowhere"), name=name, by=predicate
                )
                yield _notice(text, shape.node, shapes)


def _referred(shape: Shape) -> Iterator[tuple[str, Term]]:
    for name in shape.properties:
        yield "sh:property", NamedNode(name) if ":" in name else shape.node
    for predicate, value in shape.constraints:
        name = predicate.removeprefix(SH.iri)
        if name in _TO_SHAPES:
            yield f"sh:{name}", value
        elif name in _LISTS:
            yield from ((f"sh:{name}", member) for member in shape.lists[value])


def _without_validator(shapes: Shapes) -> Iterator[Notice]:
    """Yield the constraints whose component has no validator: SHACL ignores them (§6.2.3)."""
    from partnerkg.validate.exact import components

    for component in components.read(shapes.index):
        for shape in shapes:
            if component.of(shape) is None and any(component.given(shape, shapes.index)):
                name = short(component.iri, shapes.prefixes)
                text = Message(N_("{name} has no validator that could look at it"), name=name)
                yield _notice(text, shape.node, shapes)


def _without_query(shapes: Shapes) -> Iterator[Notice]:
    """Yield the targets that say in no way that is known here which nodes they have."""
    from partnerkg.validate.exact import targets

    for shape in shapes:
        for target in shape.targets:
            if target.kind not in ("target", "expression") or targets.is_clear(target, shapes):
                continue
            if target.kind == "target":
                text = Message(N_("its sh:target has no sh:select: nobody can tell which nodes it means"))
            else:
                text = Message(
                    N_("its sh:targetNode is a node without name that is neither a path nor has sh:select")
                )
            yield _notice(text, shape.node, shapes)


def _imports(shapes: Shapes) -> Iterator[Notice]:
    """Yield the imports that were not followed: what they name is no part of the files."""
    for node, row in shapes.index.items():
        for value in row.get(OWL.imports.value, ()):
            if value not in shapes.index and not _is_prefix_table(row):
                text = Message(N_("owl:imports {name} is not followed; add its file"), name=_name(value))
                yield _notice(text, node, shapes)


def _is_prefix_table(row: object) -> bool:
    return isinstance(row, dict) and SH.declare.value in row and len(row) == 1


def _files(shapes: Shapes) -> Iterator[Notice]:
    """Yield the files of several in which nothing is a shape, or belongs to one."""
    files = dict.fromkeys((*shapes.sources, *shapes.files.values()))
    used = {shapes.files[shape.node] for shape in shapes if shape.node in shapes.files}
    used |= {file for node, file in shapes.files.items() if _serves(node, shapes)}
    if len(files) > 1:
        from partnerkg.validate.places import Place

        for file in files:
            if file not in used:
                yield Notice(Message(N_("there is no shape in this file")), place=Place(file))


def _deactivated(shapes: Shapes) -> Iterator[Notice]:
    """Yield that nothing was looked at, if that is so because every shape with a target is deactivated."""
    if not shapes.targeted() and any(shape.targets for shape in shapes):
        yield Notice(Message(N_("every shape with a target is deactivated")))


def _no_datatypes(shapes: Shapes) -> Iterator[Notice]:
    """Yield the datatypes that no literal has, for they are classes."""
    for shape in shapes:
        for predicate, value in shape.constraints:
            if predicate == SH.datatype.value and value in _CLASSES:
                name = short(_name(value), shapes.prefixes)
                text = Message(
                    N_("no literal has the datatype {name}; sh:nodeKind sh:Literal asks for any"), name=name
                )
                yield replace(_notice(text, shape.node, shapes), left_out=False)


def _serves(node: Term, shapes: Shapes) -> bool:
    return any(predicate.startswith(SH.iri) for predicate in shapes.index.get(node, {}))


def _recursive(shapes: Shapes) -> Iterator[Notice]:
    """Yield the shapes that lead back to themselves: SHACL leaves open what that means (§3.4.3)."""
    for name in sorted(coverage.recursive(shapes)):
        shape = shapes.by_iri[name]
        if isinstance(shape.node, NamedNode):
            text = Message(
                N_("it leads back to itself, which SHACL leaves open; a node met again is taken to fit")
            )
            yield replace(_notice(text, shape.node, shapes), left_out=False)


def _name(node: Term) -> str:
    return str(getattr(node, "value", node))
