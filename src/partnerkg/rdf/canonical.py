"""RDFC-1.0 (https://www.w3.org/TR/rdf-canon/) where it can be stopped: in a process of its own.

Few blank nodes, in no circle that could take long, are named here; starting a process takes longer.
"""

from __future__ import annotations

import json
import subprocess
import sys

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

from partnerkg.errors import N_, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 60.0  # seconds
GRACE = 1.0


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
    command = [sys.executable, "-P", "-m", __name__]
    pipe = subprocess.PIPE
    job = json.dumps({"seconds": seconds, "texts": list(texts)}).encode()
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        try:
            written, _ = process.communicate(job, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TangledBlankNodes(seconds=f"{seconds:g}") from None
        finally:
            process.kill()
    if process.returncode:  # it has run out of memory, or the system ended it
        raise TangledBlankNodes(seconds=f"{seconds:g}")
    found: list[list[str]] = json.loads(written)
    return found


def main() -> None:
    """Answer the datasets on standard input with their canonical lines."""
    job = json.load(sys.stdin)
    _end_after(job["seconds"] + GRACE)
    json.dump([canonical(text) for text in job["texts"]], sys.stdout)
    sys.stdout.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process, should its parent have ended without killing it."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
