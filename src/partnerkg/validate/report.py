"""What a validation found, and every form that it is shown in."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.validate import formats
from partnerkg.validate.findings import Findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate


class Report(Findings):
    """The outcome of a validation, which says itself as text, JSON or Turtle, or in any form of `formats`."""

    def __repr__(self) -> str:
        verdict = "conforms" if self.conforms else "does not conform"
        return f"<Report: {verdict}, {len(self.results)} results, {self.nodes} nodes checked>"

    def text(self, language: str = "en", translate: Translate = N_) -> str:
        """Return the report for a person: what to do for each rule, up to three examples, and the count."""
        return self.written("text", formats.Look(language, translate)).removesuffix("\n")

    def to_json(self) -> str:
        """Return the report as JSON; terms as in SPARQL 1.1 Query Results JSON §3.2.2."""
        return self.written("json")

    def to_turtle(self) -> str:
        """Return the report as a sh:ValidationReport in Turtle; `sh:conforms` says there is no result."""
        return self.written("turtle")

    def written(self, name: str, look: formats.Look | None = None) -> str:
        """Return the report in a format of `validate.formats.NAMES`; UnknownFormat if there is none such."""
        return "".join(formats.lines(self, name, look))
