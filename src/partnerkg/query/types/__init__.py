"""The types that the parameters of questions can have, one a file.

What a person writes is read here and nowhere else, and so is what a person, a form or an assistant is told
about it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.types.base import Type

TYPES = ("iri", "text", "language", "year", "number", "place")


@cache
def type_of(name: str) -> Type:
    """Return the type of this name, one of TYPES; its file is read when a question has it."""
    found: Type = import_module(f"{__name__}.{name}").TYPE
    return found
