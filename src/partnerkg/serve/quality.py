"""What an assistant may ask about the graph itself: what is in it, what is wrong with it, what it lacks."""

from __future__ import annotations

import json
from collections.abc import Iterator

from partnerkg.errors import N_, Message, WrongArgument
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.values import Solutions

Json = dict[str, object]
MOST_FINDINGS = 100
_USED = {
    "classes": """SELECT DISTINCT ?term (COUNT(DISTINCT ?thing) AS ?count) {
        GRAPH ?graph { ?thing a ?term } FILTER(?graph != graph:ontology) } GROUP BY ?term""",
    "properties": """SELECT DISTINCT ?term (COUNT(DISTINCT ?subject) AS ?count) {
        GRAPH ?graph { ?subject ?term ?value } FILTER(?graph != graph:ontology) } GROUP BY ?term""",
    "concepts": """SELECT DISTINCT ?term (COUNT(DISTINCT ?subject) AS ?count) {
        ?term a skos:Concept .
        OPTIONAL { GRAPH ?graph { ?subject ?property ?term } FILTER(?graph != graph:ontology) }
        } GROUP BY ?term""",
}


def schema(graph: KnowledgeGraph) -> Json:
    """Return the classes, properties and concepts, each with its label and how many things have it."""
    return {name: _counted(graph, text) for name, text in _USED.items()}


def _counted(graph: KnowledgeGraph, text: str) -> list[Json]:
    answer = graph.sparql(text, seconds=None)
    assert isinstance(answer, Solutions)
    labels = answer.labels()
    rows: Iterator[Json] = (
        {"iri": row["term"], "label": labels.get(str(row["term"])), "count": row["count"]}
        for row in answer.records()
    )
    return sorted(rows, key=lambda row: (-int(str(row["count"] or 0)), str(row["iri"])))


def validated(graph: KnowledgeGraph, name: str) -> Json:
    """Return what the shapes find wrong with or missing from one thing; at most MOST_FINDINGS."""
    report = graph.validate(focus=graph.organization(name).iri)
    return {
        "conforms": report.conforms,
        "passes": report.passes(),
        "findings": [
            {
                "severity": result.severity.name.lower(),
                "thing": getattr(result.focus_node, "value", str(result.focus_node)),
                "property": result.path.text() if result.path else None,
                "message": result.messages.get(graph.language) or next(iter(result.messages.values()), ""),
            }
            for result in report.results[:MOST_FINDINGS]
        ],
        "cut": len(report.results) > MOST_FINDINGS,
    }


def completeness(graph: KnowledgeGraph) -> Json:
    """Return how many records have what a good record of their class has, and the share of all."""
    found = graph.completeness()
    return {
        "percent": found.score.percent,
        "cells": [
            {
                "class": cell.wanted.class_,
                "property": cell.wanted.name(graph.language),
                "answered": cell.answered,
                "of": cell.of,
                "percent": cell.percent,
            }
            for cell in found.cells
        ],
    }


def changed(graph: KnowledgeGraph, before: str) -> Json:
    """Return what changed from an earlier graph on this machine: counts, at most MOST_FINDINGS organisations.

    WrongArgument for an address: these tools ask nobody else.
    """
    from partnerkg.pipeline.changes import diff

    if "://" in before:
        raise WrongArgument(name="before", what=Message(N_("a path on this machine")), value=before)
    found: Json = json.loads(diff(before, graph).text("json"))
    became = found.pop("organizations")
    found.pop("graphs")  # statement by statement: for programs, by `partnerkg diff`
    assert isinstance(became, dict)
    lists = {name: some for name, some in became.items() if isinstance(some, list)}
    some = {name: of[:MOST_FINDINGS] for name, of in lists.items()}
    cut = any(len(of) > MOST_FINDINGS for of in lists.values())
    return {**found, "organizations": {**became, **some}, "cut": cut}


def missing(graph: KnowledgeGraph, name: str) -> Json:
    """Return what the record of one organisation lacks of what a good one has."""
    organization = graph.organization(name)
    score = graph.completeness().of(organization.iri)
    return {
        "iri": organization.iri,
        "name": organization.name,
        "percent": score.percent,
        "missing": [wanted.name(graph.language) for wanted in score.missing],
    }
