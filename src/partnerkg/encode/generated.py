"""Files that are written from others: what they should hold, what is out of date, and writing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from partnerkg import files
from partnerkg.namespaces import namespace
from partnerkg.rdf import writer

PROVENANCE = namespace("graph").provenance
ENRICHMENT = namespace("graph").enrichment
DESCRIPTIONS = (PROVENANCE, ENRICHMENT)  # the graphs that describe claims instead of stating facts


@dataclass(frozen=True)
class Generated:
    """File contents by path, and the files in whose place nothing is written any more."""

    files: dict[Path, bytes]
    orphans: tuple[Path, ...] = ()

    def stale(self) -> list[Path]:
        """Return the paths that are absent, hold something else, or should be gone."""
        changed = [
            path for path, data in self.files.items() if not path.is_file() or path.read_bytes() != data
        ]
        return sorted([*changed, *self.orphans])

    def write(self) -> list[Path]:
        """Write what is stale, all of it or nothing, and return the paths; UnwritablePath."""
        stale = self.stale()
        wanted = [path for path in stale if path in self.files]
        for folder in sorted({path.parent for path in wanted}):
            files.make_folder(str(folder))
        files.write_together({str(path): [self.files[path]] for path in wanted})
        for path in self.orphans:
            path.unlink()
        return stale


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
