"""The official geographical code (COG): the list of places wanted, and what the COG says of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, NamedTuple, TypeVar

import yaml

from partnerkg.errors import N_, BrokenFile, Message, MissingFile, UnknownCode, WrongSiren
from partnerkg.model.name import typeset
from partnerkg.model.place import Origin, Place, Wanted, is_siren

Entry = TypeVar("Entry", Wanted, Origin)

_FORMS: Mapping[str, tuple[type, str]] = {
    "str": (str, N_("text, in quotes if it is a number")),
    "bool": (bool, N_("true or false")),
    "tuple[str, ...]": (list, N_("a list of texts")),
    "Mapping[str, str]": (dict, N_("a text for each language")),
}
_LEVELS = {"commune-actuelle": "Commune", "arrondissement-municipal": "ArrondissementMunicipal"}


class Listing(NamedTuple):
    """The places wanted, and where the data on them come from; `positions` if they are to stand on a map.

    `own` describes what the list itself says: other names and spellings, notes, names of town halls.
    """

    origin: Origin
    own: Origin
    wanted: tuple[Wanted, ...]
    positions: Origin | None = None


def listing(path: str | os.PathLike[str]) -> Listing:
    """Return what a file such as `graph/reference/communes.yaml` asks for.

    MissingFile if it is not there; BrokenFile, with the line, if it is not in that form.
    """
    path = os.fspath(path)
    tree = _tree(path)
    parts = {key.value: value for key, value in tree.value} if isinstance(tree, yaml.MappingNode) else {}
    source, own, positions, places = (parts.get(name) for name in ("source", "own", "positions", "places"))
    if source is None or own is None or not isinstance(places, yaml.SequenceNode):
        raise BrokenFile(path=path, line=1, reason=Message("it needs `source`, `own` and a list `places`"))
    try:
        wanted = tuple(_entry(Wanted, node) for node in places.value)
        origins = _entry(Origin, source), _entry(Origin, own)
        return Listing(*origins, wanted, _entry(Origin, positions) if positions else None)
    except _EntryError as wrong:
        raise BrokenFile(path=path, line=wrong.line, reason=wrong.reason) from None
    except yaml.MarkedYAMLError as error:
        raise _broken(path, error) from None


def _tree(path: str) -> yaml.Node | None:
    try:
        with open(path, encoding="utf-8") as file:
            tree: yaml.Node | None = yaml.compose(file, Loader=yaml.SafeLoader)
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except yaml.MarkedYAMLError as error:
        raise _broken(path, error) from None
    return tree


def _broken(path: str, error: yaml.MarkedYAMLError) -> BrokenFile:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    return BrokenFile(path=path, line=line, reason=error.problem)


class _EntryError(Exception):
    def __init__(self, line: int, reason: Message) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def _entry(kind: type[Entry], node: yaml.Node) -> Entry:
    values = yaml.SafeLoader("").construct_document(node)
    line = node.start_mark.line + 1
    if not isinstance(values, dict):
        raise _EntryError(line, Message("a list of `key: value` is expected here"))
    known = {field.name: field for field in fields(kind)}
    for name in (name for name in values if name not in known):
        raise _EntryError(line, Message("`{name}` is not one of {known}", name=name, known=", ".join(known)))
    for name, field in known.items():
        if name not in values and field.default is field.default_factory is MISSING:
            raise _EntryError(line, Message("`{name}` is missing", name=name))
    return kind(**{name: _value(line, name, str(known[name].type), value) for name, value in values.items()})


def _value(line: int, name: str, form: str, value: object) -> Any:
    needed, said = _FORMS[form]
    parts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    if not isinstance(value, needed) or not all(isinstance(part, str) for part in parts):
        raise _EntryError(line, Message("`{name}` must be {form}", name=name, form=Message(said)))
    return tuple(value) if isinstance(value, list) else value


class Cog:
    """The COG as a folder of `communes.json`, `departements.json` and `regions.json` holds it."""

    __slots__ = ("_communes", "_departements", "_path", "_regions")

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Read the three files; MissingFile or BrokenFile if one cannot be read."""
        self._path = os.path.join(folder, "communes.json")
        self._communes = {row["code"]: row for row in _rows(self._path) if row.get("type") in _LEVELS}
        self._departements = {row["code"]: row for row in _rows(os.path.join(folder, "departements.json"))}
        self._regions = {row["code"]: row for row in _rows(os.path.join(folder, "regions.json"))}

    def find(self, wanted: Wanted) -> Place:
        """Return the place with that code and name.

        UnknownCode if the COG has no such pair, WrongSiren if its SIREN number fails its check digit.
        """
        row = self._communes.get(wanted.code)
        if row is None or typeset(row["nom"]) != wanted.name:
            raise UnknownCode(path=self._path, code=wanted.code, name=wanted.name)
        return _place(row)

    def above(self, place: Place) -> Iterator[Place]:
        """Yield the places that hold this one, the smallest first."""
        row = self._communes[place.code]
        if "commune" in row:
            yield _place(self._communes[row["commune"]])
        yield _departement(self._departements[row["departement"]])
        yield _region(self._regions[row["region"]])


def _rows(path: str) -> list[dict[str, Any]]:
    try:
        with open(path, encoding="utf-8") as file:
            rows: list[dict[str, Any]] = json.load(file)
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except json.JSONDecodeError as error:
        raise BrokenFile(path=path, line=error.lineno, reason=error.msg) from None
    return rows


def _place(row: dict[str, Any]) -> Place:
    siren = row.get("siren")
    if siren is not None and not is_siren(siren):
        raise WrongSiren(siren=siren, name=row["nom"])
    return Place(
        kind=_LEVELS[row["type"]],
        code=row["code"],
        name=typeset(row["nom"]),
        link=row["typeLiaison"],
        parent=f"commune-{row['commune']}" if "commune" in row else f"departement-{row['departement']}",
        postal_codes=tuple(row.get("codesPostaux", ())),
        population=row.get("population"),
        siren=siren,
    )


def _departement(row: dict[str, Any]) -> Place:
    name = typeset(row["nom"])
    return Place("Departement", row["code"], name, row["typeLiaison"], parent=f"region-{row['region']}")


def _region(row: dict[str, Any]) -> Place:
    return Place("Region", row["code"], typeset(row["nom"]), row["typeLiaison"])
