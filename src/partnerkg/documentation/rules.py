"""The rules of the shapes in words: what each asks, how bad a finding is, what it then says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partnerkg.errors import N_
from partnerkg.namespaces import shorten
from partnerkg.validate import messages
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.severity import Severity
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

TARGETS = {
    "targetClass": N_("everything of the class {term}"),
    "targetNode": N_("{term} itself"),
    "targetSubjectsOf": N_("everything that has {term}"),
    "targetObjectsOf": N_("every value of {term}"),
    "targetWhere": N_("everything that fits {term}"),
    "target": N_("what its query finds"),
    "expression": N_("what its expression finds"),
}
BY_QUERY = N_("A query finds what breaks this rule.")
_SILENT = ("sparql", "flags", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "ignoredProperties")


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape on a page: `path` in prefixed names or "", `asks` what it wants, `by_query` if SPARQL says."""

    iri: str
    anchor: str
    name: str
    description: str
    severity: Severity
    path: str
    asks: tuple[str, ...]
    by_query: bool
    message: str
    targets: tuple[Target, ...]
    parts: tuple[Rule, ...] = ()


def of_class(shapes: Shapes, iri: str, language: str) -> list[Rule]:
    """Return the rules for the things of a class, in the order of the shapes."""
    return [_rule(shape, shapes, language) for shape in shapes.of_class(iri) if not shape.deactivated]


def others(shapes: Shapes, classes: set[str], language: str) -> list[Rule]:
    """Return the rules that target none of these classes, by IRI."""
    return [
        _rule(shape, shapes, language)
        for shape in shapes.targeted()
        if not any(getattr(target.term, "value", "") in classes for target in shape.targets)
    ]


def _rule(shape: Shape, shapes: Shapes, language: str) -> Rule:
    parts = (
        () if shape.path else tuple(_rule(part, shapes, language) for part in shapes.properties(shape.iri))
    )
    return Rule(
        shape.iri,
        f"shape-{shape.iri.rpartition('#')[2]}",
        in_language(shape.names, language),
        in_language(shape.descriptions, language),
        shape.severity,
        shape.path.text() if shape.path else "",
        tuple(_asks(shape, language)),
        any(predicate.endswith("#sparql") for predicate, _ in shape.constraints),
        in_language(shape.messages, language),
        shape.targets,
        parts,
    )


def _asks(shape: Shape, language: str) -> Iterator[str]:
    """Yield what each constraint wants, as the validator says it."""
    named = dict.fromkeys(predicate.rpartition("#")[2] for predicate, _ in shape.constraints)
    for parameter in named:
        if parameter in _SILENT:
            continue
        yield messages.generic(parameter[:1].upper() + parameter[1:], shape)[language]


def paths(rules: list[Rule]) -> dict[str, list[Rule]]:
    """Return the rules about one property, by its prefixed name."""
    by_path: dict[str, list[Rule]] = {}
    for rule in rules:
        for part in (rule, *rule.parts):
            if part.path:
                by_path.setdefault(part.path, []).append(part)
    return by_path


def title(rule: Rule) -> str:
    """Return the name of a rule, else its short IRI."""
    return rule.name or shorten(rule.iri)
