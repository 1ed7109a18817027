"""Loading RDF files into a store on the disk, which is opened at once ever after."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.opened import Opened

LOADED = N_("statements loaded")


def loaded(opened: Opened, places: Sequence[str], path: str, watch: Watch | None = None) -> int:
    """Write projects, RDF files or folders of them, by default the project, into a store; return how many.

    What is counted are statements.

    MissingFile, NoProject, UnreadableFile or BrokenFile; TakenPlace, BusyPlace or UnwritablePath.
    """
    from partnerkg.store.loading import load

    with (watch or Watch()).counting(LOADED) as count:
        progress = None if count is None else lambda done: count(done, None)
        return load(places or [opened.folder()], path, progress).statements
