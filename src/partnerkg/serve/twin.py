"""The pages as files: a folder that any plain host serves, under any prefix, and that opens from the disk."""

from __future__ import annotations

import json

from partnerkg.errors import N_
from partnerkg.pipeline.site.data import dumps, of_things
from partnerkg.pipeline.site.folder import MARK, appearing, processors, shared
from partnerkg.pipeline.site.listing import entries
from partnerkg.serve import hosting
from partnerkg.serve.site import LANGUAGES, Site, filed
from partnerkg.serve.site.filing import choices
from partnerkg.serve.site.templates import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site.folder import Folder
    from partnerkg.pipeline.watch import Watch

    File = tuple[str, Iterable[bytes]]

ENDING = ".html"


def written(opened: Opened, path: str, watch: Watch, base: str = "") -> int:
    """Write the site into a folder and return how many files it has; NoSite, UnwritablePath.

    `base` is the address that it will have, which only the sitemap needs.
    """
    site = Site(opened, ending=ENDING)
    with appearing(path) as folder:
        before(site)
        count = processors()
        made = shared(count, lambda share: _share(site, folder, share, count, watch))
        for name, data in rest(site, base):
            folder.add(name, data)
            made.append(1)
        folder.add(MARK, [json.dumps({"languages": list(LANGUAGES), "base": base}).encode()])
    return sum(made) + 1


def before(site: Site) -> None:
    """Find out what all pages need, once."""
    compiled()
    whole = site.whole
    _ = entries(whole), whole.checked, whole.completeness, whole.profiles, whole.claims_of
    for question in site.opened.questions:
        choices(question, site)
    for language in LANGUAGES:
        site.page("search", language)


def _share(site: Site, folder: Folder, share: int, count: int, watch: Watch) -> int:
    """Write every so-many-th page and thing with its data; return how many files that are."""
    found = (one for place, one in enumerate(site.paths()) if place % count == share)
    number = 0
    for path, parameters in watch.over(found, N_("pages")) if not share else found:
        for name, data in pages(site, path, parameters):
            folder.add(name, data)
            number += 1
    things = (one for place, one in enumerate(site.whole.addresses) if place % count == share)
    for name, data in of_things((thing for thing, _ in things), site.whole):
        folder.add(name, data)
        number += 1
    return number


def pages(site: Site, path: str, parameters: Mapping[str, str]) -> Iterator[File]:
    """Yield the page at a path in each language, and what it shows as data."""
    for language in LANGUAGES:
        page = site.page(path, language, parameters)
        assert page is not None, path
        place = site.place(path, language, parameters)
        yield place, [page.body]
        for ending, data in site.data(path, language, parameters):
            yield f"{place.removesuffix(ENDING)}.{ending}", [data.body]


def rest(site: Site, base: str = "") -> Iterator[File]:
    """Yield the files beside the pages."""
    yield from ((name, [data]) for name, data in filed.files(site))
    yield from dumps(site.opened)
    yield from ((name, [data]) for name, data in hosting.files(site, base))
