"""A shape as a value: what it is called, what it says, whom it targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from partnerkg.namespaces import shorten
from partnerkg.validate.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Path


@dataclass(frozen=True, slots=True)
class Target:
    """How focus nodes are found: `kind` is the local name of SHACL §2.1.3, such as `targetClass`.

    What only the graph `beyond` says to be of the class is no target (`pk:leavesOut`); empty: any will do.
    """

    kind: str
    term: Term
    beyond: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which pages show property shapes; labels by language."""

    iri: str
    labels: Mapping[str, str]
    order: float


@dataclass(frozen=True, slots=True, repr=False)
class Shape:
    """A node shape (`path` is None) or property shape; texts by language, `""` where a text has none.

    `node` is the shape in its graph, `iri` its IRI, or the label of its blank node. `constraints` are its
    parameters (SHACL §4) as pairs of predicate IRI and value, sorted; `properties` the IRIs of its property
    shapes; `lists` the members of the RDF lists among its parameters, by their first node. `own_severity` is
    the IRI of a severity that is none of SHACL's.
    """

    iri: str
    node: Term
    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    messages: Mapping[str, str]
    severity: Severity
    path: Path | None
    group: str | None
    order: float
    targets: tuple[Target, ...]
    constraints: tuple[tuple[str, Term], ...]
    properties: tuple[str, ...]
    deactivated: bool = False
    lists: Mapping[Term, tuple[Term, ...]] = field(default_factory=dict, compare=False, repr=False)
    own_severity: str = ""

    def __repr__(self) -> str:
        return f"<Shape: {shorten(self.iri)}>"


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text in that language, else in English, else without language, else any; else ""."""
    for wanted in (language, "en", ""):
        if wanted in texts:
            return texts[wanted]
    return next(iter(texts.values()), "")
