"""The rules of the shapes where a page shows them: with the class they are for, the property they look at."""

from __future__ import annotations

from functools import cached_property

from partnerkg.documentation import rules
from partnerkg.documentation.terms import CLASS, PROPERTY
from partnerkg.namespaces import shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.rules import Rule
    from partnerkg.documentation.terms import Entry
    from partnerkg.documentation.view import View
    from partnerkg.validate.shape import Target
    from partnerkg.validate.shapes import Shapes


class Checks:
    """The rules in the language of a view."""

    def __init__(self, view: View, shapes: Shapes) -> None:
        self.view = view
        self.shapes = shapes

    @cached_property
    def _by_class(self) -> dict[str, list[Rule]]:
        classes = self.view.ontology.of(CLASS)
        return {one.iri: rules.of_class(self.shapes, one.iri, self.view.language) for one in classes}

    @cached_property
    def others(self) -> list[Rule]:
        """Return the rules that are for no class of the ontology."""
        return rules.others(self.shapes, set(self._by_class), self.view.language)

    @cached_property
    def _by_path(self) -> dict[str, list[Rule]]:
        return rules.paths([*(rule for some in self._by_class.values() for rule in some), *self.others])

    def of(self, entry: Entry) -> list[Rule]:
        """Return the rules for the things of a class; a rule for two classes stands with the first."""
        return [rule for rule in self._by_class.get(entry.iri, []) if self._first[rule.iri] == entry.iri]

    @cached_property
    def _first(self) -> dict[str, str]:
        first: dict[str, str] = {}
        for class_, some in self._by_class.items():
            for rule in some:
                first.setdefault(rule.iri, class_)
        return first

    def about(self, entry: Entry) -> list[Rule]:
        """Return the rules that stand elsewhere on the page and look at a property."""
        return self._by_path.get(shorten(entry.iri), []) if entry.sort == PROPERTY else []

    def title(self, rule: Rule) -> str:
        """Return the name of a rule."""
        return rules.title(rule)

    def target(self, target: Target) -> str:
        """Return for what a rule holds, in words."""
        return self.view.say(rules.TARGETS[target.kind], term=shorten(getattr(target.term, "value", "")))

    def asks(self, rule: Rule) -> list[str]:
        """Return what a rule asks, in sentences."""
        return [*rule.asks, *([self.view.say(rules.BY_QUERY)] if rule.by_query else [])]

    def severity(self, rule: Rule) -> str:
        """Return how bad it is to break a rule."""
        from partnerkg.validate.sentences import SEVERITIES

        return self.view.say(SEVERITIES[rule.severity])
