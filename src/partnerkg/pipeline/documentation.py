"""The ontology as pages for people."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.documentation import contents
from partnerkg.documentation.folder import own
from partnerkg.errors import N_, Message
from partnerkg.files import writing
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened


BORROWED = N_("{path} describes no ontology of its own: the pages are of the shipped one, counted in it.")


def documented(opened: Opened, folder: str) -> Output:
    """Write the pages of the ontology into a folder, all or none, and return their paths; UnwritablePath."""
    pages = contents(opened.project or resources.root(), opened.store)
    borrowed = opened.project and own(opened.project) is None
    paths = {os.path.join(folder, name): [data] for name, data in pages.items()}
    writing.make_folder(folder)
    writing.write_together(paths)
    notes = [Message(BORROWED, path=opened.project)] if borrowed else []
    return Output([f"{path}\n" for path in sorted(paths)], notes)
