"""IRIs: that of a file, and references made whole (RFC 3986 §5)."""

from __future__ import annotations

import os
import re

_PARTS = r"(?s)(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?"

_BARE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")  # §2.3, and `/`


def of_file(path: str) -> str:
    """Return the address of a file: what relative IRIs in it are relative to (§5.1.3).

    It is what `pathlib` says, whose import takes longer than most files.
    """
    if os.name != "posix":
        from pathlib import Path

        return Path(os.path.abspath(path)).as_uri()
    octets = os.fsencode(os.path.abspath(path))
    return "file://" + "".join(chr(octet) if octet in _BARE else f"%{octet:02X}" for octet in octets)


def resolved(reference: str, base: str | None) -> str:
    """Return a reference as an IRI (§5.2); without a base it stays as it is.

    Nothing is changed in what has a scheme already, not even its dots.
    """
    scheme, authority, path, query, fragment = _parted(reference)
    if scheme is not None or not base:
        return reference
    base_scheme, base_authority, base_path, base_query, _ = _parted(base)
    if authority is not None:
        return _joined(base_scheme, authority, without_dots(path), query, fragment)
    if path.startswith("/"):
        path = without_dots(path)
    elif path:
        above = base_path[: base_path.rfind("/") + 1]
        path = without_dots((above or "/" if base_authority is not None else above) + path)
    else:
        path, query = without_dots(base_path), query if query is not None else base_query
    return _joined(base_scheme, base_authority, path, query, fragment)


def normal(iri: str) -> str:
    """Return the IRI without the segments `.` and `..` in its path."""
    scheme, authority, path, query, fragment = _parted(iri)
    return _joined(scheme, authority, without_dots(path), query, fragment)


def without_dots(path: str) -> str:
    """Return a path without its segments `.` and `..` (§5.2.4)."""
    if "/." not in path and not path.startswith("."):
        return path
    before = path.startswith("/")
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > before:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept) or ("/" if before else "")


def _parted(iri: str) -> tuple[str | None, str | None, str, str | None, str | None]:
    found = re.match(_PARTS, iri)
    assert found is not None
    return found[1], found[2], found[3], found[4], found[5]


def _joined(
    scheme: str | None, authority: str | None, path: str, query: str | None, fragment: str | None
) -> str:
    start = f"{scheme}:" if scheme is not None else ""
    host = f"//{authority}" if authority is not None else ""
    return f"{start}{host}{path}{query or ''}{fragment or ''}"
