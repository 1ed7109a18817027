"""Any text."""

from __future__ import annotations

from pyoxigraph import Literal

from partnerkg.errors import N_
from partnerkg.query.types.base import Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.types.base import Parameter
    from partnerkg.store.base import Store


class Text(Type):
    """A text as it is, but for the spaces around it."""

    __slots__ = ()
    name = "text"
    placeholder = N_("TEXT")

    def read(self, written: str, parameter: Parameter, store: Store) -> Literal:
        return Literal(written)


TYPE = Text()
