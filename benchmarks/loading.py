"""Goal 1: files through the API into memory, against the bare engine's bulk_load. Time and peak memory."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import Pair, at_most, child, lowest

# MB; the peak that getrusage gives is that of the parent, if it was larger.
_PEAK = "int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024"
OURS = f"""
import sys, time, partnerkg, partnerkg.pipeline, pyoxigraph
before, start = {_PEAK}, time.perf_counter()
graph = partnerkg.open(sys.argv[1])
print(time.perf_counter() - start, max({_PEAK} - before, 1))
"""
BARE = f"""
import sys, time, pyoxigraph
before, start = {_PEAK}, time.perf_counter()
store = pyoxigraph.Store()
store.bulk_load(path=sys.argv[1])
print(time.perf_counter() - start, max({_PEAK} - before, 1))
"""


def run(path: Path, rounds: int = 3) -> None:
    """Print what loading a file takes, in turns so that both meet the same weather."""
    pairs = [(child(OURS, path), child(BARE, path)) for _ in range(rounds)]
    ours, bare = (lowest(runs) for runs in zip(*pairs, strict=True))
    at_most(1, "load, time", Pair(ours[0], "bulk_load", bare[0]), 1.15)
    at_most(1, "load, peak memory", Pair(ours[1], "bulk_load", bare[1], "MB"), 1.05)
