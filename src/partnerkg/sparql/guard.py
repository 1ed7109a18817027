"""What a query may not do here: change data, call other servers, exhaust the parser."""

from __future__ import annotations

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.sparql.query import Query, read
from partnerkg.sparql.tokens import IRI, MARK, STRING, VARIABLE, Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Found by experiment with pyoxigraph 0.5.13: 5,000 groups or 20,000 operators end the process, 200 patterns
# in one group keep its optimiser busy for 15 seconds. How deep it may be nested, `tokens` says.
MOST_GROUPS = 200
MOST_STEPS = 100
MOST_OPTIONAL = 60  # twice as many take sixteen times as long, and memory with it
MOST_MEMBERS = 100
MOST_OPERATORS = 1000

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


def checked(text: str, *forms: str) -> Query:
    """Return a query that may reach the engine; WrongSparql if it must not, or has none of these forms."""
    query = read(text)
    if not query.allowed:
        check(query)
        query.allowed = True
    if forms and query.form not in forms:
        wanted = ", ".join(forms)
        raise WrongSparql(reason=Message("it is {form}, not {wanted}", form=query.form, wanted=wanted))
    return query


def check(query: Query) -> None:
    """Raise WrongSparql if a query must not reach the engine."""
    found = query.tokens
    _check_kind(query)
    for token in found:
        if _calls(token):
            raise WrongSparql(
                reason=Message(
                    "line {line}: SERVICE is not allowed, and no prefix may contain the word", line=token.line
                )
            )
    _check_size(found)


def _check_kind(query: Query) -> None:
    start = query.opening
    found = () if query.words.isdisjoint(_UPDATES) else query.tokens
    update = next((token for token in found if token.depth == 0 and token.says(*_UPDATES)), None)
    if update and (start is None or update.start < start.start):
        raise WrongSparql(
            reason=Message("{word} changes data; only queries are answered", word=update.text.upper())
        )
    if start is None:
        raise WrongSparql(reason=Message("it has no SELECT, ASK, CONSTRUCT or DESCRIBE"))


def _calls(token: Token) -> bool:
    """Return whether the engine could read a SERVICE call in this token.

    Its grammar asks for no space around keywords, and reads `1<2)SERVICE#>` as a comparison where it can,
    though the text looks like an IRI, after which all is a comment for it and nothing for us: both are
    refused at the price of some harmless names.
    """
    if token.kind in (STRING, VARIABLE):
        return False
    if token.kind == IRI:
        return ")" in token.text and "#" in token.text
    return "service" in token.text.casefold().partition(":")[0]


def _check_size(found: Sequence[Token]) -> None:
    if len(found) <= MOST_OPTIONAL:  # the least of all: nothing below can be more than the tokens are
        return
    for template, most, size in (
        (N_("it has more than {most} groups"), MOST_GROUPS, _count(found, "{")),
        (N_("it has more than {most} patterns and path steps"), MOST_STEPS, _steps(found)),
        (N_("it has more than {most} OPTIONAL groups"), MOST_OPTIONAL, _optional(found)),
        (N_("it has a list of more than {most} members"), MOST_MEMBERS, _members(found)),
        (N_("it has more than {most} operators"), MOST_OPERATORS, _count(found, "&&", "||", *"!=+-*<>")),
    ):
        if size > most:
            raise WrongSparql(reason=Message(template, most=most))


def _optional(found: Sequence[Token]) -> int:
    return sum(1 for token in found if token.says("OPTIONAL"))


def _count(found: Sequence[Token], *marks: str) -> int:
    return sum(1 for token in found if token.kind == MARK and token.text in marks)


def _steps(found: Sequence[Token]) -> int:
    """Return how many triple patterns and path steps there are at most; the commas of `(...)` are none."""
    return sum(
        1
        for token, bracket in _inside(found)
        if token.marks(".;/^|[") or (token.marks(",") and bracket != "(")
    )


def _members(found: Sequence[Token]) -> int:
    """Return how many terms follow each other in the longest RDF list (SPARQL 1.1 §4.2.3)."""
    longest = run = 0
    for token, bracket in _inside(found):
        run = run + 1 if bracket == "(" and token.kind != MARK else 0
        longest = max(longest, run)
    return longest


def _inside(found: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield each token with the bracket it stands in; an opening bracket stands in itself."""
    brackets = ""
    for token in found:
        if token.kind == MARK:
            brackets = brackets[: max(token.depth, 0)] + (token.text if token.marks("{([") else "")
        yield token, brackets[-1:]
