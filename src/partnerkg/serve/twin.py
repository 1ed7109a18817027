"""The pages as files: a folder that any plain host serves, under any prefix, and that opens from the disk."""

from __future__ import annotations

import json

from partnerkg.errors import N_
from partnerkg.pipeline.site.data import dumps, of_things
from partnerkg.pipeline.site.folder import MARK, appearing
from partnerkg.serve import hosting
from partnerkg.serve.site import LANGUAGES, Site, filed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.watch import Watch

    File = tuple[str, Iterable[bytes]]

ENDING = ".html"


def written(opened: Opened, path: str, watch: Watch, base: str = "") -> int:
    """Write the site into a folder and return how many files it has; NoSite, UnwritablePath.

    `base` is the address that it will have, which only the sitemap needs.
    """
    site = Site(opened, ending=ENDING)
    with appearing(path) as folder:
        for name, data in watch.over(files(site, base), N_("files")):
            folder.add(name, data)
        folder.add(MARK, [json.dumps({"languages": list(LANGUAGES), "base": base}).encode()])
    return len(folder.files)


def files(site: Site, base: str = "") -> Iterator[File]:
    """Yield the path below the root and the bytes of each file."""
    for path, parameters in site.paths():
        for language in LANGUAGES:
            page = site.page(path, language, parameters)
            assert page is not None, path
            place = site.place(path, language, parameters)
            yield place, [page.body]
            for ending, data in site.data(path, language, parameters):
                yield f"{place.removesuffix(ENDING)}.{ending}", [data.body]
    yield from ((name, [data]) for name, data in filed.files(site))
    yield from of_things(site.whole)
    yield from dumps(site.opened)
    yield from ((name, [data]) for name, data in hosting.files(site, base))
