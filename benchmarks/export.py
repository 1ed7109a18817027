"""Print how long exports take and how much memory, against a plain dump and against rdflib, in one run.

Goals: canonical Turtle at most 3.5 x a plain dump and at least 12 x faster than rdflib, the same bytes
whatever the order, memory that does not grow with the number of statements. Times are those of the
processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import generator
from partnerkg.export import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

OURS = """
from pyoxigraph import Store
from partnerkg.export import write
store = Store()
store.bulk_load(path={path!r})
start()
with open({out!r}, "wb") as file:
    file.writelines(write(store, {name!r}))
"""
FILE = """
from partnerkg.export import write
from partnerkg.export.streamed import streamed
from partnerkg.rdf.read import parse
start()
with open({out!r}, "wb") as file:
    file.writelines({writer}(parse({path!r}), {name!r}))
"""
PLAIN = """
from pyoxigraph import RdfFormat, Store, serialize
store = Store()
store.bulk_load(path={path!r})
start()
store.dump({out!r}, format=RdfFormat.TRIG)
"""
PASSED = """
from pyoxigraph import parse, serialize, RdfFormat
start()
serialize(parse(path={path!r}, format=RdfFormat.N_QUADS), {out!r}, format=RdfFormat.TRIG)
"""
RDFLIB = """
import rdflib
data = rdflib.Dataset(default_union=True)
data.parse({path!r}, format="nquads")
start()
data.serialize({out!r}, format="turtle")
"""
SHUFFLE = """
import random
lines = open({path!r}, "rb").readlines()
random.Random(1).shuffle(lines)
open({out!r}, "wb").writelines(lines)
"""
FRAME = """
import resource, time
began = []
def start():
    began.append(time.process_time())
{code}
print(time.process_time() - began[0], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def measured(template: str, **values: str) -> tuple[float, float]:
    """Return the seconds of the processor from `start()` on, and the most megabytes that were held."""
    code = FRAME.format(code=template.format(**values))
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / 1000


def shuffled(path: Path) -> Path:
    """Return a file with the same lines in another order, written by a process whose memory is not ours."""
    other = path.with_suffix(".shuffled.nq")
    subprocess.run([sys.executable, "-c", SHUFFLE.format(path=str(path), out=str(other))], check=True)
    return other


def main() -> None:
    """Print a line a way of writing: seconds, ratio, megabytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--rdflib", action="store_true", help="against rdflib too, which takes minutes")
    parser.add_argument("--formats", nargs="*", help="only a file to these formats, not the comparison")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = generator.write(Path(folder) / "world.nq", options.statements)
        if options.formats is not None:
            _formats(str(path), os.path.join(folder, "out"), options.formats or FORMATS)
            return
        _compare(str(path), str(shuffled(path)), os.path.join(folder, "out"), options.rdflib)


def _formats(path: str, out: str, names: Iterable[str]) -> None:
    """Print a line a format: its seconds, against those of pyoxigraph alone, and megabytes."""
    passed, held = measured(PASSED, path=path, out=out)
    print(f"{'file through pyoxigraph alone':38} {passed:7.2f} s   1.00 x {held:7.0f} MB")
    for name in names:
        _show(f"file to {name}", measured(FILE, path=path, out=out, name=name, writer="write"), passed)


def _compare(path: str, other: str, out: str, with_rdflib: bool) -> None:
    plain, held = measured(PLAIN, path=path, out=out)
    print(f"{'plain dump of a store':38} {plain:7.2f} s   1.00 x {held:7.0f} MB")
    for name in ("turtle", "trig", "nquads"):
        _show(f"store to {name}", measured(OURS, path=path, out=out, name=name), plain)
    if with_rdflib:
        _show("rdflib to turtle", measured(RDFLIB, path=path, out=out), plain)
    passed, held = measured(PASSED, path=path, out=out)
    print(f"{'file through pyoxigraph alone':38} {passed:7.2f} s   1.00 x {held:7.0f} MB")
    for name in ("nquads", "trig"):
        found = measured(FILE, path=path, out=out, name=name, writer="streamed")
        _show(f"file to {name}, in its order", found, passed)
    for name in FORMATS:
        _show(f"file to {name}", measured(FILE, path=path, out=out, name=name, writer="write"), passed)
    hashes = set()
    for source in (path, other):
        measured(FILE, path=source, out=out, name="turtle", writer="write")
        hashes.add(hashlib.sha256(Path(out).read_bytes()).hexdigest())
    print("turtle of the lines in another order:", "the same bytes" if len(hashes) == 1 else "OTHER BYTES")


def _show(title: str, found: tuple[float, float], plain: float) -> None:
    seconds, megabytes = found
    print(f"{title:38} {seconds:7.2f} s {seconds / plain:6.2f} x {megabytes:7.0f} MB", flush=True)


if __name__ == "__main__":
    main()
