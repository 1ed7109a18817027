"""The rules of inference: one CONSTRUCT query a file of `ontology/rules/`, with a header."""

from __future__ import annotations

import os
from dataclasses import dataclass

from partnerkg import resources
from partnerkg.errors import N_, Message, PartnerkgError, Suggestion, WrongHeader, WrongSparql
from partnerkg.query import header as headers
from partnerkg.query.header import mapping, texts
from partnerkg.rdf import source
from partnerkg.sparql import guard
from partnerkg.sparql.query import CONSTRUCT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.query.header import Header

ONTOLOGY, VOCABULARY, ALIGNMENT = "ontology", "vocabulary", "alignment"
BASES = (ONTOLOGY, VOCABULARY, ALIGNMENT)
LANGUAGES = ("en", "fr")
_KEYS = ("summary", "order", "basis")


class WrongRule(PartnerkgError):
    message = N_("{path}: the rule is wrong: {reason}.")


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT query whose triples follow from the graph; `summary` is a text by language.

    `basis` says from what: `ontology` (its OWL axioms), `vocabulary` (what another vocabulary says of its
    own terms) or `alignment` (how we take a term for one of another vocabulary). Rules with a smaller
    `order` come first.
    """

    name: str
    path: str
    text: str
    summary: Mapping[str, str]
    order: int
    basis: str


def rules(project: str | None = None) -> list[Rule]:
    """Return the shipped rules and those of a project folder, in the order in which they run.

    A project's rule hides the shipped one of the same name. UnreadableFile, BrokenFile, WrongHeader or
    WrongRule for a rule that cannot be used.
    """
    folders = [resources.root(), *([project] if project else [])]
    paths = [path for folder in folders for path in _paths(folder)]
    found = {os.path.basename(path).removesuffix(".rq"): path for path in paths}
    return sorted((read(path) for path in found.values()), key=lambda rule: (rule.order, rule.name))


def _paths(folder: str) -> list[str]:
    return resources.files(os.path.join(folder, "ontology", "rules"), ".rq")


def read(path: str) -> Rule:
    """Return the rule in a file. MissingFile, UnreadableFile, BrokenFile, WrongHeader or WrongRule."""
    text = source.text(path).decode()
    header = headers.read(path, text)
    _check_header(header)
    _check_query(path, text)
    values = header.values
    return Rule(
        os.path.basename(path).removesuffix(".rq"),
        path,
        text,
        texts(values["summary"]),
        int(str(values["order"])),
        str(values["basis"]),
    )


def _check_header(header: Header) -> None:
    for key in header.values:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            reason = Message("there is no key `{key}`; there are {known}", key=key, known=known)
            raise header.wrong(key, reason)
    for key in _KEYS:
        if key not in header.values:
            raise WrongHeader(path=header.path, line=1, reason=Message("`{key}` is missing", key=key))
    for language in LANGUAGES:
        if not mapping(header.values["summary"]).get(language):
            reason = Message("`{key}` has no text in {language}", key="summary", language=language)
            raise header.wrong("summary", reason)
    _check_values(header)


def _check_values(header: Header) -> None:
    order, basis = header.values["order"], header.values["basis"]
    if not isinstance(order, int) or isinstance(order, bool):
        raise header.wrong("order", Message("`order` is a whole number"))
    if basis not in BASES:
        near = Suggestion(str(basis), BASES)
        known = ", ".join(BASES)
        reason = Message("`{value}` is not one of {known}; {near}", value=basis, known=known, near=near)
        raise header.wrong("basis", reason)


def _check_query(path: str, text: str) -> None:
    try:
        query = guard.checked(text)
    except WrongSparql as error:
        reason = Message(error.message, **error.details)
        raise WrongRule(path=path, reason=reason) from None
    if query.form != CONSTRUCT:
        raise WrongRule(path=path, reason=Message("it must be a CONSTRUCT query"))
