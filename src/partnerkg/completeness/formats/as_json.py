"""The whole as one JSON object: each cell with the SPARQL queries that list the things of its numbers."""

from __future__ import annotations

import json

from partnerkg.completeness.formats.as_csv import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.formats import View
    from partnerkg.completeness.scores import Facet

PAGE_QUERIES = {
    "items": "source_readings",
    "quotes": "source_readings",
    "claims": "source_readings",
    "doubtful": "claim_interpretations",
    "covered": "source_coverage",
    "gaps": "source_gaps",
}


def lines(view: View) -> Iterator[str]:
    """Yield the object; `records` and `pages` are two measures and never one number."""
    score = view.found.score
    whole = {
        "records": {
            "score": _facet(score.all),
            "expected": _facet(score.expected),
            "nice": _facet(score.nice),
            "facets": {view.facet(facet): _facet(found) for facet, found in score.facets.items()},
            "not_measured": [
                {"shape": one.shape, "reason": one.reason.text(view.translate)}
                for one in view.found.uncounted
            ],
            "cells": [{**record(cell, view), "queries": dict(cell.queries)} for cell in view.found.cells],
            "steps": [
                {
                    "points": round(step.gain, 3),
                    "class": step.wanted.class_,
                    "property": step.wanted.key,
                    "missing": step.missing,
                    "command": view.found.command(step.wanted),
                }
                for step in view.found.steps()
            ],
        },
        "pages": {"queries": PAGE_QUERIES, "read": [dict(page) for page in view.pages]},
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _facet(found: Facet) -> dict[str, object]:
    return {
        "answered": found.answered,
        "of": found.of,
        "points": round(found.points, 3),
        "worth": round(found.worth, 3),
        "percent_by_weight": found.percent,
    }
