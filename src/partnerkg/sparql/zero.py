"""Paths that the engine finds fewer rows for than SPARQL says, asked in parts.

A path that may have no length, from a term that is in no triple, finds the term itself (SPARQL 1.1 §9.3);
the engine does so only where the graph has the term. So `ex:a ex:p* ?b` is asked as it is, and for the term
alone where the graph does not have it. `ex:p|ex:q` finds what both lead to twice (§18.4), the engine once:
it is asked for each, where the answer can tell.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise, product
from math import prod

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.sparql import repeats
from partnerkg.sparql.opened import paths
from partnerkg.sparql.query import read
from partnerkg.sparql.subjects import HIDDEN, Subject, is_variable, subjects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.sparql.opened.paths import Path
    from partnerkg.sparql.subjects import Triple

_MOST = 256  # ways that one path may lead


@lru_cache(maxsize=256)
def complete(text: str) -> str:
    """Return a query that finds all such rows; as it is if it has no such path.

    Nodes in brackets and labels of blank nodes become variables, for a label may not stand in two groups; not
    where `DISTINCT *` would see them. Inside `GRAPH ?g` no term is looked for alone. WrongSparql if a path
    leads in more ways than can be asked for.
    """
    named = _named(text)
    found, tells = read(named).tokens, repeats.tells(text)
    sees = any(one.says("DISTINCT") and other.marks("*") for one, other in pairwise(found))
    pieces, end = [], 0
    for subject in subjects(found):
        patterns = [list(_parts(triple, subject, tells)) for triple in subject.triples]
        if any(len(parts) > 1 for parts in patterns) and not (sees and HIDDEN in str(patterns)):
            pieces += [named[end : subject.start], " . ".join(map(_joined, patterns))]
            end = subject.stop
    return "".join([*pieces, named[end:]]) if pieces else text


def _named(text: str) -> str:
    """Return a query with variables for the labels of blank nodes in its groups."""
    query = read(text)
    labels = [token for token in query.tokens[query.group or 0 :] if token.text.startswith("_:")]
    for token in reversed(labels):
        after = text[token.start + len(token.text) :]
        text = f"{text[: token.start]}{HIDDEN}{token.text[2:].encode().hex()}{after}"
    return text


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


def _parts(triple: Triple, subject: Subject, tells: bool) -> Iterator[str]:
    """Yield the patterns that together find what a triple does, more than one if the engine needs them."""
    start, path, end = triple
    known = [text for text in (start, end) if not is_variable(text)]
    finds_alone = not subject.anywhere and (len(known) == 1 or (len(known) == 2 and start == end))
    for branch in _branches(path, tells):
        yield f"{start} {branch.text} {end}"
        if finds_alone and _is_alone(branch):
            yield _alone(start, end)


def _alone(start: str, end: str) -> str:
    """Return a pattern that finds a term, if no triple has it."""
    term, variable = (end, start) if is_variable(start) else (start, end)
    bound = f"VALUES {variable} {{ {term} }} " if is_variable(variable) else ""
    return f"{bound}FILTER NOT EXISTS {{ {{ {term} ?zero_p ?zero_o }} UNION {{ ?zero_s ?zero_p {term} }} }}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)
