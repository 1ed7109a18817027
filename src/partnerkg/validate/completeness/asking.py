"""A property shape → the SPARQL queries that list who has what it wants, who lacks it, and whom it concerns.

They use no function of an engine, and neither FILTER NOT EXISTS nor OPTIONAL beside MINUS, so that every
engine answers them alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message
from partnerkg.namespaces import expand, namespace, shorten
from partnerkg.validate.paths import items, read
from partnerkg.validate.shapes import WrongShape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.paths import Index, Path, Term
    from partnerkg.validate.shapes import Shape

SH = namespace("sh")
APPLICABLE, ANSWERED, KNOWN_ABSENT, MISSING = "applicable", "answered", "known_absent", "missing"
# A value that says: it was looked for, and there is none to know.
SAYS_ABSENT = frozenset({expand("name-status:unnamed-in-source")})
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[A-Za-z_][A-Za-z0-9_-]*")
_LOGICAL = ("or", "and", "xone", "not", "node", "sparql")
_TALK = ("name", "description", "message", "order", "group", "severity")
_MARKS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
# What only reference data speak of is no record that somebody keeps, unless the class is of such things.
_ONLY_REFERENCE = """  MINUS {
    GRAPH graph:reference { ?thing a ?kind }
    MINUS {
      GRAPH ?said { ?thing a ?other }
      FILTER(?said != graph:reference)
    }
  }
"""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Graph patterns for `?thing`: who `having` has what is wanted, and whom each of `lacking` finds.

    `touching` is the pattern of the things it concerns, empty if it concerns all of the class; `absent` finds
    those that are known to have no answer, empty if nothing can say so.
    """

    having: str
    lacking: tuple[str, ...]
    touching: str = ""
    absent: str = ""


def patterns(shape: Shape, index: Index, presence: bool = False) -> Patterns:
    """Return the patterns of a property shape; with `presence` any value will do.

    WrongShape if it asks for something that cannot be counted.
    """
    assert shape.path is not None
    path = written(shape.path)
    if presence:
        having, lacking = _at_least(1, f"?thing {path} ?value")
        return Patterns(having, (lacking,))
    asked = {name.removeprefix(SH.iri): value for name, value in shape.constraints}
    found = list(_parts(shape, path, asked, index))
    if not found:
        raise _uncountable(shape.iri, Message("it wants nothing that can be counted"))
    return Patterns(
        "".join(having for having, _ in found),
        tuple(lacking for _, lacking in found),
        "" if _demands(asked) else f"  ?thing {path} ?any .\n",
        _absent(path, asked, index),
    )


def _parts(shape: Shape, path: str, asked: Mapping[str, Term], index: Index) -> Iterator[tuple[str, str]]:
    """Yield for each constraint who has what it wants, and who lacks it."""
    logical = next((name for name in asked if name in _LOGICAL), None)
    if logical:
        raise _uncountable(shape.iri, Message("completeness cannot count sh:{name}", name=logical))
    if _number(asked, "minCount"):
        yield _at_least(_number(asked, "minCount"), f"?thing {path} ?value")
    if "qualifiedValueShape" in asked and _number(asked, "qualifiedMinCount"):
        condition = "".join(_fitting("?value", asked["qualifiedValueShape"], shape.iri, index))
        yield _at_least(_number(asked, "qualifiedMinCount"), f"?thing {path} ?value .{condition}")
    for name, value in shape.constraints:
        if name == SH.hasValue.value:
            yield _at_least(1, f"?thing {path} {_written_term(value)}")
    if "in" in asked:
        outside = f"?thing {path} ?other . MINUS {{ {_values('?other', items(asked['in'], index))} }}"
        yield f"  MINUS {{ {outside} }}\n", f"  {outside}\n"


def _at_least(number: int, pattern: str) -> tuple[str, str]:
    """Return the patterns of those that have so many values, and of those that do not."""
    if number == 1:
        return f"  {pattern} .\n", f"  MINUS {{ {pattern} }}\n"
    enough = f"HAVING (COUNT(DISTINCT ?value) >= {number})"
    counted = f"{{ SELECT ?thing WHERE {{ {pattern} }} GROUP BY ?thing {enough} }}"
    return f"  {counted}\n", f"  MINUS {counted}\n"


def _fitting(variable: str, node: Term, shape: str, index: Index) -> Iterator[str]:
    """Yield what a value must say so that it fits a shape within the shape."""
    for name, values in sorted(index.get(node, {}).items()):
        local = name.removeprefix(SH.iri)
        for place, value in enumerate(values):
            if local == "property":
                yield from _property(variable, f"{variable}_{place}", index.get(value, {}), index)
            elif local == "not":
                yield _unless("".join(_fitting(variable, value, shape, index)), shape)
            elif local in _SIMPLE:
                yield " " + _SIMPLE[local](variable, value, index)
            elif name.startswith(SH.iri) and local not in _TALK:
                raise _uncountable(shape, Message("completeness cannot count sh:{name}", name=local))


def _property(variable: str, inner: str, row: Mapping[str, Sequence[Term]], index: Index) -> Iterator[str]:
    path = written(read(row[SH.path.value][0], index))
    wanted = [_written_term(one) for one in row.get(SH.hasValue.value, ())]
    yield from (f" {variable} {path} {one} ." for one in wanted or [inner])


def _unless(pattern: str, shape: str) -> str:
    """Return the pattern of values that a pattern does not fit; a filter alone cannot be taken away."""
    if "FILTER" in pattern:
        raise _uncountable(shape, Message("completeness cannot count sh:{name}", name="not"))
    return f" MINUS {{{pattern} }}"


def _languages(variable: str, value: Term, index: Index) -> str:
    tags = (getattr(item, "value", "") for item in items(value, index))
    return f"FILTER({' || '.join(f'LANGMATCHES(LANG({variable}), {Literal(tag)})' for tag in tags)})"


_SIMPLE: Mapping[str, Callable[[str, Term, Index], str]] = {
    "class": lambda variable, value, _: f"{variable} a/rdfs:subClassOf* {_written_term(value)} .",
    "datatype": lambda variable, value, _: f"FILTER(DATATYPE({variable}) = {_written_term(value)})",
    "hasValue": lambda variable, value, _: f"VALUES {variable} {{ {_written_term(value)} }}",
    "in": lambda variable, value, index: _values(variable, items(value, index)),
    "languageIn": _languages,
}


def _values(variable: str, terms: Iterable[Term]) -> str:
    return f"VALUES {variable} {{ {' '.join(map(_written_term, terms))} }}"


def _absent(path: str, asked: Mapping[str, Term], index: Index) -> str:
    """Return the pattern of those that are known to have no answer, if the shape takes that for one."""
    allowed = items(asked["in"], index) if "in" in asked else ()
    found = [term for term in allowed if getattr(term, "value", None) in SAYS_ABSENT]
    return f"  ?thing {path} ?absent . {_values('?absent', found)}\n" if found else ""


def _demands(asked: Mapping[str, Term]) -> bool:
    """Return whether a thing without any value lacks something."""
    numbers = _number(asked, "minCount") + _number(asked, "qualifiedMinCount")
    return bool(numbers) or "hasValue" in asked


def _number(asked: Mapping[str, Term], name: str) -> int:
    return int(str(getattr(asked[name], "value", 0))) if name in asked else 0


def _uncountable(shape: str, reason: Message) -> WrongShape:
    return WrongShape(shape=shorten(shape), reason=reason)


def _written_term(term: Term) -> str:
    return iri(term.value) if isinstance(term, NamedNode) else str(term)


def texts(class_: str, found: Patterns, whole: bool = False) -> dict[str, str]:
    """Return the queries by what they list; `whole` if things of reference data count too."""
    start = target(class_, whole) + found.touching
    missing = start + found.lacking[0]
    if len(found.lacking) > 1:
        both = " UNION ".join(f"{{\n{lacking}  }}" for lacking in found.lacking)
        missing = f"{start}  {both}\n"
    queries = {
        APPLICABLE: _select(start),
        ANSWERED: _select(start + found.having),
        MISSING: _select(missing),
    }
    if found.absent:
        queries[KNOWN_ABSENT] = _select(target(class_, whole) + found.absent)
    return queries


def target(class_: str, whole: bool = False) -> str:
    """Return the pattern of the things of a class and its subclasses."""
    return f"  ?thing a/rdfs:subClassOf* {iri(class_)} .\n" + ("" if whole else _ONLY_REFERENCE)


def things(class_: str, whole: bool = False) -> str:
    """Return the query that lists the things of a class."""
    return _select(target(class_, whole))


def _select(pattern: str) -> str:
    return f"SELECT DISTINCT ?thing\nWHERE {{\n{pattern}}}\nORDER BY STR(?thing)\n"


def iri(name: str) -> str:
    """Return an IRI as SPARQL writes it: as a prefixed name if the project has a prefix for it."""
    short = shorten(name)
    return short if _SAFE.fullmatch(short) else str(NamedNode(name))


def written(path: Path) -> str:
    """Return a property path as SPARQL writes it (SPARQL 1.1 §9.1)."""
    if path.kind == "predicate":
        return iri(path.iri)
    parts = [written(part) if part.kind == "predicate" else f"({written(part)})" for part in path.parts]
    if path.kind in ("sequencePath", "alternativePath"):
        return ("/" if path.kind == "sequencePath" else "|").join(parts)
    return f"^{parts[0]}" if path.kind == "inversePath" else parts[0] + _MARKS[path.kind]
