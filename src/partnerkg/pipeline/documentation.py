"""The ontology as pages for people."""

from __future__ import annotations

import os

from partnerkg import files, resources
from partnerkg.documentation import contents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened


def documented(opened: Opened, folder: str) -> list[str]:
    """Write the pages of the ontology into a folder, all or none, and return their paths; UnwritablePath."""
    pages = contents(opened.project or resources.root(), opened.store)
    paths = {os.path.join(folder, name): [data] for name, data in pages.items()}
    files.make_folder(folder)
    files.write_together(paths)
    return sorted(paths)
