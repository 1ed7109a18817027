"""What a header must say, and how it must fit the query below it."""

from __future__ import annotations

import re

from partnerkg.errors import N_, Message, WrongHeader
from partnerkg.query.counted import COLUMN, counted, listed
from partnerkg.query.header import items, mapping
from partnerkg.query.types import TYPES
from partnerkg.sparql.query import Query
from partnerkg.store.base import CLAIMS, ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.query.header import Header

LANGUAGES = ("en", "fr")
_HOLE = r"\{([^{}]*)\}"
RESERVED = (
    *("endpoint", "explain", "file", "format", "help", "lang", "limit", "name", "output"),
    *("param", "project", "text", "timeout", "version", "why"),
)
_KEYS = (
    *("summary", "form", "description", "nothing", "columns", "headings", "parameters"),
    *("tags", "words", "reads", "completeness", "counts", "joined", "lists", "links"),
)
_PARAMETER_KEYS = ("type", "class", "example", "optional", "default", "choices", "description")


def check(header: Header, text: str) -> None:
    """Raise WrongHeader, at its line, if a header does not say what it must or does not fit its query."""
    for key in header.values:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise header.wrong(
                key, Message("there is no key `{key}`; there are {known}", key=key, known=known)
            )
    for key in ("summary", "columns"):
        if not mapping(header.values.get(key)):
            raise header.wrong(key, Message("`{key}` is missing", key=key))
    for key in ("summary", "form", "description", "nothing", "words"):
        _check_languages(header, key, header.values.get(key))
    _check_form(header)
    for content in mapping(header.values["columns"]).values():
        _check_languages(header, "columns", None if isinstance(content, str) else content)
    _check_headings(header)
    _check_links(header)
    _check_items(header)
    _check_variables(header, Query(text).columns)
    _check_completeness(header)
    _check_joined(header, text)
    _check_counts(header)
    _check_lists(header)


def _check_languages(header: Header, key: str, value: object) -> None:
    missing = [language for language in LANGUAGES if not mapping(value).get(language)]
    if value is not None and missing:
        raise header.wrong(key, Message("`{key}` has no text in {language}", key=key, language=missing[0]))


def _check_headings(header: Header) -> None:
    columns = mapping(header.values["columns"])
    for language, given in mapping(header.values.get("headings")).items():
        names = mapping(given)
        unknown = next((name for name in names if name not in columns), None)
        missing = next((name for name in columns if not names.get(name)), None)
        checks = (
            (language not in LANGUAGES, N_("`headings` are by language, {languages}, not `{language}`")),
            (unknown is not None, N_("`headings` has `{unknown}`, which is no column")),
            (missing is not None, N_("`headings` has no {language} text for the column `{missing}`")),
            (len(set(names.values())) < len(names), N_("two columns have the same heading in {language}")),
        )
        details = {"language": language, "unknown": unknown, "missing": missing}
        for wrong, template in checks:
            if wrong:
                raise header.wrong("headings", Message(template, languages=", ".join(LANGUAGES), **details))


def _check_links(header: Header) -> None:
    """Raise WrongHeader unless each link has two ends, and a kind or not, that are columns or parameters."""
    links = header.values.get("links", [])
    known = [*mapping(header.values["columns"]), *mapping(header.values.get("parameters"))]
    for link in links if isinstance(links, list) else [links]:
        ends = items(link)
        if not isinstance(link, list) or len(ends) not in (2, 3):
            reason = Message(N_("`links` is a list of links, each a list of two ends and perhaps a kind"))
            raise header.wrong("links", reason)
        for end in ends:
            if end not in known:
                reason = Message(N_("`links` names `{end}`, which is no column and no parameter"), end=end)
                raise header.wrong("links", reason)


def _check_form(header: Header) -> None:
    """Refuse a sentence that has not a hole for each parameter, `{name}`, once, and no other."""
    wanted = sorted(mapping(header.values.get("parameters")))
    for language, sentence in mapping(header.values.get("form")).items():
        if sorted(re.findall(_HOLE, str(sentence))) != wanted:
            template = N_("`{key}` in {language} must have each parameter once in braces: {wanted}")
            holes = ", ".join(f"{{{name}}}" for name in wanted) or "–"
            raise header.wrong("form", Message(template, key="form", language=language, wanted=holes))


def _check_items(header: Header) -> None:
    for key, known in (("tags", None), ("reads", ROOMS)):
        for value in items(header.values.get(key)):
            if known and value not in known:
                reason = Message("`{value}` is not one of {known}", value=value, known=", ".join(known))
                raise header.wrong(key, reason)


def _check_variables(header: Header, projected: list[str] | None) -> None:
    if projected is None:
        raise WrongHeader(
            path=header.path, line=1, reason=Message("the query must SELECT its columns by name")
        )
    for column in mapping(header.values["columns"]):
        if column not in projected:
            raise header.wrong("columns", Message("the query does not SELECT `?{name}`", name=column))
    for name, given in mapping(header.values.get("parameters")).items():
        _check_parameter(header, name, mapping(given), projected)


def _check_parameter(header: Header, name: str, given: Mapping[str, object], projected: list[str]) -> None:
    unknown = next((key for key in given if key not in _PARAMETER_KEYS), None)
    checks = (
        (name in RESERVED, N_("a parameter cannot be called `{name}`")),
        (unknown is not None, N_("`{name}` has an unknown key `{unknown}`")),
        (given.get("type") not in TYPES, N_("the type of `{name}` must be one of {types}")),
        ("example" not in given, N_("`{name}` has no example")),
        ("default" in given and "optional" in given, N_("`{name}` has a default, so it is optional already")),
        (
            not _offers(given, name),
            N_("the choices of `{name}` must be a graph pattern with `?{name}` in it"),
        ),
        (name not in projected, N_("the query must SELECT `?{name}` so that it can be given a value")),
    )
    for wrong, template in checks:
        if wrong:
            reason = Message(template, name=name, unknown=unknown, types=", ".join(TYPES))
            raise header.wrong(f"parameters.{name}", reason)
    _check_languages(header, f"parameters.{name}", given.get("description"))


def _check_completeness(header: Header) -> None:
    pattern = header.values.get("completeness", "?list")
    reads = items(header.values.get("reads")) or ROOMS
    if not _names(pattern, "list"):
        reason = Message("`{key}` must be a graph pattern with `?list` in it", key="completeness")
        raise header.wrong("completeness", reason)
    if "completeness" in header.values and CLAIMS not in reads:
        reason = Message("the lists stand in `{room}`, which `reads` leaves out", room=CLAIMS)
        raise header.wrong("completeness", reason)


def _check_joined(header: Header, text: str) -> None:
    """Raise WrongHeader unless what is joined is SELECTed, each in a way there is, of rows in an order."""
    joining, query = mapping(header.values.get("joined")), Query(text)
    if not joining:
        return
    from partnerkg.query.joined import HOW
    from partnerkg.sparql import ordering

    unknown = next((name for name in joining if name not in (query.columns or ())), None)
    checks = (
        (unknown is not None, N_("`joined` has `{unknown}`, which the query does not SELECT")),
        (any(how not in HOW for how in joining.values()), N_("the values of `joined` are {ways}")),
        (
            ordering.of(query) is None,
            N_("rows are joined in their order: the query must have an `ORDER BY` of columns"),
        ),
    )
    for wrong, template in checks:
        if wrong:
            raise header.wrong("joined", Message(template, unknown=unknown, ways=", ".join(HOW)))


def _check_counts(header: Header) -> None:
    """Raise WrongHeader unless columns count the rows of a question, which is told columns or values."""
    columns = mapping(header.values["columns"])
    for name, leads in counted(header.values.get("counts")).items():
        told = [value for value in (leads.told or {}).values() if value.startswith(COLUMN)]
        unknown = next((one for one in [COLUMN + name, *told] if one[1:] not in columns), None)
        if unknown is not None:
            reason = Message("`counts` has `{unknown}`, which is no column", unknown=unknown[1:])
            raise header.wrong("counts", reason)
        if not leads.question:
            reason = Message(N_("`counts` does not say which question has the rows of `{name}`"), name=name)
            raise header.wrong("counts", reason)


def _check_lists(header: Header) -> None:
    """Raise WrongHeader unless rows lead to questions, which are told columns, parameters or values."""
    known = [*mapping(header.values["columns"]), *mapping(header.values.get("parameters"))]
    for leads in listed(header.values.get("lists")):
        told = [value[1:] for value in (leads.told or {}).values() if value.startswith(COLUMN)]
        unknown = next((name for name in told if name not in known), None)
        if unknown is not None:
            reason = Message(
                N_("`lists` names `{unknown}`, which is no column and no parameter"), unknown=unknown
            )
            raise header.wrong("lists", reason)
        if not leads.question:
            raise header.wrong("lists", Message(N_("`lists` does not say which question it means")))


def _offers(given: Mapping[str, object], name: str) -> bool:
    """Return whether a parameter's choices, if it has any, could give it a value."""
    return _names(given.get("choices", f"?{name}"), name)


def _names(pattern: object, name: str) -> bool:
    """Return whether this is a text with the variable in it."""
    return isinstance(pattern, str) and name in Query(pattern).variables
