"""What follows from the graph: rules kept as files, run to a fixpoint; never stored with the truth."""

from __future__ import annotations

from partnerkg.infer.closure import INFERRED, Inferred, infer
from partnerkg.infer.rules import Rule, WrongRule, rules

__all__ = ["INFERRED", "Inferred", "Rule", "WrongRule", "infer", "rules"]
