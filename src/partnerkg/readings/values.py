"""The values a fact may take, read from located YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from partnerkg.errors import N_
from partnerkg.model.claim import Count, Fact, Number, Partnership, Thing
from partnerkg.model.facts import FACTS, SUBJECTS
from partnerkg.readings import lists
from partnerkg.readings.located import Located
from partnerkg.readings.words import day, is_address, slug

BOUNDS = {"at_least": (0, True), "more_than": (0, False), "at_most": (1, True), "less_than": (1, False)}
COLLABORATION = (
    "activities",
    "concerns",
    "description",
    "direction",
    "of",
    "programme",
    "receiver",
    "territory",
)


def facts(keys: dict[str, Located]) -> Iterator[Fact]:
    """Yield the facts among the keys of an entry or a claim, one a value, in the order of `FACTS`.

    A value that is none becomes a fault of the file.
    """
    for name in FACTS:
        if name in keys:
            for item in _items(name, keys[name]):
                fact = item.faults.attempt(_fact, name, item)
                if fact:
                    yield fact


def _items(name: str, located: Located) -> list[Located]:
    if not isinstance(located.value, list):
        return [located]
    if FACTS[name].many:
        return located.items()
    located.faults.append(located.wrong(N_("`{name}` takes one value, not a list."), name=name))
    return []


def _fact(name: str, located: Located) -> Fact:
    return Fact(name, value(FACTS[name].value, located), located.line)


def value(kind: str, located: Located) -> object:
    """Return the value of a fact of that kind; WrongReading when it is none."""
    return _READERS[kind.partition(":")[0]](located, kind.partition(":")[2])


def thing(located: Located, kind: str = "") -> Thing:
    """Return the thing meant by `slug` (of that kind) or by `kind:slug`."""
    before, colon, after = located.text().rpartition(":")
    if colon and before not in SUBJECTS:
        raise located.wrong(
            N_("`{kind}` is no kind of thing; use one of {known}."), kind=before, known=", ".join(SUBJECTS)
        )
    if not colon and not kind:
        raise located.wrong(N_("say what `{slug}` is: organization:{slug}, work:{slug} …"), slug=after)
    return Thing(before or kind, slug(located.like(after)))


def _address(located: Located, _: str) -> str:
    text = located.text()
    if not is_address(text):
        raise located.wrong(N_("`{address}` is no web address."), address=text)
    return text


def _year(located: Located, _: str) -> int:
    year = located.integer()
    if not 1000 <= year <= 2100:
        raise located.wrong(N_("{year} is not a year between 1000 and 2100."), year=year)
    return year


def _years_by_place(located: Located, _: str) -> dict[str, int]:
    return {place: _year(year, "") for place, year in located.named().items()}


def _count(located: Located, _: str) -> Count:
    keys = located.mapping(["kind"], (*BOUNDS, "on"))
    bounds: list[tuple[int | None, bool]] = [(None, True), (None, True)]
    for key, (side, inclusive) in BOUNDS.items():
        if key in keys:
            bounds[side] = (keys[key].integer(), inclusive)
    (lower, lower_inclusive), (upper, upper_inclusive) = bounds
    if lower is None and upper is None:
        raise located.wrong(N_("a count needs a bound: {known}."), known=", ".join(BOUNDS))
    if lower is not None and upper is not None and lower > upper:
        raise located.wrong(
            N_("the lower bound {lower} is above the upper bound {upper}."), lower=lower, upper=upper
        )
    on = day(keys["on"]) if "on" in keys else None
    return Count(keys["kind"].text(), lower, lower_inclusive, upper, upper_inclusive, on)


def _number(located: Located, _: str) -> Number:
    scheme, colon, number = located.text().partition(":")
    if not colon or not scheme.strip() or not number.strip():
        raise located.wrong(N_("write an identifier with its register: siren:216200410."))
    return Number(scheme.strip(), number.strip())


def _collaboration(located: Located, _: str) -> Partnership:
    keys = located.mapping(allowed=COLLABORATION)

    def one(key: str) -> str | None:
        return keys[key].text() if key in keys else None

    activities = keys["activities"].items() if "activities" in keys else []
    concerns = keys["concerns"].items() if "concerns" in keys else []
    return Partnership(
        suffix=one("of"),
        activities=tuple(item.text() for item in activities),
        programme=one("programme"),
        concerns=tuple(thing(item) for item in concerns),
        direction=one("direction"),
        territory=one("territory"),
        description=one("description"),
        receiver=one("receiver"),
        detail_only="of" in keys,
    )


_READERS: dict[str, Callable[[Located, str], object]] = {
    "class": lambda located, _: located.text(),
    "concept": lambda located, _: located.text(),
    "text": lambda located, _: located.text(),
    "written": lambda located, _: located.text(),
    "place": lambda located, _: located.text(),
    "address": _address,
    "year": _year,
    "years by place": _years_by_place,
    "flag": lambda located, _: located.flag(),
    "count": _count,
    "number": _number,
    "collaboration": _collaboration,
    "list": lambda located, _: lists.listed(located),
    "thing": lambda located, _: thing(located),
    **{kind: lambda located, _, kind=kind: thing(located, kind) for kind in SUBJECTS},  # type: ignore[misc]
}
