"""The address of an endpoint: what it must look like, and where the same server takes updates."""

from __future__ import annotations

from urllib.parse import urlsplit

from partnerkg.errors import Message, WrongAddress


def checked(url: str) -> str:
    """Return an http or https address as it is; WrongAddress if it is none or holds a password."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    written = url.isascii() and url.isprintable() and " " not in url
    if not host or parts.scheme not in ("http", "https") or not written:
        raise WrongAddress(
            url=" ".join(url.split())[:300], reason=Message("it must look like http://host/path")
        )
    if "@" in parts.netloc:
        shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        reason = Message("a password belongs in PARTNERKG_USER and PARTNERKG_PASSWORD, not in the address")
        raise WrongAddress(url=shown, reason=reason)
    if parts.fragment:
        raise WrongAddress(url=url, reason=Message("a server never sees what stands behind #"))
    return url


def of_updates(url: str) -> str:
    """Return where the same server takes updates: `…/update` beside `…/query`, else the same address."""
    parts = urlsplit(url)
    if not parts.path.endswith("/query"):
        return url
    return parts._replace(path=parts.path.removesuffix("query") + "update").geturl()
