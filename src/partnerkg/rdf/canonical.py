"""RDFC-1.0 (https://www.w3.org/TR/rdf-canon/) where it can be stopped: in a process of its own.

Few blank nodes, in no circle that could take long, are named here; starting a process takes longer.
"""

from __future__ import annotations

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

from partnerkg.errors import N_, OutOfTime, PartnerkgError, WorkerEnded
from partnerkg.workers import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 60.0  # seconds


class TangledBlankNodes(PartnerkgError):
    message = N_(
        "Blank nodes are linked in so many alike ways that RDFC-1.0 does not tell them apart within "
        "{seconds} s; give them IRIs, or give it more time with --timeout."
    )


def canonical(text: str) -> list[str]:
    """Return the lines of the canonical N-Quads of a dataset, sorted; it may take exponential time."""
    data = Dataset(parse(text, format=RdfFormat.N_QUADS))
    data.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((serialize(data, format=RdfFormat.N_QUADS) or b"").decode().split("\n")[:-1])


def within(seconds: float, texts: Sequence[str]) -> list[list[str]]:
    """Return what `canonical` returns of each dataset; TangledBlankNodes if it takes longer in all."""
    try:
        return process.run(seconds, _all, list(texts))
    except (OutOfTime, WorkerEnded):  # it has run out of time or memory, or the system ended it
        raise TangledBlankNodes(seconds=f"{seconds:g}") from None


def _all(texts: list[str]) -> list[list[str]]:
    return [canonical(text) for text in texts]
