"""SPARQL text as tokens: enough to know what a query asks for before the engine parses it."""

from __future__ import annotations

import re

from partnerkg.errors import N_, Message, WrongSparql

COMMENT, STRING, IRI, VARIABLE, WORD, MARK = "comment", "string", "iri", "variable", "word", "mark"

# The terminals of SPARQL 1.1 §19.8, wide rather than exact: what is split wrongly here must be refused by
# the engine's own grammar, never understood by it in another way. What begins one begins no other, so what is
# frequent comes first; nothing is given back (`++`): nothing shorter would fit where the longest does not.
_TOKENS = re.compile(
    r"""(?P<word>(?:[\w:%@-]++|\\.|\.(?=[\w:%\\-]))++)
    |(?P<variable>[?$]\w+)
    |(?P<iri><(?:[^\x00-\x20<>"{}|^`\\]++|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>)
    |(?P<string>\"{3}(?:[^"\\]++|\\.|"(?!""))*+\"{3}|'{3}(?:[^'\\]++|\\.|'(?!''))*+'{3}
        |"(?:[^"\\\r\n]++|\\.)*+"|'(?:[^'\\\r\n]++|\\.)*+')
    |(?P<comment>\#[^\r\n]*)
    |(?P<mark>&&|\|\||\S)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = "{([", "})]"
DEEPEST = 50  # brackets in brackets: a list nested 200 deep takes the engine seconds
MOST = 200_000


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
    """Return the tokens of a SPARQL text without its comments; a bracket has the depth of its outside.

    WrongSparql as soon as they are too many, or nested too deep.
    """
    found: list[Token] = []
    line, depth, seen, has_lines = 1, 0, 0, "\n" in text
    for match in _TOKENS.finditer(text):
        kind, value, start = match.lastgroup or MARK, match.group(), match.start()
        if kind == COMMENT:
            continue
        if has_lines:
            line += text.count("\n", seen, start)
            seen = start
        depth -= kind == MARK and value in _CLOSING
        found.append(Token(kind, value, line, depth, start))
        depth += kind == MARK and value in _OPENING
        if depth > DEEPEST:
            reason = Message(N_("line {line}: it is nested more than {most} deep"), line=line, most=DEEPEST)
            raise WrongSparql(reason=reason)
        if len(found) > MOST:
            raise WrongSparql(reason=Message(N_("it has more than {most} words and signs"), most=MOST))
    return found
