"""What the engine says of a wrong query, in a sentence with its place instead of the whole grammar."""

from __future__ import annotations

import re
from itertools import pairwise

from partnerkg.errors import N_, Message
from partnerkg.sparql.query import is_absolute
from partnerkg.sparql.tokens import IRI, MARK, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.sparql.query import Query

_PLACE = re.compile(r"error at (\d+):(\d+): ")
_FUNCTION = re.compile(r"The custom function <([^>]*)> is not supported")
_COMMENT = re.compile(r"#[^\r\n]*")
_HIDDEN = re.compile(r"[^ \t\r\n]")  # SPARQL 1.1 §19.8, WS
_SENTENCES = {
    "Duplicated variable name in SELECT": N_("SELECT names a column twice"),
    "IRI parsing failed": N_("line {line}: an IRI is not absolute; write BASE <…> before the query"),
    "SELECT * is not authorized with GROUP BY": N_("SELECT * cannot stand with GROUP BY"),
    "The SELECT contains a variable that is unbound": N_(
        "SELECT names a variable that is neither counted nor in GROUP BY"
    ),
}


def explain(error: str, query: Query, known: Mapping[str, str]) -> Message:
    """Return why the engine refused a query; `error` is its message, `known` prefixes need no declaration."""
    function = _FUNCTION.match(error)
    if function is not None:
        return _unknown(function[1], query, known)
    place = _PLACE.match(error)
    if place is None:
        return Message("{what}", what=error[:200])
    line, column = int(place[1]), int(place[2])
    sentence = next((mine for theirs, mine in _SENTENCES.items() if theirs in error), None)
    if sentence:
        return Message(sentence, line=line)
    seen = _seen(query, known)
    if seen is not None:
        return seen
    rest = "\n".join(query.text.split("\n")[line - 1 :])[column - 1 :]
    near = " ".join(rest.split())[:30]
    return Message(_template(near, query), line=line, column=column, near=near)


def _seen(query: Query, known: Mapping[str, str]) -> Message | None:
    """Return what can be seen to be wrong without the grammar, None if nothing can."""
    odd = _odd(query)
    if odd is not None:
        return _place_of(odd, query)
    unknown = next(query.undeclared(known), None)
    if unknown:
        return Message("line {line}: unknown prefix in `{name}`", line=unknown.line, name=unknown.text)
    relative = next((token for token in query.tokens if token.kind == IRI and not is_absolute(token)), None)
    if relative and not query.has("BASE"):
        return Message(_SENTENCES["IRI parsing failed"], line=relative.line)
    extra = next((token for token in query.tokens if token.marks("})]") and token.depth < 0), None)
    if extra:
        return Message("line {line}: `{bracket}` closes nothing", line=extra.line, bracket=extra.text)
    return None


def _unknown(function: str, query: Query, known: Mapping[str, str]) -> Message:
    """Return that nobody knows a function, and where it is called."""
    calls = (before for before, token in pairwise(query.tokens) if token.marks("("))
    names = (token for token in calls if token.kind in (IRI, WORD))
    found = next((token for token in names if query.iri(token, known) == function), None)
    return Message(
        N_("line {line}: there is no function {name}"),
        line=found.line if found else "?",
        name=found.text if found else f"<{function}>",
    )


def _odd(query: Query) -> int | None:
    """Return where the first character stands that SPARQL does not know outside texts, IRIs and comments."""
    end = 0
    for token in query.tokens:
        gap = _COMMENT.sub(lambda found: " " * len(found[0]), query.text[end : token.start])
        if (hidden := _HIDDEN.search(gap)) is not None:
            return end + hidden.start()
        if token.kind == MARK and not token.text.isascii():
            return token.start
        end = token.start + len(token.text)
    return None


def _place_of(start: int, query: Query) -> Message:
    before, character = query.text[:start], query.text[start]
    return Message(
        N_("line {line}, column {column}: {character} does not belong into a query"),
        line=before.count("\n") + 1,
        column=start - before.rfind("\n"),
        character=f"{character if character.isprintable() else ''} (U+{ord(character):04X})".strip(),
    )


def _template(near: str, query: Query) -> str:
    if near:
        return N_("line {line}, column {column}: unexpected `{near}`")
    if sum(token.marks("{([") - token.marks("})]") for token in query.tokens):
        return N_("line {line}, column {column}: unexpected end, a bracket is open")
    return N_("line {line}, column {column}: something is missing or wrong before this place")
