"""The diagram of an ontology, and what it says as a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from partnerkg.documentation import diagram, words
from partnerkg.documentation.relations import relations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.relations import Relations
    from partnerkg.documentation.view import Link, View


class Picture:
    """The main relations of an ontology, drawn and said in the language of a view."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def relations(self) -> Relations:
        """Return what is drawn; an ontology without object properties has nothing to draw."""
        return relations(self.view.ontology)

    def svg(self) -> str:
        """Return the diagram."""
        drawn = self.relations
        links = sum(map(len, drawn.links.values()))
        description = self.view.say(words.DIAGRAM_DESCRIPTION, boxes=len(drawn.boxes), links=links)
        title = self.view.say(words.DIAGRAM_TITLE)
        return diagram.svg(drawn, lambda iri: self.view.link(iri).name, title, description)

    def statements(self) -> Iterator[tuple[Link, Link, Link]]:
        """Yield what the diagram says: class, property, class."""
        for (start, end), properties in self.relations.links.items():
            for property_ in properties:
                yield self.view.link(start), self.view.link(property_), self.view.link(end)
