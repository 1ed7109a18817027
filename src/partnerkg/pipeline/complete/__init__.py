"""How complete the records are: measured, shown from several sides, kept for each release and compared."""

from __future__ import annotations

from partnerkg.completeness.formats import NAMES as FORMATS
from partnerkg.completeness.rows import GROUPINGS
from partnerkg.pipeline.complete.measuring import Measuring, measured
from partnerkg.pipeline.complete.organization import organization
from partnerkg.pipeline.complete.releases import against, history, record
from partnerkg.pipeline.complete.views import groups, missing, ranking, steps
from partnerkg.pipeline.complete.whole import ENDINGS, whole

__all__ = [
    "ENDINGS",
    "FORMATS",
    "GROUPINGS",
    "Measuring",
    "against",
    "groups",
    "history",
    "measured",
    "missing",
    "organization",
    "ranking",
    "record",
    "steps",
    "whole",
]
