"""How complete the records of a graph are, as what somebody holds who asks for it."""

from __future__ import annotations

from partnerkg.completeness.formats import notebook
from partnerkg.completeness.measured import Measured
from partnerkg.translation import speaking
from partnerkg.visible import many


@speaking(lambda found: found.language)
class Completeness(Measured):
    """What was measured, which says itself in a few words, or as tables in a notebook."""

    def __repr__(self) -> str:
        return f"<Completeness: {self.score.percent}% by weight, {many(len(self.cells), 'cell')}>"

    def _repr_html_(self) -> str:
        """Return the score and the share of each property of each class as tables for notebooks."""
        return notebook.html(self)
