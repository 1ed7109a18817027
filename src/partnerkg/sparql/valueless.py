"""What is wrong with the constants of a query, each with its line."""

from __future__ import annotations

import re

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.sparql.calls import call, calls, is_constant
from partnerkg.sparql.computed import computed, value
from partnerkg.sparql.constants import PATTERNS, PURE, XSD, has_values
from partnerkg.sparql.replacing import is_replacement
from partnerkg.sparql.tokens import IRI, STRING, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.sparql.calls import Call
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

_RANGE = re.compile(r"\*|([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?")  # RFC 4647 §2.1, or none at all
# What Oxigraph reads inside brackets as an operator, and XPath otherwise.
_OTHERWISE = re.compile(r"(?<!\\)\[[^\]]*(-\[|&&|--|~~)")


def check(query: Query, known: Mapping[str, str]) -> None:
    """Raise WrongSparql for a constant of a query that the engine cannot but fail over.

    `known` are prefixes that need no declaration. What stands in a COALESCE may fail. Where no `constants`
    stand in the query there is nothing to look for.
    """
    spared = [(found.name.start, found.end) for found in calls(query, "COALESCE")]
    for token, reason in _faults(query, known):
        if not any(start < token.start < end for start, end in spared):
            raise WrongSparql(reason=reason)


def _faults(query: Query, known: Mapping[str, str]) -> Iterator[tuple[Token, Message]]:
    for found in calls(query, *PATTERNS):
        yield from _in_pattern(found)
    for found in calls(query, "LANGMATCHES"):
        text = found.text(1)
        if text is not None and not _RANGE.fullmatch(value(text.text)):
            sentence = N_("line {line}: {text} is no range of languages; write fr, fr-CH or *")
            yield text, Message(sentence, line=text.line, text=text.text)
    for found in calls(query, *PURE):
        yield from _in_call(found, query, known)
    if has_values(query):
        yield from _in_values(query, known)


def _in_pattern(found: Call) -> Iterator[tuple[Token, Message]]:
    """Yield what is wrong with a regular expression, its flags and what it is replaced by."""
    most = PATTERNS[found.name.text.upper()]
    pattern, flags = found.text(1), found.text(most - 1)
    given = [flags.text] if flags is not None else []
    if flags is not None and computed("REGEX", ('""', '""', flags.text)) is None:
        sentence = N_("line {line}: {text} are no flags of a regular expression, which are i, m, q, s and x")
        yield flags, Message(sentence, line=flags.line, text=flags.text)
    elif pattern is not None and computed("REGEX", ('""', pattern.text, *given)) is None:
        sentence = N_("line {line}: {text} is no regular expression that can be read here")
        yield pattern, Message(sentence, line=pattern.line, text=pattern.text)
    elif pattern is not None and "q" not in "".join(given) and _OTHERWISE.search(value(pattern.text)):
        sentence = N_(
            "line {line}: {text} is read here otherwise than SPARQL says; write \\- \\[ \\& \\~ in []"
        )
        yield pattern, Message(sentence, line=pattern.line, text=pattern.text)
    replacement = found.text(2) if most == 4 else None
    if replacement is not None and not given and not is_replacement(value(replacement.text)):
        sentence = N_(
            "line {line}: {text} is no replacement: $ needs a number after it, else write \\\\$ and \\\\\\\\"
        )
        yield replacement, Message(sentence, line=replacement.line, text=replacement.text)


def _in_call(found: Call, query: Query, known: Mapping[str, str]) -> Iterator[tuple[Token, Message]]:
    """Yield that a call of constants has no value."""
    given = ["".join(token.text for token in argument) for argument in found.arguments]
    said = f"{found.name.text}({', '.join(given)})"
    if found.name.says("STRLANG") and not is_constant(found.arguments[0]):
        given[0] = '""'  # any text will do: the language is what may be wrong
    elif not all(map(is_constant, found.arguments)):
        return
    if computed(found.name.text, tuple(given), _heading(query, known)) is None:
        yield found.name, _valueless(found.name, said)


def _in_values(query: Query, known: Mapping[str, str]) -> Iterator[tuple[Token, Message]]:
    """Yield casts of constants, and constants in a comparison by order, that are no values of their type."""
    found = query.tokens
    for place, token in enumerate(found):
        if token.kind in (IRI, WORD) and place + 2 < len(found) and found[place + 1].marks("("):
            inner = call(query, place).arguments
            if len(inner) == 1 and len(inner[0]) == 1 and inner[0][0].kind in (STRING, WORD):
                text = inner[0][0].text
                if _is_none(token, text, query, known):
                    yield token, _valueless(token, f"{token.text}({text})")
        if token.kind == STRING and place + 3 < len(found) and found[place + 1].marks("^"):
            datatype = found[place + 3]
            beside = (found[place - 1], *found[place + 4 : place + 5])
            before = found[place - 2] if found[place - 1].marks("=") else found[place - 1]
            ordered = before.marks("<>") or beside[-1].marks("<>")
            if ordered and _is_none(datatype, token.text, query, known):
                yield token, _valueless(token, f"{token.text}^^{datatype.text}")


def _is_none(datatype: Token, text: str, query: Query, known: Mapping[str, str]) -> bool:
    """Return whether a constant is no value of a datatype of XML Schema; spaces around it do not count."""
    iri = query.iri(datatype, known)
    if iri is None or not iri.startswith(XSD):
        return False
    trimmed = f"{text[0]}{text[1:-1].strip()}{text[-1]}" if text[0] in "\"'" else text
    return computed(f"<{iri}>", (trimmed,)) is None


def _valueless(token: Token, text: str) -> Message:
    return Message(N_("line {line}: {text} has no value, whatever the data say"), line=token.line, text=text)


def _heading(query: Query, known: Mapping[str, str]) -> str:
    return "".join(f"PREFIX {name}: <{iri}> " for name, iri in query.missing(known).items()) + query.prologue
