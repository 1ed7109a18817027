"""A value of a cell: the term as N-Triples writes it, which sorts and tells terms apart, and its label."""

from __future__ import annotations

import json
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from partnerkg.query.values import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.values import Plain


class Value(NamedTuple):
    """A term as N-Triples writes it, and what a person calls it."""

    token: str
    label: str

    @property
    def text(self) -> str:
        """Return an IRI in full, a literal without quotes."""
        return text(self.token)

    @property
    def plain(self) -> Plain:
        """Return a number as a number, all else as text."""
        end = self.token.rfind('"^^<')
        if end < 1 or self.token[-1] != ">":
            return self.text
        return plain(Literal(self.text, datatype=NamedNode(self.token[end + 4 : -1])))


def text(token: str) -> str:
    """Return the text of a term: an IRI in full, a literal without quotes, else as it is."""
    if token[0] == "<" and token[1] != "<":
        return token[1:-1]
    if token[0] != '"':
        return token
    end = token.rindex('"')
    if "\\" in token:
        return str(
            json.loads(token[: end + 1])
        )  # N-Triples escapes as JSON does, but for what it never writes
    return token[1:end]


def name(token: str) -> str:
    """Return what a person calls a term without a label: the end of an IRI, the text of a literal."""
    found = text(token)
    if token[0] != "<" or token[1] == "<":
        return found
    return found.rstrip("/#").replace("#", "/").rpartition("/")[2] or found
