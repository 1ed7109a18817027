"""IRIs as the user's files shorten them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from partnerkg.namespaces import shorten

Short = Callable[[str], str]


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI as `prefix:local` by prefixes of the user's, else by the project's."""
    fitting = [(base, prefix) for prefix, base in prefixes.items() if base and iri.startswith(base)]
    base, prefix = max(fitting, key=lambda one: len(one[0]), default=("", ""))
    local = iri[len(base) :]
    return f"{prefix}:{local}" if base and local and "/" not in local else shorten(iri)
