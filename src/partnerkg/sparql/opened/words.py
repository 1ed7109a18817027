"""The words of a query: what a name in it stands for, and names that it does not use."""

from __future__ import annotations

from itertools import count

from pyoxigraph import NamedNode, RdfFormat, Variable, parse

from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.opened.shapes import Opened
    from partnerkg.sparql.query import Query

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_ANY = "<urn:x> <urn:x> "


class Words:
    """The names of a query; its `prologue` declares prefixes and base as the query does.

    `some` says that of what is grouped in it some will do; `loose` are these parts, and what is around them.
    """

    def __init__(self, query: Query, *, some: bool = False) -> None:
        self.prologue = query.prologue
        self.some = some
        self.loose: list[tuple[Opened, Opened]] = []
        self._known: dict[str, Term | Variable] = {"a": _TYPE}
        self._count = count(1)
        self._blank: dict[str, str] = {}

    def fresh(self, label: str | None = None) -> str:
        """Return a variable that the query does not use, the same one for the same label."""
        if label is None:
            return f"?opened_{next(self._count)}"
        return self._blank.setdefault(label, f"?opened_{next(self._count)}")

    def term(self, text: str) -> Term | Variable:
        """Return the term or variable that a word of the query is; SyntaxError if it is none."""
        if text[0] in "?$":
            return Variable(text[1:])
        if text not in self._known:
            # SPARQL writes terms as Turtle does, prefixes and base included (SPARQL 1.1 §19.8).
            table = "".join(f"PREFIX {name}: <{iri}> " for name, iri in prefixes().items())
            (triple,) = parse(f"{table}{self.prologue}{_ANY}{text} .".encode(), RdfFormat.TURTLE)
            self._known[text] = triple.object
        return self._known[text]
