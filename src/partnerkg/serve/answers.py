"""What the JSON API answers, as plain values: each function runs in a process of the pool."""

from __future__ import annotations

import json

from partnerkg.errors import MissingParameter, Suggestion, UnknownQuery
from partnerkg.pipeline.ask import Asking, Bounds, outcome
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.publish.media import JSON, Document, typed
from partnerkg.pipeline.publish.sparql import rows as written
from partnerkg.pipeline.questions import fitting
from partnerkg.pipeline.values import Solutions
from partnerkg.serve import openapi
from partnerkg.serve.faults import UnknownArgument
from partnerkg.serve.tools import GENERAL, Tool, tools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.values import Question
    from partnerkg.serve.paging import Paging

    Json = dict[str, object]
    Given = Mapping[str, str]

# The general tools that strangers may use: those that neither open a file nor reach another server.
OPEN = ("search", "show", "why", "schema", "validate", "completeness", "missing")


def listed(graph: KnowledgeGraph, words: str, language: str) -> Document:
    """Return the questions of the catalogue, those with all these words if there are some."""
    found = fitting(graph, words)
    return _document({"queries": [_described(one.question, language) for one in found]})


def _described(question: Question, language: str) -> Json:
    return {
        "name": question.name,
        "summary": question.summary[language],
        "description": question.description.get(language, ""),
        "parameters": openapi.parameters(question, language),
        "columns": {name: said[language] for name, said in question.columns.items()},
        "tags": list(question.tags),
        "sparql": question.text,
    }


def asked(graph: KnowledgeGraph, name: str, given: Given, paging: Paging) -> tuple[Document, bool]:
    """Return a page of the answer to a question, and whether there is more."""
    question = graph.questions[name]
    _check(name, given, question.parameters, openapi.SHARED)
    graph.language = paging.language
    bounds = Bounds(paging.offset + paging.limit)
    reached = outcome(graph, Asking(question, dict(given), bounds, why=paging.why))
    assert isinstance(reached.answer, Solutions)
    answer = reached.answer[paging.offset :]
    assert isinstance(answer, Solutions)
    if paging.format != JSON:
        name = paging.format.rpartition("/")[2].replace("tab-separated-values", "tsv")
        return Document(written(answer, name, paging.bytes), typed(paging.format)), reached.cut
    return _document(_page(graph, question, answer, paging)), reached.cut


def _page(graph: KnowledgeGraph, question: Question, answer: Solutions, paging: Paging) -> Json:
    records = answer.records()
    answer.look = graph.look()
    found: Json = {
        "query": question.name,
        "summary": question.summary[paging.language],
        "columns": {name: said[paging.language] for name, said in question.columns.items()},
        "rows": records,
        "labels": answer.labels(),
        "completeness": answer.completeness.record() if answer.completeness else None,
        "nothing": answer.nothing.text(answer.look.translate) if answer.nothing else None,
    }
    if answer.leads:
        found["listed_by"] = [[lead.record() for lead in row] for row in answer.leads]
    if paging.why:
        found["why"] = [
            [proof.record(paging.language) for proof in proven.proofs] for proven in answer.proofs
        ]
    return found


def told(graph: KnowledgeGraph, name: str, given: Given, language: str) -> Document:
    """Return what a general tool says."""
    graph.language = language
    known = {tool.name: tool for tool in tools(graph) if tool.name in general()}
    if name not in known:
        raise UnknownQuery(name=name, suggestion=Suggestion(name, known))
    _check_tool(known[name], given)
    return _document(known[name].answer(dict(given)))


def general() -> list[str]:
    """Return the names of the general tools that have an address."""
    return [tool.name for tool in GENERAL if tool.name in OPEN]


def _check_tool(tool: Tool, given: Given) -> None:
    properties, required = tool.schema["properties"], tool.schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    _check(tool.name, given, properties, ("language",))
    for name in required:
        if name not in given:
            raise MissingParameter(query=tool.name, name=name, example="…")


def _check(query: str, given: Given, known: Mapping[str, object], shared: Iterable[str]) -> None:
    for name in given:
        if name not in known:
            takes = ", ".join([*known, *shared])
            raise UnknownArgument(name=name, query=query, suggestion=Suggestion(name, known), known=takes)


def described(graph: KnowledgeGraph, address: str, language: str) -> Document:
    """Return the description of the API (OpenAPI 3.1)."""
    known = [tool for tool in tools(graph) if tool.name in general()]
    return _document(openapi.document(graph.questions, known, address, Audience(language)))


def _document(value: object) -> Document:
    return Document((json.dumps(value, ensure_ascii=False) + "\n").encode(), JSON)
