"""Partners listed as data, in front matter, YAML, JSON or a script: their names and addresses as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from partnerkg.extract import words
from partnerkg.extract.view import HEADING, NAME, PLACE, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.extract.view import Line, Span

_NAMES = ("name", "nom", "nome", "nombre", "organisation", "organization", "company", "partner", "partenaire")
_TITLES = ("title", "titre", "label", "alt")
_PLACES = ("address", "adresse", "city", "ville", "town", "location", "lieu")
_LINKS = ("logo", "image", "img", "src", "url", "website", "href", "link", "site", "web", "picture", "photo")
_OTHERS = (  # what only things have that are no partners
    *(
        "role",
        "poste",
        "fonction",
        "date",
        "price",
        "prix",
        "icon",
        "time",
        "author",
        "position",
        "job",
        "email",
    ),
    *("question", "answer", "features", "path", "component", "amount", "start", "startdate", "speaker"),
)
_LOGO = "logo"  # what persons and offers do not have
_ASIDE = re.compile(
    r"nav\w*|.*menus?|.*links|routes?|team|equipe|staff|faqs?|events?|evenements?|testimonials?|temoignages?|steps?|"
    r"etapes|stats?|features|benefits|avantages|services|values|valeurs|levels|niveaux|tiers|packs|packages|offers|"
    r"offres|socials?|reseaux|speakers|authors?|products?|projects?|projets|actions|news|posts|categories|filters|tabs",
    re.I,
)
_TYPED = r":[ \t]{0,3}(?:readonly )?[A-Z{][\w<>\[\], |.{};:'\"?]{0,200}?[ \t]?=(?=[ \t]{0,3}[\[{\n])"
_KEY = re.compile(
    rf"(?<![\w.&?/$-])\$?(?P<key>[A-Za-z_][\w-]{{0,40}})[\"']?[ \t]{{0,3}}"
    rf"(?:{_TYPED}|:|=>|=(?![=>]))[ \t]{{0,3}}"
    r"(?:\"(?P<double>(?:[^\"\\\n]|\\.){1,300})\"|'(?P<single>(?:[^'\\\n]|\\.){1,300})'"
    r"|`(?P<back>[^`\n$]{1,300})`"
    r"|(?P<open>\[|array\(|\{)|(?P<end>\r?\n|$)"
    r"|(?P<bare>[^\s\"'`,;{}\[\]#|>&*!%@][^\n\r#]{0,200}))",
    re.M,
)
_STRING = re.compile(
    r"\s{0,200}(?:\"((?:[^\"\\\n]|\\.){1,200})\"|'((?:[^'\\\n]|\\.){1,200})')\s{0,200}([,\]])"
)
_DASHED = re.compile(
    r"[ \t]*-[ \t]+(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'|([^\s\"'{\[&*!%@:|>-][^:\n#]{0,150}))"
    r"[ \t]*\r?(?:\n|\Z)"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_COMMENT = re.compile(r"(?<!\S)(?:#|//|\*)(?!\S*[\"'])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]")
_HELD = ("items", "entries", "list", "liste", "organisations", "organizations", "structures", "logos")
_MOST, _SOME = 1_000, 2  # strings of one list; things with a picture or link that make one of partners


@dataclass(slots=True)
class Thing:
    """What stands between two braces, or behind a dash: where its name and address stand, its keys."""

    name: Span | None = None
    title: Span | None = None
    place: Span | None = None
    keys: set[str] = field(default_factory=set)
    begun: bool = True  # behind a brace or dash
    column: int = 0  # how far its first line is indented

    @property
    def called(self) -> Span | None:
        """Return where the name stands."""
        return self.name or self.title

    @property
    def is_partner(self) -> bool:
        """Return whether a thing may be a partner by its keys: a name, and none of other things' keys."""
        return self.called is not None and (_LOGO in self.keys or not self.keys & set(_OTHERS))

    @property
    def is_shown(self) -> bool:
        """Return whether it also has a picture or a link."""
        return self.is_partner and bool(self.keys & set(_LINKS))


Listed = tuple["Span | None", list[Thing], "Span | None"]


def lines(text: str, start: int, stop: int, *, bare: bool = True, least: int = _SOME) -> Iterator[Line]:
    """Yield a line for each list, by its key, and for each name and address in it.

    With `bare` values without quotation marks count (YAML). A list whose key does not speak of partners
    counts if it holds things with a picture or link, `least` of them; with 0 it never does.
    """
    card = start
    for key, things, category in lists(text, start, stop, bare=bare):
        named = [thing for thing in things if thing.is_partner and (thing.begun or key is not None)]
        entitled = any(thing.name for thing in named)
        named = [thing for thing in named if thing.name or (thing.is_shown and not entitled)]
        telling = key is not None and tells(text[slice(*key)])
        enough = least > 0 and (
            key is None or sum(thing.is_shown for thing in named) >= (1 if category else least)
        )
        if not named or not (telling or enough):
            continue
        if category is not None and (heading := _line(text, category, NAME, 0)) is not None:
            heading.kind, heading.level = HEADING, 3
            yield heading
        elif key is not None and (heading := _line(text, key, HEADING, 0)) is not None:
            heading.level = 2
            yield heading
        for thing in named:
            card += 1
            for span, kind in ((thing.called, NAME), (thing.place, PLACE)):
                if span is not None and (line := _line(text, span, kind, card)) is not None:
                    yield line


def shown(text: str, start: int, stop: int, *, bare: bool) -> int:
    """Return how many things have a name and a picture or link."""
    return sum(thing.is_shown for _, things, _ in lists(text, start, stop, bare=bare) for thing in things)


def lists(text: str, start: int, stop: int, *, bare: bool) -> Iterator[Listed]:
    """Yield the things of each list with where its key stands, and the name of the thing it is a part of."""
    key: Span | None = None
    category: Span | None = None
    things: list[Thing] = []
    for found in _entries(text, start, stop, bare=bare):
        name, column = found["key"].lower(), _column(text, found.start())
        if found["open"] is None and found["end"] is None:
            if category and key and column < _column(text, key[0]):  # the next category
                yield key, things, category
                key, category, things = None, None, []
            _put(things, text, found)
        elif (
            things
            and column > (_column(text, key[0]) if key else things[0].column)
            and not _holds(things[-1], name)
        ):
            things[-1].keys.add(name)
        else:
            above = things.pop().called if things and _holds(things[-1], name) else None
            if things and not _is_aside(text, key):
                yield key, things, category
            key, category, things = found.span("key"), above, _named(text, found)
    if things and not _is_aside(text, key):
        yield key, things, category


def _put(things: list[Thing], text: str, found: re.Match[str]) -> None:
    """Take a key with its value for one of the last thing, or the first of another."""
    name = found["key"].lower()
    if not things or _begins(text, found.start(), things[-1], name):
        things.append(Thing(begun=_is_begun(text, found.start()), column=_column(text, found.start())))
    _take(things[-1], name, _value(found))


def _named(text: str, found: re.Match[str]) -> list[Thing]:
    """Return the partners that a list of nothing but names holds, if its key speaks of them."""
    if not tells(found["key"]):
        return []
    return [Thing(name=span) for span in _strings(text, found.end(), found["open"] or "")]


def _holds(thing: Thing, key: str) -> bool:
    """Return whether a thing is a category: it has a name and nothing but the list of whom it holds."""
    return thing.begun and thing.called is not None and len(thing.keys) == 1 and (tells(key) or key in _HELD)


def _entries(text: str, start: int, stop: int, *, bare: bool) -> Iterator[re.Match[str]]:
    """Yield the keys with their values; those in comments are left out."""
    for found in _KEY.finditer(text, start, stop):
        if (bare or not found["bare"]) and not _is_comment(text, found.start()):
            yield found


def _is_comment(text: str, at: int) -> bool:
    """Return whether a comment stands before a place on its line."""
    return bool(_COMMENT.search(text, text.rfind("\n", max(0, at - 300), at) + 1, at))


def _is_aside(text: str, key: Span | None) -> bool:
    return key is not None and bool(_ASIDE.fullmatch(text[slice(*key)]))


def _column(text: str, at: int) -> int:
    """Return how far the first word of a line is indented."""
    line = text[text.rfind("\n", max(0, at - 300), at) + 1 : at]
    return len(line) - len(line.lstrip())


def _begins(text: str, at: int, thing: Thing, name: str) -> bool:
    """Return whether a key begins another thing: behind a brace or dash, or if the thing has it."""
    return name in thing.keys or _is_begun(text, at)


def _is_begun(text: str, at: int) -> bool:
    before = text[max(0, at - 80) : at].rstrip(" \t\"'")
    return (before.endswith("-") and not before.endswith("--")) or before.rstrip().endswith(("{", "[", "("))


def _value(found: re.Match[str]) -> Span:
    group = next(name for name in ("double", "single", "back", "bare") if found[name] is not None)
    start = found.start(group)
    return start, start + len(found[group].rstrip(" \t\r,;"))


def _take(thing: Thing, key: str, span: Span) -> None:
    thing.keys.add(key)
    if key in _NAMES:
        thing.name = thing.name or span
    elif key in _TITLES:
        thing.title = thing.title or span
    elif key in _PLACES:
        thing.place = thing.place or span


def _strings(text: str, start: int, opening: str) -> Iterator[Span]:
    """Yield where the strings of a list stand that holds nothing else."""
    pattern = _STRING if opening else _DASHED
    for _ in range(_MOST):
        found = pattern.match(text, start)
        if found is None:
            return
        yield next(found.span(number) for number in range(1, 4 if not opening else 3) if found[number])
        start = found.end()
        if opening and found[3] == "]":
            return


def tells(key: str) -> bool:
    """Return whether the key of a list speaks of partners."""
    from partnerkg.extract.sections import relation

    return bool(relation(_CAMEL.sub(" ", key))) or words.tells("heading.partners", _CAMEL.sub(" ", key))


def _line(text: str, span: Span, kind: str, card: int) -> Line | None:
    writing = Writing()
    place, end = span
    pieces = _CAMEL if kind == HEADING else _ESCAPE
    for found in pieces.finditer(text, place, end):
        writing.add(text[place : found.start()], place)
        if kind == HEADING:
            writing.add_one(" ", found.start(), max(found.end(), found.start()))
        else:
            writing.add_one(chr(int(found[1], 16)) if found[1] else found[2], *found.span())
        place = found.end()
    writing.add(text[place:end], place)
    line = writing.line()
    if line is not None:
        line.kind, line.card, line.box = kind, -card if card else 0, (-card,) if card else ()
    return line
