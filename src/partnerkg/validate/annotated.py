"""What a query of shapes adds to its results: `sh:resultAnnotation` (SHACL Advanced Features §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index

SH = namespace("sh")


def of(node: Term, row: Mapping[str, Term], index: Index) -> tuple[tuple[str, Term], ...]:
    """Return properties and values that a constraint or validator adds to the result of a row."""
    declared = index.get(node, {}).get(SH.resultAnnotation.value, ())
    return tuple(sorted((pair for each in declared for pair in _each(index.get(each, {}), row)), key=str))


def _each(said: Mapping[str, Sequence[Term]], row: Mapping[str, Term]) -> Iterator[tuple[str, Term]]:
    for way in said.get(SH.annotationProperty.value, ()):
        if not isinstance(way, NamedNode):
            continue
        names = said.get(SH.annotationVarName.value, ())
        name = str(getattr(names[0], "value", "")) if names else _local(way.value)
        if name in row:
            yield way.value, row[name]
        else:
            yield from ((way.value, value) for value in said.get(SH.annotationValue.value, ()))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
