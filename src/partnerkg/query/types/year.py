"""A year."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.query.types.base import Type, wrong
from partnerkg.query.values import XSD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.types.base import Json, Parameter
    from partnerkg.store.base import Store

_YEAR = r"-?[0-9]{4}"


class Year(Type):
    """A year of four digits (`xsd:gYear`)."""

    __slots__ = ()
    name = "year"
    placeholder = N_("YEAR")

    def read(self, written: str, parameter: Parameter, store: Store) -> Literal:
        if not re.fullmatch(_YEAR, written):
            raise wrong(written, parameter, Message("a year has four digits"))
        return Literal(written, datatype=NamedNode(XSD + "gYear"))

    def schema(self) -> Json:
        return {"type": "string", "pattern": f"^{_YEAR}$"}


TYPE = Year()
