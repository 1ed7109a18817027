"""What a page offers to be chosen: an organisation of a list, a value of a question."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.names import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An organisation; `choices` are what it goes under by facet.

    `words` are its names, `about` what else it is found by (kinds, towns), both folded.
    """

    thing: NamedNode
    choices: dict[str, tuple[str, ...]]
    words: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the graph offers: as it is written in an address, and as a person reads it."""

    written: str
    text: Text
