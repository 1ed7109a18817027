"""Constraints that one query decides: the rows of each are what fails (SHACL §4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import conditions, tests
from partnerkg.validate.compiled import path as paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.validate.compiled.focus import Focus
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH, XSD = namespace("sh"), namespace("xsd")
NODE, VALUE = "?this", "?value"


@dataclass(frozen=True, slots=True)
class Check:
    """A query whose rows are failures: focus node, then what `columns` names.

    `component` is the parameter that failed, such as `minCount`. Where one query can tell that several
    constraints hold everywhere, it is the `gate` of each of their checks: no row, no failure.
    """

    text: str
    component: str
    columns: tuple[str, ...] = ()
    gate: str = ""


class Asked:
    """Nodes and a shape to ask about them, with what every query about both needs."""

    __slots__ = ("conditions", "covers", "focus", "frequent", "shape", "shapes", "subclasses")

    def __init__(
        self,
        shape: Shape,
        focus: Focus,
        shapes: Shapes,
        subclasses: Mapping[str, Sequence[str]],
        *,
        frequent: bool = True,
        covers: Callable[[Shape], bool] = lambda shape: True,
    ) -> None:
        """Take a shape and nodes; `frequent` says that its predicate is on far more nodes than these.

        `covers` says whether a shape can be compiled.
        """
        self.shape = shape
        self.focus = focus
        self.shapes = shapes
        self.subclasses = subclasses
        self.frequent = frequent
        self.covers = covers
        self.conditions = self._conditions()

    def _conditions(self) -> dict[tuple[str, Term], str]:
        """Return when a value passes each constraint that leads to shapes which one look at it decides."""
        found = conditions.Conditions(self.shapes, self.subclasses, self.value, self.covers)
        named = [(predicate.removeprefix(SH.iri), value) for predicate, value in self.shape.constraints]
        of = {key: found.of(*key, self.shape) for key in named if key[0] in conditions.NAMES}
        return {key: condition for key, condition in of.items() if condition is not None}

    @property
    def value(self) -> str:
        """Return the variable of the value nodes: the focus node itself if the shape has no path."""
        return VALUE if self.shape.path else NODE

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns beside the focus node that a failing value is read from."""
        return ("value",) if self.shape.path else ()

    @property
    def pairs(self) -> str:
        """Return a group that binds focus nodes and their values; a pair may come more than once."""
        if self.shape.path is None:
            return self.focus.group
        return paths.pairs(self.focus.group, self.shape.path, NODE, VALUE)

    @property
    def selected(self) -> str:
        """Return the variables of a focus node and its value."""
        return f"{NODE} {VALUE}" if self.shape.path else NODE

    def failing(self, condition: str) -> str:
        """Return a group that binds the pairs for which a condition, a filter or `MINUS`, holds.

        Where a predicate is rarely on other nodes than these, looking for failures first is faster.
        """
        path = self.shape.path
        if path is None or self.frequent or not paths.is_step(path):
            return f"{self.pairs} {condition}"
        step = f"{NODE} {paths.text(path)} {VALUE} . {condition}"
        return f"{{ SELECT {self.selected} {{ {step} }} }} {self.focus.group}"


def checks(asked: Asked) -> Iterator[Check]:
    """Yield the queries that find what fails a shape; what none of them decides is for `logic`."""
    yield from _tests(asked)
    for predicate, parameter in asked.shape.constraints:
        write = _WRITERS.get(predicate.removeprefix(SH.iri))
        check = write(asked, parameter) if write else None
        if check is not None:
            yield check
    for (name, _), passes in asked.conditions.items():
        yield Check(_failing(asked, passes), name, asked.columns)


def _tests(asked: Asked) -> Iterator[Check]:
    found = list(tests.tests(asked.shape, asked.value))
    gate = _failing(asked, " && ".join(passes for _, passes in found)) if len(found) > 1 else ""
    for name, passes in found:
        yield Check(_failing(asked, passes), name, asked.columns, gate)


def _failing(asked: Asked, passes: str) -> str:
    return f"SELECT DISTINCT {asked.selected} {{ {asked.failing(f'FILTER(!({passes}))')} }}"


def _class(asked: Asked, parameter: Term) -> Check:
    classes = asked.subclasses.get(str(parameter), (str(parameter),))
    typed = f"VALUES ?kind {{ {' '.join(classes)} }} {asked.value} <{namespace('rdf').iri}type> ?kind"
    group = asked.failing(f"MINUS {{ {typed} }}")
    return Check(f"SELECT DISTINCT {asked.selected} {{ {group} }}", "class", asked.columns)


def _min_count(asked: Asked, parameter: Term) -> Check | None:
    least, path = _whole(parameter), asked.shape.path
    if path is None or least < 1 or (least == 1 and paths.leads_nowhere(path)):
        return None
    reached = paths.pairs("" if not paths.leads_nowhere(path) else asked.focus.group, path, NODE, VALUE)
    group = f"{asked.focus.group} OPTIONAL {{ {reached} }}"
    if least == 1:
        return Check(f"SELECT DISTINCT {NODE} {{ {group} FILTER(!BOUND({VALUE})) }}", "minCount")
    return Check(_counted(group, f"< {least}"), "minCount")


def _max_count(asked: Asked, parameter: Term) -> Check | None:
    most, path = _whole(parameter), asked.shape.path
    if path is None:
        return None
    if most == 0:
        return Check(f"SELECT DISTINCT {NODE} {{ {asked.pairs} }}", "maxCount")
    if asked.frequent or not paths.is_step(path):
        return Check(_counted(asked.pairs, f"> {most}"), "maxCount")
    counted = _counted(f"{NODE} {paths.text(path)} {VALUE}", f"> {most}")
    return Check(f"SELECT DISTINCT {NODE} {{ {{ {counted} }} {asked.focus.group} }}", "maxCount")


def _counted(group: str, compared: str) -> str:
    return f"SELECT DISTINCT {NODE} {{ {group} }} GROUP BY {NODE} HAVING(COUNT(DISTINCT {VALUE}) {compared})"


def _has_value(asked: Asked, parameter: Term) -> Check:
    if asked.shape.path is None:
        group = f"{asked.focus.group} FILTER(!({tests.same(parameter, NODE)}))"
    else:
        found = f"{asked.pairs} FILTER({tests.same(parameter, VALUE)})"
        group = f"{asked.focus.group} MINUS {{ SELECT {NODE} {{ {found} }} }}"
    return Check(f"SELECT DISTINCT {NODE} {{ {group} }}", "hasValue")


def _unique_lang(asked: Asked, parameter: Term) -> Check | None:
    if parameter != Literal(True):  # "1" does not switch it on (§4.4.5)
        return None
    group = f'{asked.pairs} BIND(LCASE(LANG({VALUE})) AS ?language) FILTER(?language != "")'
    several = f"GROUP BY {NODE} ?language HAVING(COUNT(DISTINCT {VALUE}) > 1)"
    text = f"SELECT DISTINCT {NODE} ?language {{ {group} }} {several}"
    return Check(text, "uniqueLang", ("language",))


def _equals(asked: Asked, parameter: Term) -> Check:
    other = f"{asked.focus.group} {NODE} {parameter} {VALUE} ."
    if asked.shape.path is None:
        own = f"{asked.focus.group} BIND({NODE} AS {VALUE})"
        missing = f"{own} MINUS {{ {NODE} {parameter} {NODE} }}"
        extra = f"{other} FILTER(!sameTerm({VALUE}, {NODE}))"
    else:
        missing = f"{asked.pairs} MINUS {{ {NODE} {parameter} {VALUE} }}"
        extra = f"{other} MINUS {{ {asked.pairs} }}"
    text = f"SELECT DISTINCT {NODE} {VALUE} {{ {{ {missing} }} UNION {{ {extra} }} }}"
    return Check(text, "equals", ("value",))


def _disjoint(asked: Asked, parameter: Term) -> Check:
    group = f"{asked.pairs} {NODE} {parameter} {asked.value} ."
    return Check(f"SELECT DISTINCT {asked.selected} {{ {group} }}", "disjoint", asked.columns)


def _less_than(name: str, sign: str) -> Callable[[Asked, Term], Check]:
    def write(asked: Asked, parameter: Term) -> Check:
        # `=`, for NaN is not at most itself, whatever some engines say
        fits = f"isLiteral({VALUE}) && {VALUE} {sign} ?other && {VALUE} = {VALUE}"
        compared = f"FILTER(!COALESCE({fits}, false))"
        group = f"{asked.pairs} {NODE} {parameter} ?other . {compared}"
        return Check(f"SELECT DISTINCT {NODE} {VALUE} ?other {{ {group} }}", name, ("value", "other"))

    return write


def _closed(asked: Asked, parameter: Term) -> Check | None:
    if not _true(parameter):
        return None
    allowed = _allowed(asked)
    # A closed property shape looks at what its values say; a node shape at the focus nodes themselves.
    bound = f"{asked.pairs} {asked.value} ?predicate ?object ."
    condition = f"FILTER(?predicate NOT IN ({', '.join(allowed)}))" if allowed else ""
    text = f"SELECT DISTINCT {asked.selected} ?predicate ?object {{ {bound} {condition} }}"
    return Check(text, "closed", (*(("subject",) if asked.shape.path else ()), "predicate", "value"))


def _allowed(asked: Asked) -> list[str]:
    shapes = asked.shapes.by_iri
    paths_ = [shapes[name].path for name in asked.shape.properties if name in shapes]
    predicates = [f"<{path.iri}>" for path in paths_ if path is not None and path.kind == "predicate"]
    for ignored in tests.constants(asked.shape, "ignoredProperties"):
        predicates += map(str, asked.shape.lists[ignored])
    return list(dict.fromkeys(predicates))


def _whole(parameter: Term) -> int:
    return int(str(getattr(parameter, "value", "0")))


def _true(parameter: Term) -> bool:
    return str(getattr(parameter, "value", "")) in ("true", "1")


_WRITERS: dict[str, Callable[[Asked, Term], Check | None]] = {
    "class": _class,
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _less_than("lessThan", "<"),
    "lessThanOrEquals": _less_than("lessThanOrEquals", "<="),
    "closed": _closed,
}
NAMES = frozenset(_WRITERS) | tests.NAMES | {"flags", "ignoredProperties"}
