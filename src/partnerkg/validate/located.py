"""Where data describe a thing: its entry in a reading, else the first line of a file that begins with it."""

from __future__ import annotations

import re

from partnerkg.namespaces import prefixes
from partnerkg.validate.places import Place, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

READING = (".yaml", ".yml")
_KINDS = "organization|group|programme|event|prize|work|source"
_ENTRY = re.compile(rf"\s*(?:-\s+)?({_KINDS}):\s+([a-z0-9-]+)\s*(?:#.*)?$")
_PREFIX = re.compile(r"\bprefix\s+([\w.-]*):\s*<([^<>]*)>", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*(?:<([^<>\s]*)>|([\w.-]*):([\w.-]*\w))(?=\s|$)")


def located(things: Collection[str], files: Iterable[str]) -> dict[str, Place]:
    """Return the place of each thing, by IRI, that is told by a line of one of the files; earlier ones count.

    Files are readings (YAML), Turtle, TriG, N-Triples and N-Quads; nothing is found in others, nor of things
    that stand nowhere at the start of a line.
    """
    wanted, found = set(things), dict[str, Place]()
    for file in files:
        if not wanted:
            break
        names = _entries(file) if file.endswith(READING) else _subjects(file)
        for number, iri in names:
            if iri in wanted:
                wanted.discard(iri)
                found[iri] = Place(file, number)
    return found


def _entries(file: str) -> Iterator[tuple[int, str]]:
    table = prefixes()
    for number, line in enumerate(lines(file), start=1):
        if entry := _ENTRY.match(line):
            yield number, table[entry[1]] + entry[2]


def _subjects(file: str) -> Iterator[tuple[int, str]]:
    table: dict[str, str] = {}
    for number, line in enumerate(lines(file), start=1):
        if declared := _PREFIX.findall(line):
            table.update(declared)
        elif subject := _SUBJECT.match(line):
            iri, prefix, name = subject.groups()
            if iri or prefix in table:
                yield number, iri or table[prefix] + name
