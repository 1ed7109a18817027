"""Where a page leads: addresses relative to it, so that pages work under any host, prefix or folder."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from posixpath import dirname
from urllib.parse import quote, urlencode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 250  # characters of quoted words that an address repeats in full
_SAFE = "/.-_~"
_OTHER = re.compile(r"[^a-z0-9.]+")


def relative(current: str, target: str) -> str:
    """Return the address of a target as seen from another page, both below the root of the site."""
    return _relative(dirname(current), target)


@lru_cache(maxsize=1 << 14)  # pages of one folder lead to the same others
def _relative(folder: str, target: str) -> str:
    here = folder.split("/") if folder else []
    there = target.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + quote("/".join(there[same:]), safe=_SAFE) or "./"


def filed(parameters: Mapping[str, str] | None) -> str:
    """Return parameters as the end of the name of a file, nothing for none: `/kind-Bookshop`."""
    parts = (f"{name}-{_plain(value)}" for name, value in (parameters or {}).items())
    return "/" + "_".join(parts) if parameters else ""


def _plain(value: str) -> str:
    bare = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", bare.lower()).strip("-") or "-"


def query(parameters: Mapping[str, str] | Sequence[tuple[str, str]]) -> str:
    """Return parameters as the end of an address, nothing for none."""
    written = urlencode(parameters)
    return f"?{written}" if written else ""


def words(address: str, *passages: str) -> str:
    """Return the address of a page at its words (URL Fragment Text Directives §3.1).

    Long words, and those of several lines, are found by how they begin and end.
    """
    directives = "&".join(f"text={_directive(passage)}" for passage in passages)
    return f"{address}#:~:{directives}" if directives else address


def _directive(passage: str) -> str:
    lines = [line.strip() for line in passage.splitlines() if line.strip()] or [passage]
    if len(lines) == 1 and len(passage) <= LONGEST:
        return _encoded(lines[0])
    first, last = lines[0].split()[:5], lines[-1].split()[-5:]
    return f"{_encoded(' '.join(first))},{_encoded(' '.join(last))}"


def _encoded(words_: str) -> str:
    return quote(words_, safe="").replace("-", "%2D")
