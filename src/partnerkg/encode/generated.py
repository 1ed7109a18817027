"""Files that are written from others: what they should hold, what is out of date, and writing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Quad

from partnerkg.encode.made import NAME, Made
from partnerkg.errors import StrangeFiles
from partnerkg.files import writing
from partnerkg.namespaces import namespace
from partnerkg.rdf import writer

PROVENANCE = namespace("graph").provenance
ENRICHMENT = namespace("graph").enrichment
DESCRIPTIONS = (PROVENANCE, ENRICHMENT)  # the graphs that describe claims instead of stating facts


@dataclass(frozen=True)
class Generated:
    """What a command makes in the folder of a graph: file contents by path.

    Files that it made before and makes no more are removed. A file that it did not make, or that somebody
    changed since, is neither overwritten nor removed.
    """

    folder: Path
    command: str
    files: dict[Path, bytes]

    def stale(self) -> list[Path]:
        """Return the paths that are absent, hold something else, or should be gone; UnreadableFile."""
        return sorted([*self._changed(self._wanted()), *self._orphans()])

    def write(self, beside: Mapping[Path, bytes] = MappingProxyType({})) -> list[Path]:
        """Write what is stale, all of it or nothing, and return the paths.

        `beside` are other files that go with them. StrangeFiles if one of them is not of this command’s
        making, UnreadableFile, UnwritablePath.
        """
        wanted, orphans = self._wanted(), self._orphans()
        changed, made = self._changed(wanted), Made.read(self.folder)
        strange = [path for path in (*changed, *orphans) if _is_strange(path, made)]
        if strange:
            raise StrangeFiles(paths=", ".join(str(path) for path in sorted(strange)))
        for folder in sorted({path.parent for path in changed}):
            writing.make_folder(str(folder))
        contents = {**beside, **{path: wanted[path] for path in changed}}
        writing.write_together({str(path): [data] for path, data in contents.items()})
        for path in orphans:
            path.unlink()
        return sorted([*changed, *orphans])

    def _wanted(self) -> dict[Path, bytes]:
        made = Made.read(self.folder).after(self.command, self.files)
        return {**self.files, self.folder / NAME: made}

    def _changed(self, wanted: dict[Path, bytes]) -> list[Path]:
        return [path for path, data in wanted.items() if not path.is_file() or path.read_bytes() != data]

    def _orphans(self) -> list[Path]:
        made = Made.read(self.folder).by(self.command)
        return [path for path in made if path not in self.files and path.is_file()]


def _is_strange(path: Path, made: Made) -> bool:
    return path.name != NAME and path.is_file() and not made.knows(path)


def claims_and_evidence(quads: Iterable[Quad], claims: Path, evidence: Path) -> dict[Path, bytes]:
    """Return the contents of two TriG files: what is said, and the description of where it is said.

    A question that asks for no quotes can then leave the larger one unread.
    """
    quads = set(quads)
    described = {quad for quad in quads if quad.graph_name in DESCRIPTIONS}
    return {
        claims: "".join(writer.trig(quads - described)).encode(),
        evidence: "".join(writer.trig(described)).encode(),
    }
