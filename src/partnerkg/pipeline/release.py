"""Releasing: a folder with the graph in all formats, described, checked and compared."""

from __future__ import annotations

from dataclasses import replace

from partnerkg.release.build import release as built
from partnerkg.release.order import Order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.files.folder import File

__all__ = ["Order", "released"]


def released(order: Order) -> list[File]:
    """Write a release by this version of partnerkg and return its files; the errors of `release.build`."""
    from partnerkg.version import VERSION

    return built(replace(order, software=order.software or VERSION))
