"""The RDF files of a folder; what stands beside them and is not read is named."""

from __future__ import annotations

import os
import warnings

from partnerkg.errors import N_, LeftOut, PartnerkgError
from partnerkg.rdf import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

_START = 1 << 16  # bytes that are looked at
_NAMED = 5
_SOURCES = (".yaml", ".rq", ".md")
CONTEXT = "context.jsonld"  # says how to read others, and nothing itself


class Unread(PartnerkgError):
    message = N_("Left out in {folder}, for their names are not those of RDF files: {names}.")


def files(folder: str, wanted: Callable[[str], bool] = lambda _: True) -> list[str]:
    """Return the RDF files below a folder, packed ones too, sorted; none if it is absent.

    Of those that are `wanted`, which takes a path. The others, but for hidden ones, are named in a warning,
    LeftOut.
    """
    found: list[str] = []
    others: list[str] = []
    for path in filter(wanted, sorted(_below(folder))):
        if os.path.basename(path) != CONTEXT:
            (found if _is_rdf(path) else others).append(path)
    if others:
        names = [os.path.relpath(path, folder) for path in others]
        more = [f"… ({len(names)})"] if len(names) > _NAMED else []
        unread = Unread(folder=folder, names=", ".join(names[:_NAMED] + more))
        warnings.warn(LeftOut(unread), stacklevel=2)
    return found


def of_project(room: str) -> list[str]:
    """Return the RDF files of a room of a project, where readings, questions and pages may stand as well."""
    return files(room, lambda path: not path.endswith(_SOURCES))


def of(place: str) -> list[str]:
    """Return the RDF files of a folder, beside which questions may stand, or the one file."""
    return files(place, lambda path: not path.endswith(".rq")) if os.path.isdir(place) else [place]


def _below(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(place, name) for name in names if not name.startswith("."))


def _is_rdf(path: str) -> bool:
    ending = forms.ending(path)
    if ending not in forms.SHARED:
        return ending in forms.FORMS
    from partnerkg.rdf import beginnings

    try:
        with _opened(path) as file:
            return beginnings.looks_like(forms.FORMS[ending], file.read(_START))
    except (OSError, EOFError):
        return True  # whoever reads it will say what is wrong with it


def _opened(path: str) -> BinaryIO:
    if not path.lower().endswith(forms.PACKED):
        return open(path, "rb")
    import gzip

    return gzip.open(path)  # type: ignore[return-value]
