"""SPARQL text as tokens: enough to know what a query asks for before the engine parses it."""

from __future__ import annotations

import re
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COMMENT, STRING, IRI, VARIABLE, WORD, MARK = "comment", "string", "iri", "variable", "word", "mark"

# The terminals of SPARQL 1.1 §19.8, wide rather than exact: what is split wrongly here must be refused by
# the engine's own grammar, never understood by it in another way.
_TOKENS = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    |(?P<variable>[?$]\w+)
    |(?P<word>(?:[\w:%@-]|\\.|\.(?=[\w:%\\-]))+)
    |(?P<mark>&&|\|\||\S)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = "{([", "})]"
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Token:
    """One word, term or mark of a SPARQL text: where it starts, on which line, how deep it is nested."""

    __slots__ = ("depth", "kind", "line", "start", "text")

    def __init__(self, kind: str, text: str, line: int, depth: int, start: int) -> None:
        self.kind = kind
        self.text = text
        self.line = line
        self.depth = depth
        self.start = start

    def says(self, *keywords: str) -> bool:
        """Return whether this is one of these keywords, given in capitals."""
        return self.kind == WORD and self.text.upper() in keywords

    def marks(self, marks: str) -> bool:
        """Return whether this is one of these one-character marks."""
        return self.kind == MARK and self.text in marks


def tokens(text: str) -> list[Token]:
    """Return the tokens of a SPARQL text without its comments; a bracket has the depth of its outside."""
    found = []
    line, depth, seen = 1, 0, 0
    for match in _TOKENS.finditer(text):
        kind, value = match.lastgroup or MARK, match.group()
        if kind == COMMENT:
            continue
        line += text.count("\n", seen, match.start())
        seen = match.start()
        depth -= kind == MARK and value in _CLOSING
        found.append(Token(kind, value, line, depth, match.start()))
        depth += kind == MARK and value in _OPENING
    return found


def form(found: Iterable[Token]) -> Token | None:
    """Return the SELECT, ASK, CONSTRUCT or DESCRIBE that a query opens with, or None if it has none."""
    return next((token for token in found if token.depth == 0 and token.says(*_FORMS)), None)


def projection(found: Sequence[Token]) -> list[str] | None:
    """Return the columns of a SELECT query in their order, without `?`; None for `*` and other queries."""
    start = form(found)
    if start is None or not start.says("SELECT"):
        return None
    columns: list[str] = []
    for before, token in pairwise(found[found.index(start) :]):
        if token.marks("{") or token.says("WHERE", "FROM"):
            return columns
        if token.depth == 0 and token.marks("*"):
            return None
        if token.kind == VARIABLE and (token.depth == 0 or (token.depth == 1 and before.says("AS"))):
            columns.append(token.text[1:])
    return columns


def datasets(found: Sequence[Token]) -> Iterator[Token]:
    """Yield the graph name after each FROM and FROM NAMED (SPARQL 1.1 §13.2)."""
    for before, token in pairwise(found):
        named = token.kind in (IRI, WORD) and not token.says("NAMED")
        if named and token.depth == 0 and before.says("FROM", "NAMED"):
            yield token


def prefixes(found: Sequence[Token]) -> dict[str, str]:
    """Return the prefixes that a query declares itself."""
    return {
        name.text[:-1]: iri.text[1:-1]
        for (keyword, name), (_, iri) in zip(pairwise(found), pairwise(found[1:]), strict=False)
        if keyword.says("PREFIX") and iri.kind == IRI
    }


def iri(token: Token, known: Mapping[str, str]) -> str | None:
    """Return the IRI that an IRI or prefixed name stands for, None if its prefix is not known."""
    if token.kind == IRI:
        return token.text[1:-1]
    prefix, colon, local = token.text.partition(":")
    return known[prefix] + local if colon and prefix in known else None


def undeclared(found: Sequence[Token], known: Mapping[str, str]) -> Iterator[Token]:
    """Yield the prefixed names whose prefix neither the query declares nor `known` has."""
    here = {**known, **prefixes(found), "_": ""}
    for before, token in pairwise(found):
        name = token.kind == WORD and ":" in token.text and not before.says("PREFIX")
        if name and token.text.partition(":")[0] not in here:
            yield token
