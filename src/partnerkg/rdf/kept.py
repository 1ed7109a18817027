"""What a file says that its statements do not: prefixes, and how language tags are spelt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from partnerkg import namespaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.read import Quads
    from partnerkg.rdf.statements import Statements

_LETTERS = "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u2c00-\u2fef\u3001-\ud7ff"
_PREFIX = re.compile(f"(?:[{_LETTERS}](?:[{_LETTERS}0-9_.-]*[{_LETTERS}0-9_-])?)?")  # within PN_PREFIX
_TAGGED = re.compile(r'(?<=")@([a-z0-9-]+)(?=(?: (?:<[^<> ]*>|_:[^ ]+))?$)')


@dataclass(frozen=True)
class Kept:
    """The table of prefixes to write with, and the spelling of each tag that has capitals."""

    prefixes: Mapping[str, str]
    tags: Mapping[str, str] = field(default_factory=dict)

    def tagged(self, literal: str) -> str:
        """Return the N-Quads token of a literal, its language tag as it was spelt."""
        text, mark, tag = literal.rpartition("@")
        return f"{text}{mark}{self.tags.get(tag, tag)}"

    def line(self, line: str) -> str:
        """Return a line of N-Quads without its end, the language tag of its object as it was spelt."""
        return _TAGGED.sub(lambda match: f"@{self.tags.get(match[1], match[1])}", line)


class Passing:
    """The quads of a file on their way past others, who look at them: it still says what is kept of it."""

    def __init__(self, quads: Iterable[Quad], source: Quads) -> None:
        """Take the quads as they come, and the file they come from."""
        self._quads = quads
        self.source = source

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._quads)


def passed(quads: Iterable[Quad], source: Iterable[Quad]) -> Iterable[Quad]:
    """Return quads on their way from a source, which are those of a file if it is one."""
    from partnerkg.rdf.read import Quads

    return Passing(quads, source) if isinstance(source, Quads) else quads


def begun(statements: Statements, *, whole: bool = False) -> tuple[Statements, Kept]:
    """Return the statements again, and what is kept of the file that they come from.

    The prefixes are those declared before its first statement; with `whole`, for which all statements have
    to be in memory, those of the whole file. What a file does not name by a prefix of its own takes one of
    the project, if the file has no other use for it.
    """
    from partnerkg.rdf.read import Quads

    source = statements.source if isinstance(statements, Passing) else statements
    if not isinstance(source, Quads):
        return statements, Kept(namespaces.prefixes())
    quads = iter(statements)
    first = list(quads if whole else islice(quads, 1))
    return chain(first, quads), Kept(table(source.prefixes), source.tags)


def table(declared: Mapping[str, str]) -> dict[str, str]:
    """Return these prefixes, and those of the project that meet none of them."""
    own = {name: iri for name, iri in declared.items() if iri and _PREFIX.fullmatch(name)}
    taken = set(own.values())
    rest = {name: iri for name, iri in namespaces.prefixes().items() if name not in own and iri not in taken}
    return {**rest, **own}
