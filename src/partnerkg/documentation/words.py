"""The sentences of the pages, by the names that the template uses."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.translation import Several

WORDS = {
    "contents": N_("Contents"),
    "about": N_("About this ontology"),
    "address": N_("Address"),
    "version": N_("Version"),
    "version_address": N_("Address of this version"),
    "issued": N_("Published"),
    "licence": N_("Licence"),
    "cite": N_("How to cite"),
    "prefix": N_("Prefix"),
    "file": N_("The ontology as a file"),
    "diagram": N_("Diagram"),
    "same": N_("The same relations as a list"),
    "classes": N_("Classes"),
    "properties": N_("Properties"),
    "schemes": N_("Concepts"),
    "rules": N_("Other rules"),
    "foreign": N_("Terms of other vocabularies"),
    "foreign_intro": N_("The graph and the ontology use these terms as their vocabularies define them."),
    "term": N_("term"),
    "name": N_("name"),
    "used": N_("used"),
    "deprecated": N_("withdrawn"),
    "current": N_("current"),
    "also": N_("Also called"),
    "example": N_("Example"),
    "scope": N_("Scope"),
    "considered": N_("Editorial note"),
    "checked": N_("What is checked"),
    "holds_for": N_("Holds for"),
    "when_not": N_("When it is not so:"),
    "written": N_(
        "This page was written from the files of the ontology and of its shapes; counts are of the graph."
    ),
}
DIAGRAM_TITLE = N_("The classes and their main relations")
DIAGRAM_DESCRIPTION = N_(
    "{boxes} classes as boxes, with the classes below each, and {links} relations as arrows; the list below "
    "says the same in words."
)
SORTS = {
    "class": N_("class"),
    "scheme": N_("concept scheme"),
    "concept": N_("concept"),
}
PROPERTIES = {
    "ObjectProperty": N_("property that leads to a thing"),
    "DatatypeProperty": N_("property that leads to a value"),
    "AnnotationProperty": N_("property that annotates"),
    "Property": N_("property"),
}
UNUSED = N_("not used")


def used(sort: str, count: int) -> Message:
    """Return how often the graph uses a term of a sort."""
    if not count:
        return Message(UNUSED)
    if sort == "class":
        return Several("{count} thing", "{count} things", count)
    if sort == "concept":
        return Several("named {count} time", "named {count} times", count)
    return Several("{count} triple", "{count} triples", count)
