"""What an assistant may ask: every question of the catalogue, and a few general tools; all only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from partnerkg.errors import (
    N_,
    Message,
    MissingParameter,
    Suggestion,
    UnknownParameter,
    WrongArgument,
)
from partnerkg.pipeline.ask import Asking, Bounds, outcome
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.lacking import noted
from partnerkg.pipeline.values import Parameter, Question, Solutions
from partnerkg.serve import quality

Json = dict[str, object]
MOST_ROWS = 200
SECONDS = 10.0


@dataclass(frozen=True)
class Tool:
    """A tool by name: what it is for, what it takes (JSON Schema), and what answers it."""

    name: str
    description: str
    schema: Json
    answer: Callable[[Mapping[str, object]], object]


def _sparql(graph: KnowledgeGraph, text: str) -> Json:
    """Return an answer, with what it lacks as `notes`."""
    with noted() as lacks:
        found = _answered(graph, text)
    return {**found, "notes": [*map(str, lacks)]} if lacks else found


def _answered(graph: KnowledgeGraph, text: str) -> Json:
    reached = outcome(graph, Asking(text, bounds=Bounds(MOST_ROWS, SECONDS)))
    answer = reached.answer
    if isinstance(answer, Solutions):
        return {"rows": answer.records(), "cut": reached.cut}
    if isinstance(answer, bool):
        return {"answer": answer}
    return {"triples": [f"{triple} ." for triple in answer], "cut": reached.cut}


class General(NamedTuple):
    """A tool that is no question: what it does with texts, by the names of its arguments."""

    name: str
    description: str
    arguments: tuple[str, ...]
    answer: Callable[..., object]


GENERAL = (
    General(
        "search",
        "Find organisations, places, sources, concepts, classes, properties and questions by words in any "
        "spelling, the best first: what goes by all the words, else what goes by some. `id` is what other "
        "tools take; that of a question is the name of its tool.",
        ("text",),
        lambda graph, text: [found.record() for found in graph.search(text, limit=20)],
    ),
    General(
        "show",
        "Everything said of one organisation or group: names, kinds, towns, relations, quotes.",
        ("name",),
        lambda graph, name: graph.organization(name).record(),
    ),
    General(
        "why",
        "The words that prove a statement: claim, status, quote under its heading, place in the page, day. "
        "Terms are names, slugs, prefixed names, IRIs or plain text; `property` is a prefixed name such as "
        "org:memberOf.",
        ("subject", "property", "object"),
        lambda graph, *statement: [proof.record(graph.language) for proof in graph.why(*statement)],
    ),
    General(
        "schema",
        "The classes, properties and concepts of the graph, each with its label and how many things have it.",
        (),
        quality.schema,
    ),
    General(
        "validate",
        "What the rules find wrong with one organisation, or missing from it.",
        ("name",),
        quality.validated,
    ),
    General(
        "completeness",
        "How complete the records are: by class and property, how many of how many have it.",
        (),
        quality.completeness,
    ),
    General("missing", "What the record of one organisation lacks.", ("name",), quality.missing),
    General(
        "diff",
        "What changed from an earlier graph to this one: counts, organisations, statements. `before` is a "
        "path on this machine: a project, a release folder or an RDF file.",
        ("before",),
        quality.changed,
    ),
    General(
        "sparql",
        f"Any SPARQL query (SELECT, ASK, CONSTRUCT), at most {MOST_ROWS} rows and {SECONDS:g} seconds. "
        "The prefixes of the project need not be declared; the default graph is the union of all graphs.",
        ("query",),
        _sparql,
    ),
)


def tools(graph: KnowledgeGraph) -> Iterator[Tool]:
    """Yield the general tools, then one for each question of the catalogue."""
    for general in GENERAL:
        yield _general(graph, general)
    for question in graph.questions:
        yield _question(graph, question)


def _general(graph: KnowledgeGraph, general: General) -> Tool:
    return Tool(
        general.name,
        general.description,
        _schema({name: {"type": "string"} for name in general.arguments}, list(general.arguments)),
        lambda given: general.answer(graph, *(_text(given, name) for name in general.arguments)),
    )


def _schema(properties: Json, required: list[str]) -> Json:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _question(graph: KnowledgeGraph, question: Question) -> Tool:
    parameters = question.parameters
    return Tool(
        question.name,
        question.summary[graph.language],
        _schema(
            {name: _parameter(parameter, graph.language) for name, parameter in parameters.items()},
            [name for name, given in parameters.items() if not given.optional and given.default is None],
        ),
        lambda given: _rows(graph.query(question.name, **given)),
    )


def _parameter(parameter: Parameter, language: str) -> Json:
    said = parameter.description.get(language, "")
    kind = parameter.class_ or parameter.type.name
    default = f"; by default {parameter.default}" if parameter.default else ""
    more = f"({kind}; for example {parameter.example}{default})"
    return {**parameter.type.schema(), "description": f"{said} {more}".strip()}


def _rows(solutions: Solutions) -> Json:
    found: Json = {"rows": solutions[:MOST_ROWS].labelled().records(), "cut": len(solutions) > MOST_ROWS}
    if solutions.leads:
        found["listed_by"] = [[lead.record() for lead in row] for row in solutions.leads[:MOST_ROWS]]
    if solutions.completeness:
        found["completeness"] = solutions.completeness.record()
    if solutions.nothing:
        translate = solutions.look.translate if solutions.look else N_
        found["nothing"] = solutions.nothing.text(translate)
    return found


def _text(given: Mapping[str, object], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise WrongArgument(name=name, what=Message("a text"), value=value)
    return value


def check(tool: Tool, given: Mapping[str, object]) -> None:
    """Raise MissingParameter or UnknownParameter unless the arguments are those of the tool."""
    properties, required = tool.schema["properties"], tool.schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    for name in given:
        if name not in properties:
            known = ", ".join(properties) or Message("nothing")
            near = Suggestion(name, properties)
            raise UnknownParameter(query=tool.name, name=name, suggestion=near, known=known)
    for name in required:
        if name not in given:
            raise MissingParameter(query=tool.name, name=name, example="…")
