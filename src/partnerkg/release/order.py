"""What is to be released, as which version, and at which address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.errors import N_, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.release.description import Description

_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*")


class WrongAddress(PartnerkgError):
    message = N_(
        "A release has an address that begins with http:// or https:// and has neither # nor ?, "
        "not `{address}`."
    )


@dataclass(frozen=True)
class Order:
    """What is to be released: the `project` (a folder or RDF file), as which `version`, where.

    `previous` is the release before: a folder, a dump or any graph that can be opened. `address` is where
    the folder will be published, by default below the IRI of the dataset; `date` the day of issue, which is
    not said unless it is given; `software` the version of partnerkg. `force` replaces a folder that is there.
    """

    project: str
    version: str
    output: str
    previous: str | None = None
    address: str | None = None
    date: str | None = None
    software: str = ""
    force: bool = False


def address(order: Order, described: Description) -> str:
    """Return where the release will be, with a slash at its end."""
    if order.address:
        return order.address.rstrip("/") + "/"
    plain = described.dataset.value.partition("#")[0].partition("?")[0]
    return f"{plain.rstrip('/')}/release/{order.version}/"


def check(address: str) -> None:
    """Raise WrongAddress unless a release can have the address, below which its files and parts lie."""
    try:
        NamedNode(address)
    except ValueError:
        raise WrongAddress(address=address) from None
    if not _ADDRESS.fullmatch(address):
        raise WrongAddress(address=address)
