"""A whole number or one with decimals."""

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

# As many digits as the engine can hold.
_INTEGER = r"[+-]?[0-9]{1,18}"
_DECIMAL = r"[+-]?[0-9]{1,18}\.[0-9]{1,18}"


class Number(Type):
    """A number: `xsd:integer`, or `xsd:decimal` with a point."""

    __slots__ = ()
    name = "number"
    placeholder = N_("NUMBER")

    def read(self, written: str, parameter: Parameter, store: Store) -> Literal:
        for pattern, datatype in ((_INTEGER, "integer"), (_DECIMAL, "decimal")):
            if re.fullmatch(pattern, written):
                return Literal(written, datatype=NamedNode(XSD + datatype))
        raise wrong(written, parameter, Message("a number is written like 10 or 2.5"))

    def schema(self) -> Json:
        return {"type": "number"}


TYPE = Number()
