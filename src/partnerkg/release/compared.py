"""What differs between two graphs: the statements, and what became of the organisations."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnerkg.rdf.difference import Difference
from partnerkg.release.organizations import Organizations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import BlankNode, NamedNode


@dataclass(frozen=True)
class Compared:
    """The exact `difference` of two graphs, and what became of the `organizations`; true if they differ.

    `language` is that of a notebook that shows it.
    """

    difference: Difference
    organizations: Organizations
    language: str = field(default="en", compare=False)

    def __bool__(self) -> bool:
        return bool(self.difference)

    @property
    def subjects(self) -> frozenset[NamedNode | BlankNode]:
        """Return the things that are described differently."""
        return self.difference.subjects
