"""What an assistant may read by its address: organisations, sources, questions."""

from __future__ import annotations

from partnerkg.errors import N_, PartnerkgError
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.values import Question, Solutions

QUESTION = "partnerkg:question/"
_NAMED = """SELECT DISTINCT ?thing ?name ?spoken {
    { ?thing pk:nameStatus ?any ; skos:prefLabel ?name FILTER(CONTAINS(STR(?thing), "/id/organization/")) }
    UNION
    { ?thing a pk:Source ; dct:title ?name }
    BIND(LANG(?name) = "%s" AS ?spoken)
} ORDER BY STR(?thing) ?spoken STR(?name)"""  # the last name of a thing is the one that it keeps
_SAID = "SELECT DISTINCT ?property ?value { <%s> ?property ?value } ORDER BY STR(?property) STR(?value)"


class UnknownResource(PartnerkgError):
    message = N_("There is no resource `{address}`.")


def listed(graph: KnowledgeGraph) -> dict[str, str]:
    """Return the names of all resources by address."""
    answer = graph.sparql(_NAMED % graph.language, seconds=None)
    assert isinstance(answer, Solutions)
    named = {str(row["thing"]): str(row["name"]) for row in answer.records()}
    return named | {
        QUESTION + question.name: question.summary[graph.language] for question in graph.questions
    }


def read(graph: KnowledgeGraph, address: str) -> object:
    """Return what a resource says as plain Python; UnknownResource, or the errors of what it names."""
    if address.startswith(QUESTION):
        return _question(graph.questions[address.removeprefix(QUESTION)], graph.language)
    if address not in listed(graph):
        raise UnknownResource(address=address)
    if "/id/organization/" in address:
        return graph.organization(address).record()
    answer = graph.sparql(_SAID % address, seconds=None)
    assert isinstance(answer, Solutions)
    return answer.records()


def _question(question: Question, language: str) -> dict[str, object]:
    return {
        "name": question.name,
        "summary": question.summary[language],
        "description": question.description.get(language, ""),
        "columns": {name: said[language] for name, said in question.columns.items()},
        "parameters": {name: parameter.type.schema() for name, parameter in question.parameters.items()},
        "tags": list(question.tags),
        "sparql": question.text,
    }
