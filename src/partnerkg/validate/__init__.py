"""Data and shapes → a report for the person who can put things right."""

from __future__ import annotations

from partnerkg.validate.engine import NotCompiled, validate
from partnerkg.validate.reading import load, meta, shipped
from partnerkg.validate.report import Report
from partnerkg.validate.result import Checked, Result, Rule, Unmet
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import Group, Shape
from partnerkg.validate.shapes import Shapes, WrongShape, WrongShapes

__all__ = [
    "Checked",
    "Group",
    "NotCompiled",
    "Report",
    "Result",
    "Rule",
    "Severity",
    "Shape",
    "Shapes",
    "Unmet",
    "WrongShape",
    "WrongShapes",
    "load",
    "meta",
    "shipped",
    "validate",
]
