"""How FAIR a release is, by the checks of FOOPS!, F-UJI and the data.europa.eu MQA that a folder can answer.

Nothing is fetched. A check is passed, failed, or open: open is what only a registered address, a DOI, a
registry or the web itself can decide, and it counts as not won.
"""

from __future__ import annotations

from partnerkg.fair.check import Check, Outcome
from partnerkg.fair.release import NoRelease, Release, read
from partnerkg.fair.score import Judged, Score, assess, frameworks
from partnerkg.fair.table import Framework

__all__ = [
    "Check",
    "Framework",
    "Judged",
    "NoRelease",
    "Outcome",
    "Release",
    "Score",
    "assess",
    "frameworks",
    "read",
]
