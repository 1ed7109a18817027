"""The description of the API, written from the catalogue (OpenAPI 3.1)."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.values import Parameter, Question
    from partnerkg.serve.tools import Tool

    Json = dict[str, object]

SHARED: dict[str, tuple[Json, str]] = {
    "limit": ({"type": "integer", "minimum": 1, "maximum": 10_000, "default": 100}, N_("how many rows")),
    "offset": (
        {"type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0},
        N_("how many rows before them"),
    ),
    "language": ({"type": "string", "enum": ["en", "fr"]}, N_("the language of names and sentences")),
    "why": ({"type": "boolean", "default": False}, N_("the words that prove each row, too")),
}
_FAULTS = {
    "400": N_("A value is wrong, missing, or no parameter of this question."),
    "404": N_("There is no such question, or nothing in the graph goes by this name."),
    "406": N_("There is no answer of this type."),
    "422": N_("The answer takes more than is allowed here."),
    "503": N_("Too much is asked at once; Retry-After says when to come back."),
}
_ABOUT = N_("The questions of the catalogue, and what is said of a thing.")
_PLAIN: Json = {"type": ["string", "number", "integer", "boolean", "null"]}
_PROBLEM: Json = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


def document(questions: Iterable[Question], tools: Iterable[Tool], address: str, audience: Audience) -> Json:
    """Return the description of the API at an address."""
    paths: Json = {f"/api/queries/{one.name}": _of_question(one, audience) for one in questions}
    paths |= {f"/api/{tool.name}": _of_tool(tool, audience) for tool in tools}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "partnerkg",
            "version": VERSION,
            "description": audience.translate(
                N_("The questions of the catalogue, and what is said of a thing.")
            ),
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": address}],
        "paths": {"/api/queries": _of_list(audience), **paths},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def parameters(question: Question, language: str) -> list[Json]:
    """Return what a question must be told."""
    return [_parameter(parameter, language) for parameter in question.parameters.values()]


def _parameter(parameter: Parameter, language: str) -> Json:
    schema = dict(parameter.type.schema())
    if parameter.default is not None:
        schema["default"] = float(parameter.default) if schema["type"] == "number" else parameter.default
    said = parameter.description.get(language, "") or parameter.class_ or parameter.type.name
    return {
        "name": parameter.name,
        "in": "query",
        "required": not parameter.optional and parameter.default is None,
        "description": said,
        "schema": schema,
        "example": float(parameter.example) if schema["type"] == "number" else parameter.example,
    }


def _shared(audience: Audience, *names: str) -> list[Json]:
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": audience.translate(SHARED[name][1]),
            "schema": SHARED[name][0],
        }
        for name in names
    ]


def _of_question(question: Question, audience: Audience) -> Json:
    row = {"type": "object", "properties": dict.fromkeys(question.columns, _PLAIN)}
    answer: Json = {
        "type": "object",
        "required": ["query", "columns", "rows", "labels", "completeness", "next"],
        "properties": {
            "query": {"const": question.name},
            "columns": {"type": "object"},
            "rows": {"type": "array", "items": row},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "completeness": {"type": ["object", "null"]},
            "nothing": {"type": ["string", "null"]},
            "listed_by": {"type": "array", "items": {"type": "array", "items": {"type": "object"}}},
            "next": {"type": ["string", "null"]},
        },
    }
    return {
        "get": {
            "operationId": question.name,
            "summary": question.summary[audience.language],
            "tags": list(question.tags),
            "parameters": [*parameters(question, audience.language), *_shared(audience, *SHARED)],
            "responses": _responses(answer, question.summary[audience.language], audience, "text/csv"),
        }
    }


def _of_tool(tool: Tool, audience: Audience) -> Json:
    properties, required = tool.schema["properties"], tool.schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    own = [
        {"name": name, "in": "query", "required": name in required, "schema": schema}
        for name, schema in properties.items()
    ]
    return {
        "get": {
            "operationId": tool.name,
            "summary": tool.description,
            "parameters": [*own, *_shared(audience, "language")],
            "responses": _responses({}, tool.description, audience),
        }
    }


def _of_list(audience: Audience) -> Json:
    about = audience.translate(N_("The questions of the catalogue, those with all the words that are given."))
    words: Json = {"name": "words", "in": "query", "required": False, "schema": {"type": "string"}}
    return {
        "get": {
            "operationId": "queries",
            "summary": about,
            "parameters": [words, *_shared(audience, "language")],
            "responses": _responses({"type": "object", "required": ["queries"]}, about, audience),
        }
    }


def _responses(schema: Json, about: str, audience: Audience, *others: str) -> Mapping[str, object]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    faults = {
        code: {"description": audience.translate(said), "content": problem} for code, said in _FAULTS.items()
    }
    content = {"application/json": {"schema": schema}, **{other: {} for other in others}}
    return {"200": {"description": about, "content": content}, **faults}
