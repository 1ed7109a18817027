"""The tag of a language."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.query.types.base import Type, wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.types.base import Json, Parameter
    from partnerkg.store.base import Store

_TAG = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"  # RFC 5646 §2.1, as SPARQL's LANGTAG reads it


class Language(Type):
    """A language tag, as a text."""

    __slots__ = ()
    name = "language"
    placeholder = N_("LANGUAGE")

    def read(self, written: str, parameter: Parameter, store: Store) -> Literal:
        if not re.fullmatch(_TAG, written):
            raise wrong(written, parameter, Message("a language is a tag such as fr or en"))
        return Literal(written)

    def schema(self) -> Json:
        return {"type": "string", "pattern": f"^{_TAG}$"}


TYPE = Language()
