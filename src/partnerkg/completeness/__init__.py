"""Store and shapes → how complete the records are: what a good record needs, of whom it is known."""

from __future__ import annotations

from partnerkg.completeness.cell import Cell
from partnerkg.completeness.matrix import Completeness
from partnerkg.completeness.measuring import measure
from partnerkg.completeness.scores import Facet, Score, Step
from partnerkg.completeness.wanted import Wanted, wanted

__all__ = ["Cell", "Completeness", "Facet", "Score", "Step", "Wanted", "measure", "wanted"]
