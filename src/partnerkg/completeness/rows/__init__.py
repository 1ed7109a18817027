"""Completeness as rows that every format can show: gaps, rankings, groups, next steps, pages read."""

from __future__ import annotations

from partnerkg.completeness.rows.gaps import missing, steps
from partnerkg.completeness.rows.grouping import GROUPINGS, by_group, group, groups
from partnerkg.completeness.rows.page import pages
from partnerkg.completeness.rows.record import items, ranking, records
from partnerkg.completeness.rows.release import changes, spark, trend
from partnerkg.completeness.rows.terms import names

__all__ = [
    "GROUPINGS",
    "by_group",
    "changes",
    "group",
    "groups",
    "items",
    "missing",
    "names",
    "pages",
    "ranking",
    "records",
    "spark",
    "steps",
    "trend",
]
