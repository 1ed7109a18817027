"""Store and shapes → how complete the records are: what a good record needs, of whom it is known."""

from __future__ import annotations

from partnerkg.completeness.matrix import Cell, Completeness, measure
from partnerkg.completeness.scores import Facet, Score, Step
from partnerkg.completeness.wanted import Wanted, wanted

__all__ = ["Cell", "Completeness", "Facet", "Score", "Step", "Wanted", "measure", "wanted"]
