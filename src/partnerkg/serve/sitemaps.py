"""Which pages there are, for search engines (sitemaps.org): one file, or several and an index of them."""

from __future__ import annotations

from html import escape
from itertools import islice
from urllib.parse import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 50_000  # addresses that a file may name
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(root: str, places: Iterable[str], most: int = MOST) -> Iterator[tuple[str, str]]:
    """Yield the files by name, `sitemap.xml` last: all addresses, or where they stand if too many."""
    waiting, files = iter(places), list[str]()
    while some := list(islice(waiting, most)):
        files.append(_file(root, some))
    if len(files) < 2:
        yield "sitemap.xml", files[0] if files else _file(root, [])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    yield from zip(names, files, strict=True)
    lines = "".join(f"<sitemap><loc>{escape(root)}/{name}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{lines}</sitemapindex>\n"


def _file(root: str, places: Iterable[str]) -> str:
    lines = "".join(f"<url><loc>{escape(root)}/{quote(place)}</loc></url>\n" for place in places)
    return f"{_HEAD}<urlset {_SPACE}>\n{lines}</urlset>\n"
