"""Changes as RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): what to delete, what to add."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared


def lines(changes: Compared, language: str, translate: Translate) -> Iterator[str]:
    """Yield one transaction; blank nodes have the names of the comparison, which no store knows."""
    yield "TX .\n"
    for mark, side in (("D", changes.difference.removed), ("A", changes.difference.added)):
        for graph, found in side.items():
            end = f" {graph} .\n" if graph else " .\n"
            yield from (f"{mark} {line}{end}" for line in found)
    yield "TC .\n"
