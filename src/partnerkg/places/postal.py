"""The postal codes of the communes of France, by their code: in `postal.tsv.gz`, read when first asked.

Those of the official geographical code as npm's `@etalab/decoupage-administratif` gives it (Licence Ouverte
2.0). `python -m partnerkg.places.postal` writes the file from the folder with its data.
"""

from __future__ import annotations

import gzip
import os
import sys
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FILE = os.path.join(os.path.dirname(__file__), "postal.tsv.gz")
_KINDS = ("commune-actuelle", "arrondissement-municipal")


@cache
def postal_codes() -> Mapping[str, tuple[str, ...]]:
    """Return the postal codes of each commune and municipal arrondissement, by its code."""
    with gzip.open(_FILE, "rt", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        return {code: tuple(codes.split()) for code, codes in rows}


def lines(folder: str) -> Iterator[str]:
    """Yield a line a commune that has some: its code, its postal codes."""
    import json

    with open(os.path.join(folder, "communes.json"), encoding="utf-8") as file:
        rows = json.load(file)
    for row in sorted(rows, key=lambda row: str(row["code"])):
        if row["type"] in _KINDS and row.get("codesPostaux"):
            yield f"{row['code']}\t{' '.join(row['codesPostaux'])}\n"


def main() -> None:
    """Write the file from the folder that is named."""
    from partnerkg.files.packed import packed
    from partnerkg.files.writing import write_atomically

    write_atomically(_FILE, packed(map(str.encode, lines(sys.argv[1]))))


if __name__ == "__main__":
    main()
