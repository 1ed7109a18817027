"""Contexts of JSON-LD that files refer to, as copies: nothing is ever fetched.

Some come with partnerkg; others may lie in a folder that PARTNERKG_CONTEXTS names, each under host and path
of its address, as `wget --force-directories ADDRESS` writes it.
"""

from __future__ import annotations

import json
import os
from functools import cache

from partnerkg.errors import N_, Message, WrongSetting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SETTING = "PARTNERKG_CONTEXTS"
LARGEST = 1 << 24  # bytes
_COPIES = {
    "schema.org": "schema.jsonld",
    "www.w3.org/ns/anno.jsonld": "anno.jsonld",
}
_SCHEMA = "schema.org"
_ENDINGS = ("", ".jsonld", ".json", "/index.html")  # the last is what wget calls a path that ends in a slash


def copy(url: str) -> Any:
    """Return the document at this address, None if there is no copy; WrongSetting."""
    place = url.partition("://")[2].partition("#")[0].removesuffix("/")
    given = os.environ.get(SETTING)
    path = (given and _given(given, place)) or _shipped(place)
    return _read(path) if path else None


def _given(folder: str, place: str) -> str | None:
    """Return the copy in the folder of the user; what leads out of it is none."""
    if not os.path.isdir(folder):
        raise WrongSetting(name=SETTING, value=folder, what=Message(N_("a folder with copies of contexts")))
    root = os.path.realpath(folder)
    for ending in _ENDINGS:
        path = os.path.realpath(os.path.join(root, place + ending))
        if os.path.isfile(path) and path.startswith(root + os.sep) and os.path.getsize(path) <= LARGEST:
            return path
    return None


def _shipped(place: str) -> str | None:
    if place.startswith(f"{_SCHEMA}/docs/jsonldcontext.") or place == f"www.{_SCHEMA}":
        place = _SCHEMA
    return os.path.join(os.path.dirname(__file__), _COPIES[place]) if place in _COPIES else None


@cache
def _read(path: str) -> Any:
    with open(path, encoding="utf-8") as file:
        return json.load(file)
