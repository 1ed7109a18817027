"""What a validation found, and every form that it is shown in."""

from __future__ import annotations

from partnerkg.model import given
from partnerkg.translation import translations
from partnerkg.validate import formats
from partnerkg.validate.findings import Findings
from partnerkg.visible import many


class Report(Findings):
    """The outcome of a validation, which says itself as text, JSON or Turtle, or in any form of `formats`."""

    def __repr__(self) -> str:
        verdict = "conforms" if self.conforms else "passes" if self.passes() else "does not conform"
        results, nodes = many(len(self.results), "result"), many(self.nodes, "node")
        return f"<Report: {verdict}, {results}, {nodes} checked>"

    def _repr_html_(self) -> str:
        """Return the verdict and a row for each rule that found something, for notebooks."""
        from partnerkg.validate.formats import notebook

        return notebook.html(self)

    def text(self, language: str | None = None) -> str:
        """Return the report for a person: what to do for each rule, up to three examples, and the count.

        In the language of the graph, else in English.
        """
        chosen = self.language if language is None else given.language(language)
        names = self.names if chosen == self.language else {}
        look = formats.Look(chosen, translations(chosen)[0], names)
        return self.written("text", look).removesuffix("\n")

    def to_json(self) -> str:
        """Return the report as JSON; terms as in SPARQL 1.1 Query Results JSON §3.2.2."""
        return self.written("json")

    def to_turtle(self) -> str:
        """Return the report as a sh:ValidationReport in Turtle; `sh:conforms` says there is no result."""
        return self.written("turtle")

    def written(self, name: str, look: formats.Look | None = None) -> str:
        """Return the report in a format of `validate.formats.NAMES`; UnknownFormat if there is none such."""
        return "".join(formats.lines(self, given.text(name, "name"), look))
