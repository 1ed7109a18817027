"""A property shape → the SPARQL queries that list who has what it wants, who lacks it, and whom it concerns.

They use no function of an engine, and neither FILTER NOT EXISTS nor OPTIONAL beside MINUS. What is counted
is put together from their parts, each so simple that every engine answers it alike (`docs/servers.md`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message
from partnerkg.namespaces import expand, namespace, prefixes, shorten
from partnerkg.sparql.query import Query
from partnerkg.validate.compiled import focus
from partnerkg.validate.paths import items, read
from partnerkg.validate.shapes import WrongShape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index, Path
    from partnerkg.validate.shape import Shape

SH = namespace("sh")
APPLICABLE, ANSWERED, KNOWN_ABSENT, MISSING = "applicable", "answered", "known_absent", "missing"
# A value that says: it was looked for, and there is none to know.
SAYS_ABSENT = frozenset({expand("name-status:unnamed-in-source")})
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[A-Za-z_][A-Za-z0-9_-]*")
_LOGICAL = ("or", "and", "xone", "not", "node", "sparql")
_TALK = ("name", "description", "message", "order", "group", "severity")
_MARKS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


@dataclass(frozen=True, slots=True)
class Patterns:
    """Graph patterns for `?thing`: what is wanted of it, in `parts` that each must or must not fit.

    `touching` is the pattern of the things it concerns, empty if it concerns all of the class; `absent` finds
    those that are known to have no answer, empty if nothing can say so.
    """

    parts: tuple[tuple[str, bool], ...]
    touching: str = ""
    absent: str = ""

    @property
    def having(self) -> str:
        """Return the pattern of the things that have what is wanted."""
        return "".join(_line(pattern if must else f"MINUS {{ {pattern} }}") for pattern, must in self.parts)

    @property
    def lacking(self) -> list[str]:
        """Return a pattern a part: that of the things that lack it."""
        return [_line(f"MINUS {{ {pattern} }}" if must else pattern) for pattern, must in self.parts]


def patterns(shape: Shape, index: Index, presence: bool = False) -> Patterns:
    """Return the patterns of a property shape; with `presence` any values will do, as many as it asks for.

    WrongShape if it asks for something that cannot be counted.
    """
    assert shape.path is not None
    path = shape.path
    asked = {name.removeprefix(SH.iri): value for name, value in shape.constraints}
    if presence:
        return Patterns((_at_least(max(1, _number(asked, "minCount")), _to(path, "?value")),))
    found = list(_parts(shape, path, asked, index))
    if not found:
        raise _uncountable(shape.iri, Message("it wants nothing that can be counted"))
    touching = "" if _demands(asked) else _to(path, "?any")
    return Patterns(tuple(found), touching, _absent(path, asked, index))


def _parts(shape: Shape, path: Path, asked: Mapping[str, Term], index: Index) -> Iterator[tuple[str, bool]]:
    """Yield for each constraint the pattern that a thing must or must not fit."""
    logical = next((name for name in asked if name in _LOGICAL), None)
    if logical:
        raise _uncountable(shape.iri, Message("completeness cannot count sh:{name}", name=logical))
    if _number(asked, "minCount"):
        yield _at_least(_number(asked, "minCount"), _to(path, "?value"))
    if "qualifiedValueShape" in asked and _number(asked, "qualifiedMinCount"):
        needed, expressions = _fitting("?value", asked["qualifiedValueShape"], shape.iri, index)
        pattern = " ".join([_to(path, "?value"), *needed, *(f"FILTER({one})" for one in expressions)])
        yield _at_least(_number(asked, "qualifiedMinCount"), pattern)
    for name, value in shape.constraints:
        if name == SH.hasValue.value:
            yield _at_least(1, _to(path, _term(value)))
    if "in" in asked:
        yield f"{_to(path, '?other')} FILTER({_in('?other', items(asked['in'], index), False)})", False


def _at_least(number: int, pattern: str) -> tuple[str, bool]:
    """Return the pattern of those that have so many values."""
    if number == 1:
        return pattern, True
    enough = f"HAVING (COUNT(DISTINCT ?value) >= {number})"
    return f"{{ SELECT ?thing WHERE {{ {pattern} }} GROUP BY ?thing {enough} }}", True


def _fitting(variable: str, node: Term, shape: str, index: Index) -> tuple[list[str], list[str]]:
    """Return the patterns and the expressions that a value must meet so that it fits a shape."""
    patterns: list[str] = []
    expressions: list[str] = []
    for name, values in sorted(index.get(node, {}).items()):
        local = name.removeprefix(SH.iri)
        for place, value in enumerate(values):
            if local == "property":
                patterns += _property(variable, f"{variable}_{place}", index.get(value, {}), index)
            elif local == "class":
                patterns.append(f"{variable} a/rdfs:subClassOf* {_term(value)} .")
            elif local == "not":
                _unless(*_fitting(variable, value, shape, index), into=(patterns, expressions), shape=shape)
            elif local in _TESTS:
                expressions.append(_TESTS[local](variable, value, index))
            elif name.startswith(SH.iri) and local not in _TALK:
                raise _uncountable(shape, Message("completeness cannot count sh:{name}", name=local))
    return patterns, expressions


def _property(variable: str, inner: str, row: Mapping[str, Sequence[Term]], index: Index) -> list[str]:
    path = written(read(row[SH.path.value][0], index))
    wanted = [_term(one) for one in row.get(SH.hasValue.value, ())]
    return [f"{variable} {path} {one} ." for one in wanted or [inner]]


def _unless(
    patterns: list[str], expressions: list[str], *, into: tuple[list[str], list[str]], shape: str
) -> None:
    """Add what a value must meet so that it does not fit; patterns beside expressions are too much."""
    if patterns and expressions:
        raise _uncountable(shape, Message("completeness cannot count sh:{name}", name="not"))
    if patterns:
        into[0].append(f"MINUS {{ {' '.join(patterns)} }}")
    else:
        into[1].append(f"!({' && '.join(expressions)})")


def _in(variable: str, terms: Sequence[Term], truth: bool = True) -> str:
    """Return the test whether a value is one of the terms, not one equal to it: `01` is no `1`."""
    if all(isinstance(term, NamedNode) for term in terms):
        return f"{variable} {'IN' if truth else 'NOT IN'} ({', '.join(map(_term, terms))})"
    same = " || ".join(f"sameTerm({variable}, {_term(term)})" for term in terms)
    return f"({same})" if truth else f"!({same})"


def _languages(variable: str, value: Term, index: Index) -> str:
    tags = (Literal(str(getattr(item, "value", ""))) for item in items(value, index))
    return f"COALESCE({' || '.join(f'LANGMATCHES(LANG({variable}), {tag})' for tag in tags)}, false)"


_TESTS: Mapping[str, Callable[[str, Term, Index], str]] = {
    "datatype": lambda variable, value, _: f"COALESCE(DATATYPE({variable}) = {_term(value)}, false)",
    "hasValue": lambda variable, value, _: _in(variable, [value]),
    "in": lambda variable, value, index: _in(variable, items(value, index)),
    "languageIn": _languages,
}


def _absent(path: Path, asked: Mapping[str, Term], index: Index) -> str:
    """Return the pattern of those that are known to have no answer, if the shape takes that for one."""
    allowed = items(asked["in"], index) if "in" in asked else ()
    found = [term for term in allowed if getattr(term, "value", None) in SAYS_ABSENT]
    return f"{_to(path, '?absent')} FILTER({_in('?absent', found)})" if found else ""


def _demands(asked: Mapping[str, Term]) -> bool:
    """Return whether a thing without any value lacks something."""
    numbers = _number(asked, "minCount") + _number(asked, "qualifiedMinCount")
    return bool(numbers) or "hasValue" in asked


def _number(asked: Mapping[str, Term], name: str) -> int:
    return int(str(getattr(asked[name], "value", 0))) if name in asked else 0


def _uncountable(shape: str, reason: Message) -> WrongShape:
    return WrongShape(shape=shorten(shape), reason=reason)


def _term(term: Term) -> str:
    return iri(term.value) if isinstance(term, NamedNode) else str(term)


def texts(class_: str, found: Patterns, beyond: str = "") -> dict[str, str]:
    """Return the queries by what they list; what only the graph `beyond` says to be of the class is none."""
    members = target(class_, beyond)
    start = members + _line(found.touching)
    each = [start + lacking for lacking in found.lacking]
    missing = each[0] if len(each) == 1 else _line(" UNION ".join(f"{{\n{one}  }}" for one in each))
    queries = {
        APPLICABLE: listing(start),
        ANSWERED: listing(start + found.having),
        MISSING: listing(missing),
    }
    if found.absent:
        queries[KNOWN_ABSENT] = listing(members + _line(found.absent))
    return queries


def target(class_: str, beyond: str = "") -> str:
    """Return the pattern of the things of a class and its subclasses."""
    of_class = focus.said("?thing a ?class .", iri(beyond) if beyond else "")
    return f"  ?class rdfs:subClassOf* {iri(class_)} .\n  {of_class}\n"


def listing(pattern: str) -> str:
    """Return the query that lists the things that fit a pattern."""
    return declared(f"SELECT DISTINCT ?thing\nWHERE {{\n{pattern}}}\nORDER BY STR(?thing)\n")


def declared(text: str) -> str:
    """Return the query with the prefixes it uses, so that it can be asked anywhere."""
    missing = sorted(Query(text).missing(prefixes()).items())
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in missing) + text


def _line(pattern: str) -> str:
    return f"  {pattern}\n" if pattern else ""


def iri(name: str) -> str:
    """Return an IRI as SPARQL writes it: as a prefixed name if the project has a prefix for it."""
    short = shorten(name)
    return short if _SAFE.fullmatch(short) else str(NamedNode(name))


def _to(path: Path, value: str) -> str:
    """Return the pattern that leads from `?thing` to a value.

    An alternative becomes a UNION: Virtuoso 7 does not compile one of sequences in a path.
    """
    if path.kind != "alternativePath":
        return f"?thing {written(path)} {value} ."
    return " UNION ".join(f"{{ ?thing {written(part)} {value} }}" for part in path.parts)


def written(path: Path) -> str:
    """Return a property path as SPARQL writes it (SPARQL 1.1 §9.1)."""
    if path.kind == "predicate":
        return iri(path.iri)
    parts = [written(part) if part.kind == "predicate" else f"({written(part)})" for part in path.parts]
    if path.kind in ("sequencePath", "alternativePath"):
        return ("/" if path.kind == "sequencePath" else "|").join(parts)
    return f"^{parts[0]}" if path.kind == "inversePath" else parts[0] + _MARKS[path.kind]
