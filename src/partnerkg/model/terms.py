"""What a term is: all that can stand in a row of an answer."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

    Term = NamedNode | BlankNode | Literal | Triple
    Row = tuple[Term | None, ...]
    Substitutions = Mapping[Variable, Term]
