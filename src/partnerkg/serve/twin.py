"""The pages as files: a folder that any plain host serves, under any prefix, and that opens from the disk."""

from __future__ import annotations

import json

from partnerkg.pipeline.site.folder import MARK, appearing
from partnerkg.serve.site import LANGUAGES, Site, assets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.watch import Watch

    File = tuple[str, bytes]

ENDING = ".html"
PAGES = "pages"


def written(opened: Opened, path: str, watch: Watch) -> int:
    """Write the site into a folder and return how many files it has; NoSite, UnwritablePath."""
    from partnerkg.errors import N_

    site = Site(opened, ending=ENDING)
    with appearing(path) as folder:
        for name, data in watch.over(files(site), N_("pages")):
            folder.add(name, [data])
        folder.add(MARK, [json.dumps({"pages": list(LANGUAGES)}).encode()])
    return len(folder.files)


def files(site: Site) -> Iterator[File]:
    """Yield the path below the root and the bytes of each file."""
    for path, parameters in site.paths():
        for language in LANGUAGES:
            page = site.page(path, language, parameters)
            assert page is not None, path
            place = site.place(path, language, parameters)
            yield place, page.body
            for ending, data in site.data(path, language, parameters):
                yield f"{place.removesuffix(ENDING)}.{ending}", data.body
    yield from assets.files(site)
