"""The files that pages in a folder ask for."""

from __future__ import annotations

from partnerkg.serve.site.assets import INDEX, NETWORK, SEARCH, STYLE, script, sheet
from partnerkg.serve.site.searched import index
from partnerkg.serve.site.wording import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site.site import Site


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the root and the bytes of each file."""
    yield STYLE, sheet()
    yield NETWORK, script(NETWORK)
    if site.ending:
        yield SEARCH, script(SEARCH)
        for language in LANGUAGES:
            yield INDEX.format(language=language), index(site, language)
