"""What the functions of this room give and take from lower rooms, by name, for those who annotate it."""

from __future__ import annotations

from partnerkg.query.catalogue import Parameter, Question

__all__ = ["Parameter", "Question"]
