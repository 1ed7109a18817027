"""Versions of a release: semantic versions, and which of two comes first (https://semver.org/)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.errors import N_, PartnerkgError

_NUMBER = "(?:0|[1-9][0-9]*)"
_PRE = f"(?:{_NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_VERSION = re.compile(
    rf"(?P<major>{_NUMBER})\.(?P<minor>{_NUMBER})\.(?P<patch>{_NUMBER})"
    rf"(?:-(?P<pre>{_PRE}(?:\.{_PRE})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?"
)


class WrongVersion(PartnerkgError):
    message = N_(
        "`{version}` is no semantic version; write three numbers such as 1.2.0 (https://semver.org/)."
    )


@dataclass(frozen=True)
class Version:
    """A semantic version: its text, and `rank`, by which versions are ordered."""

    text: str
    rank: tuple[object, ...]

    def follows(self, other: Version) -> bool:
        """Return whether it has precedence over the other (SemVer 2.0.0 §11); builds do not count."""
        return self.rank > other.rank


def read(text: str) -> Version:
    """Return the version that a text stands for; WrongVersion."""
    found = _VERSION.fullmatch(text)
    if found is None:
        raise WrongVersion(version=text)
    pre = found["pre"]
    numbers = tuple(int(found[name]) for name in ("major", "minor", "patch"))
    parts = tuple(_part(part) for part in pre.split(".")) if pre else ()
    return Version(text, (numbers, pre is None, parts))


def _part(text: str) -> tuple[int, int, str]:
    return (0, int(text), "") if text.isdigit() else (1, 0, text)
