"""What a page offers to be chosen: an organisation of a list, a value of a question."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.names import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An organisation; `choices` are what it goes under by facet, `towns` where it is."""

    thing: NamedNode
    choices: dict[str, tuple[str, ...]]
    towns: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the graph offers: as it is written in an address, and as a person reads it."""

    written: str
    text: Text
