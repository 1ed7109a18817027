"""Paths that the engine finds fewer rows for than SPARQL says, asked in parts.

A path that may have no length, from a term that is in no triple, finds the term itself (SPARQL 1.1 §9.3);
the engine does so only where the graph has the term. So `ex:a ex:p* ?b` is asked as it is, and for the term
alone where the graph does not have it. `ex:p|ex:q` finds what both lead to twice (§18.4), the engine once:
it is asked for each, where the answer can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from math import prod

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.sparql import repeats, tokens
from partnerkg.sparql.opened import paths
from partnerkg.sparql.opened.cursor import Cursor
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.opened.paths import Path
    from partnerkg.sparql.tokens import Token

    Triple = tuple[str, Path, str]

_KEYWORDS = (
    *("FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "UNION", "SELECT", "NOT", "EXISTS", "WHERE"),
    *("HAVING", "GROUP", "ORDER", "LIMIT", "OFFSET"),
)

_MOST = 256  # ways that one path may lead


@lru_cache(maxsize=256)
def complete(text: str) -> str:
    """Return a query that finds all such rows; as it is if it has no such path.

    What is said with nodes in brackets stays as it is, and so does a query with labels of blank nodes, which
    may not stand in two groups; inside `GRAPH ?g` no term is looked for alone. WrongSparql if a path leads in
    more ways than can be asked for.
    """
    found = read(text).tokens
    if any(token.text.startswith("_:") for token in found):
        return text
    tells = repeats.tells(text)
    pieces, end = [], 0
    for subject in _subjects(found):
        patterns = [list(_parts(triple, subject, tells)) for triple in subject.triples]
        if any(len(parts) > 1 for parts in patterns):
            pieces += [text[end : subject.start], " . ".join(map(_joined, patterns))]
            end = subject.stop
    return "".join([*pieces, text[end:]])


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is said of one subject: where in the text it begins and ends, and whether of any graph."""

    start: int
    stop: int
    line: int
    triples: list[Triple]
    anywhere: bool


def _subjects(found: list[Token]) -> Iterator[_Subject]:
    anywhere = [False]  # whether each group that is open is asked of any graph
    for place, token in enumerate(found[1:], start=1):
        if token.marks("{"):
            named = place > 1 and found[place - 2].says("GRAPH") and _is_variable(found[place - 1].text)
            anywhere.append(anywhere[-1] or named)
        elif token.marks("}"):
            anywhere = anywhere[:-1] or [False]
        opens = found[place - 1].marks("{}.)")
        if not opens or not token.depth or token.kind == tokens.MARK or token.says(*_KEYWORDS):
            continue
        cursor = Cursor(found, place)
        try:
            triples = _triples(cursor)
        except WrongSparql:  # it is said in brackets, or is none
            continue
        last = found[cursor.place - 1]
        if cursor.marks("}.{") or cursor.says(*_KEYWORDS):
            yield _Subject(token.start, last.start + len(last.text), token.line, triples, anywhere[-1])


def _triples(cursor: Cursor) -> list[Triple]:
    triples = []
    subject = _term(cursor)
    while True:
        path = _path(cursor)
        triples.append((subject, path, _term(cursor)))
        while cursor.marks(","):
            cursor.take()
            triples.append((subject, path, _term(cursor)))
        if not cursor.marks(";"):
            return triples
        while cursor.marks(";"):
            cursor.take()
        if cursor.marks("}."):
            return triples


def _path(cursor: Cursor) -> Path:
    if cursor.token.kind == tokens.VARIABLE:
        return paths.Path(paths.ONE, cursor.take().text)
    return paths.read(cursor)


def _term(cursor: Cursor) -> str:
    """Return a term or variable; WrongSparql if another thing stands here."""
    start = cursor.place
    if cursor.marks("+-"):
        cursor.take()
    if cursor.token.kind == tokens.MARK:
        raise WrongSparql(reason="")
    first = cursor.take()
    if first.kind == tokens.STRING and cursor.marks("^"):
        cursor.take()
        cursor.expect("^")
        cursor.take()
    elif first.kind == tokens.STRING and cursor.token.text.startswith("@"):
        cursor.take()
    return cursor.copied(start)


def _branches(path: Path, tells: bool) -> list[Path]:
    """Return the paths that together find as many rows as a path, if that can be told.

    Within a path of any length what is found twice counts once.
    """
    if not tells or path.kind in (paths.ONE, paths.MANY):
        return [path]
    if path.kind == paths.NOT:
        return list(_directions(path))
    parts = [_branches(part, tells) for part in path.parts]
    if path.kind == paths.CHOICE:
        return list(chain.from_iterable(parts))
    if prod(map(len, parts)) > _MOST:
        reason = N_("the path {path} leads in more than {most} ways; without DISTINCT each is asked for")
        raise WrongSparql(reason=Message(reason, path=path.text, most=_MOST))
    return [paths.of(path.kind, chosen) for chosen in product(*parts)]


def _directions(path: Path) -> Iterator[Path]:
    """Yield `!(ex:p)` and `!(^ex:q)` for `!(ex:p|^ex:q)`: what both find counts twice."""
    for back in (False, True):
        chosen = [part for part in path.parts if (part.kind == paths.BACK) == back]
        if chosen:
            yield paths.of(paths.NOT, chosen)


def _is_alone(path: Path) -> bool:
    """Return whether a path may have no length."""
    if path.kind == paths.MANY:
        return path.text[-2] in "*?" or _is_alone(path.parts[0])
    if path.kind == paths.CHOICE:
        return any(map(_is_alone, path.parts))
    return path.kind in (paths.SEQUENCE, paths.BACK) and all(map(_is_alone, path.parts))


def _is_variable(text: str) -> bool:
    return text[0] in "?$"


def _parts(triple: Triple, subject: _Subject, tells: bool) -> Iterator[str]:
    """Yield the patterns that together find what a triple does, more than one if the engine needs them."""
    start, path, end = triple
    known = [text for text in (start, end) if not _is_variable(text)]
    finds_alone = not subject.anywhere and (len(known) == 1 or (len(known) == 2 and start == end))
    for branch in _branches(path, tells):
        yield f"{start} {branch.text} {end}"
        if finds_alone and _is_alone(branch):
            yield _alone(start, end)


def _alone(start: str, end: str) -> str:
    """Return a pattern that finds a term, if no triple has it."""
    term, variable = (end, start) if _is_variable(start) else (start, end)
    bound = f"VALUES {variable} {{ {term} }} " if _is_variable(variable) else ""
    return f"{bound}FILTER NOT EXISTS {{ {{ {term} ?zero_p ?zero_o }} UNION {{ ?zero_s ?zero_p {term} }} }}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)
