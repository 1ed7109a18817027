"""The folder of a site: it appears whole, in the place of the site that stood there."""

from __future__ import annotations

import os
from contextlib import contextmanager

from partnerkg.errors import N_, PartnerkgError
from partnerkg.files import folder
from partnerkg.files.folder import Folder
from partnerkg.workers.shares import processors, shared

__all__ = ["MARK", "Folder", "NoSite", "appearing", "processors", "shared"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "site.json"  # by which a folder is known to be a site


class NoSite(PartnerkgError):
    message = N_("There is something at {path} that is no site of partnerkg; choose a new or empty folder.")


@contextmanager
def appearing(path: str) -> Iterator[Folder]:
    """Give a folder to fill, which takes the place of an earlier site; NoSite, UnwritablePath."""
    try:
        folder.check(os.path.abspath(path), force=True, mark=MARK)
    except folder.OccupiedFolder:
        raise NoSite(path=path) from None
    with folder.appearing(path, force=True, mark=MARK, many=True) as made:
        yield made
