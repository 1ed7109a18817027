"""A SPARQL text, read once: its tokens, what it asks for, the names in it."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import pairwise

from pyoxigraph import NamedNode, RdfFormat, parse

from partnerkg.errors import Message, WrongSparql
from partnerkg.sparql.tokens import IRI, VARIABLE, WORD, Token, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SELECT, ASK, CONSTRUCT, DESCRIBE = FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
LONGEST = 1_000_000  # characters
_KEPT = 20_000  # characters of a text that is remembered with its tokens
_SCHEME = r"<[A-Za-z][A-Za-z0-9+.-]*:"


class Query:
    """A text of SPARQL, or a part of one; it is taken apart when somebody asks what is in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.allowed = False  # until `guard` has looked at it

    @cached_property
    def tokens(self) -> list[Token]:
        """Return its tokens without comments."""
        return tokens(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return its words in capitals: a keyword that is not among them need not be looked for."""
        return frozenset(token.text.upper() for token in self.tokens if token.kind == WORD)

    @cached_property
    def is_relative(self) -> bool:
        """Return whether it has IRIs that mean something only with a base."""
        return not all(is_absolute(token) for token in self.tokens if token.kind == IRI)

    @cached_property
    def opening(self) -> Token | None:
        """Return the SELECT, ASK, CONSTRUCT or DESCRIBE that it opens with, None if it has none."""
        return next((token for token in self.tokens if token.depth == 0 and token.says(*FORMS)), None)

    @property
    def form(self) -> str:
        """Return SELECT, ASK, CONSTRUCT or DESCRIBE, empty if it is none of them."""
        return self.opening.text.upper() if self.opening else ""

    @cached_property
    def columns(self) -> list[str] | None:
        """Return the columns of a SELECT in their order, without `?`; None for `*` and other queries."""
        if self.opening is None or self.form != SELECT:
            return None
        columns: list[str] = []
        for before, token in pairwise(self.tokens[self.tokens.index(self.opening) :]):
            if token.marks("{") or token.says("WHERE", "FROM"):
                return columns
            if token.depth == 0 and token.marks("*"):
                return None
            if token.kind == VARIABLE and (token.depth == 0 or (token.depth == 1 and before.says("AS"))):
                columns.append(token.text[1:])
        return columns

    @cached_property
    def variables(self) -> dict[str, None]:
        """Return the names of its variables, without `?`, in the order in which it first has them."""
        return dict.fromkeys(token.text[1:] for token in self.tokens if token.kind == VARIABLE)

    @cached_property
    def chosen(self) -> tuple[Token, ...]:
        """Return the graph name after each FROM and FROM NAMED (SPARQL 1.1 §13.2)."""
        return (*self._after("FROM"), *self._after("NAMED"))

    @cached_property
    def merged(self) -> tuple[Token, ...]:
        """Return the graph name after each FROM: the default graph is their merge."""
        return self._after("FROM")

    def _after(self, keyword: str) -> tuple[Token, ...]:
        if keyword not in self.words:
            return ()
        return tuple(
            token
            for before, token in pairwise(self.tokens)
            if token.kind in (IRI, WORD)
            and not token.says("NAMED")
            and token.depth == 0
            and before.says(keyword)
        )

    @cached_property
    def prologue(self) -> str:
        """Return what it declares before it asks: prefixes and bases, without comments."""
        head = self.tokens[: self.tokens.index(self.opening)] if self.opening else []
        return "".join(f"{token.text} " for token in head)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Return the prefixes that it declares itself."""
        if "PREFIX" not in self.words:
            return {}
        found = self.tokens
        return {
            found[place + 1].text[:-1]: iri.text[1:-1]
            for place, iri in enumerate(found[2:])
            if iri.kind == IRI and found[place].says("PREFIX")
        }

    @cached_property
    def _prefixed(self) -> tuple[Token, ...]:
        """Return the prefixed names in it, but for those that it declares."""
        return tuple(
            token
            for before, token in pairwise(self.tokens)
            if token.kind == WORD and ":" in token.text and not before.says("PREFIX")
        )

    @cached_property
    def group(self) -> int | None:
        """Return which token opens the outermost group, None if there is none; no template is one."""
        if self.opening is None:
            return None
        first = self.tokens.index(self.opening)
        groups = [
            place
            for place, token in enumerate(self.tokens)
            if place > first and token.marks("{") and token.depth == 0
        ]
        if self.form == CONSTRUCT and len(groups) > 1:
            return groups[1]
        return groups[0] if groups else None

    def after(self, token: Token) -> Token:
        """Return the token that follows one of its tokens; IndexError if none does."""
        return self.tokens[self.tokens.index(token) + 1]

    def undeclared(self, known: Mapping[str, str]) -> Iterator[Token]:
        """Yield the prefixed names whose prefix neither it declares nor `known` has."""
        here = {**known, **self.prefixes, "_": ""}
        for token in self._prefixed:
            if token.text.partition(":")[0] not in here:
                yield token

    def missing(self, table: Mapping[str, str]) -> dict[str, str]:
        """Return the part of a table of prefixes that it uses and does not declare, in the table's order."""
        used = {token.text.partition(":")[0] for token in self.undeclared({})}
        return {prefix: iri for prefix, iri in table.items() if prefix in used}

    def iri(self, token: Token, known: Mapping[str, str]) -> str | None:
        """Return the IRI that one of its tokens stands for, its base and escapes taken into account.

        None if it is no name, one whose prefix neither the query nor `known` has, or relative without a base.
        """
        if token.kind != IRI and ":" not in token.text:
            return None
        # SPARQL writes its prologue and its terms as Turtle does (SPARQL 1.1 §4.1, §19.8).
        table = "".join(f"PREFIX {name}: <{iri}> " for name, iri in known.items())
        text = f"{table}{self.prologue}<urn:x> <urn:x> {token.text} ."
        try:
            (triple,) = parse(text.encode(), RdfFormat.TURTLE)
        except SyntaxError:
            return None
        return triple.object.value if isinstance(triple.object, NamedNode) else None

    def has(self, *keywords: str) -> bool:
        """Return whether one of these keywords, given in capitals, stands outside all brackets."""
        return any(token.depth == 0 and token.says(*keywords) for token in self.tokens)


def is_absolute(token: Token) -> bool:
    """Return whether an IRI means something without a base."""
    return re.match(_SCHEME, token.text) is not None


def based(text: str, base: str | None) -> str:
    """Return a query with a base for its relative IRIs, if there are any; WrongSparql if it is too long."""
    query = read(text)
    return query.text if base is None or not query.is_relative else f"BASE <{base}> {query.text}"


def read(text: str) -> Query:
    """Return a text that somebody wrote; WrongSparql if it is longer than anybody writes one."""
    if len(text) > LONGEST:
        raise WrongSparql(reason=Message("it has more than {most} characters", most=LONGEST))
    text = text.removeprefix("\ufeff")  # a byte order mark, which some editors put before it
    return _known(text) if len(text) <= _KEPT else Query(text)


@lru_cache(maxsize=256)
def _known(text: str) -> Query:
    return Query(text)
