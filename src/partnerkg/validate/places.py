"""Where shapes stand: which other shape leads to one without name, in which file, on which line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.shape import Shape

SH = namespace("sh")
STEP = " › "
LARGEST = 1 << 24  # bytes of a file that is looked through for a line


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and a line of it if that is known."""

    file: str
    line: int | None = None

    def text(self) -> Message:
        """Return both for a person."""
        if self.line is None:
            return Message(N_("{file}"), file=self.file)
        return Message(N_("{file}, line {line}"), file=self.file, line=self.line)


def names(shapes: Mapping[str, Shape], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return what shapes without IRI are called: the shape that leads to each, and how."""
    found: dict[str, str] = {}
    waiting = [shape for shape in shapes.values() if isinstance(shape.node, NamedNode)]
    roots = [shape for shape in shapes.values() if isinstance(shape.node, BlankNode)]
    while waiting or roots:
        if not waiting:
            root = roots.pop(0)
            if root.iri in found:
                continue
            found[root.iri] = _unlike(_root(root, prefixes), found)
            waiting = [root]
        shape = waiting.pop(0)
        above = found.get(shape.iri) or short(shape.iri, prefixes)
        for name, step in _below(shape, shapes, prefixes):
            child = shapes.get(name)
            if child is not None and isinstance(child.node, BlankNode) and name not in found:
                found[name] = _unlike(f"{above}{STEP}{step}", found)
                waiting.append(child)
    return found


def _unlike(name: str, found: dict[str, str]) -> str:
    number = 1 + sum(other == name or other.startswith(f"{name} (") for other in found.values())
    return name if number == 1 else f"{name} ({number})"


def _root(shape: Shape, prefixes: Mapping[str, str]) -> str:
    targets = [short(_name(target.term), prefixes) for target in shape.targets]
    way = [shape.path.text(lambda iri: short(iri, prefixes))] if shape.path else []
    return f"[{' '.join([*targets, *way])}]"


def _below(
    shape: Shape, shapes: Mapping[str, Shape], prefixes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for name in shape.properties:
        child = shapes.get(name)
        way = child.path if child else None
        yield name, way.text(lambda iri: short(iri, prefixes)) if way else "property"
    for predicate, value in shape.constraints:
        role = predicate.removeprefix(SH.iri)
        members = shape.lists.get(value)
        if members is None:
            yield _name(value), role
        for number, member in enumerate(members or (), start=1):
            yield _name(member), f"{role} {number}"


def place(node: Term, files: Mapping[Term, str], index: Index, prefixes: Mapping[str, str]) -> Place | None:
    """Return the file and line where a node of the shapes is described, None if no file is known."""
    file = files.get(node)
    if file is None:
        return None
    text = lines(file)
    if isinstance(node, NamedNode):
        return Place(file, _line_of(node.value, prefixes, text))
    own = _text_within(node, index)
    found = next((number for number, line in enumerate(text, 1) if own and own in line), None)
    return Place(file, found or _line_of(owner(node, index), prefixes, text))


def _line_of(iri: str, prefixes: Mapping[str, str], text: tuple[str, ...]) -> int | None:
    named = f"(?:{re.escape(short(iri, prefixes))}|<{re.escape(iri)}>)(?![\\w-])"
    for pattern in (rf"^\s*(?:\S+[.;]\s*)?{named}", rf"(?<![\w-]){named}"):
        found = re.compile(pattern)
        line = next((number for number, line in enumerate(text, 1) if found.search(line)), None)
        if line is not None:
            return line
    return None


def _text_within(node: Term, index: Index) -> str:
    """Return a line of text that only this node has, such as the first of its query."""
    for predicate in (SH.select, SH.ask, SH.pattern):
        for value in index.get(node, {}).get(predicate.value, ()):
            if isinstance(value, Literal) and value.value.strip():
                return value.value.strip().splitlines()[0].strip()
    return ""


def owner(node: Term, index: Index) -> str:
    """Return the IRI of the nearest named subject from which a node can be reached, "" if there is none."""
    seen: set[Term] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop(0)
        for subject, row in index.items():
            if subject not in seen and any(here in values for values in row.values()):
                if isinstance(subject, NamedNode):
                    return subject.value
                seen.add(subject)
                waiting.append(subject)
    return ""


def _name(node: Term) -> str:
    return str(getattr(node, "value", node))


@lru_cache(maxsize=16)
def lines(file: str) -> tuple[str, ...]:
    """Return the lines of a file of text, none if it cannot be read."""
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return tuple(opened.read(LARGEST).splitlines())
    except (OSError, ValueError):
        return ()
