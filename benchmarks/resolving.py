"""How fast and how well mentions are resolved: `python -m benchmarks.resolving 100000`.

Invented organisations, each mentioned several times: as it is, in capitals, without accents, with a letter
lost or an article more. Pairs of mentions are counted: those put together that are one, those that should be.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from math import comb

from partnerkg.model.mention import Mention
from partnerkg.resolve.known import Known, resolved

HEADS = (
    "Librairie",
    "Médiathèque",
    "Collège",
    "Association",
    "Théâtre",
    "Centre social",
    "Festival",
    "Compagnie",
)
SYLLABLES = ("ba", "lo", "ri", "ten", "mu", "sa", "vel", "co", "di", "pra", "fou", "gue", "é")
TOWNS, TIMES = 5_000, 3


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))).title()


def _written(name: str, dice: random.Random) -> str:
    """Return a name as somebody may write it."""
    at = dice.randrange(4, len(name))
    others = (
        name,
        name,
        name,
        name.upper(),
        name.replace("é", "e"),
        name[:at] + name[at + 1 :],
        f"La {name}",
    )
    return dice.choice(others)


def run(count: int) -> None:
    """Print seconds, precision and recall of so many mentions."""
    dice = random.Random(1)
    names = [f"{dice.choice(HEADS)} {_word(dice)} {_word(dice)}" for _ in range(count // TIMES)]
    places = [f"{dice.randrange(TOWNS):05}" for _ in names]
    meant = [dice.randrange(len(names)) for _ in range(count)]
    mentions = [Mention(0, 1, "", _written(names[one], dice), place_code=places[one]) for one in meant]
    start = time.perf_counter()
    found = list(resolved(mentions, Known()))
    seconds = time.perf_counter() - start
    right = sum(comb(size, 2) for size in Counter(zip(found, meant, strict=True)).values())
    together = sum(comb(size, 2) for size in Counter(found).values())
    should = sum(comb(size, 2) for size in Counter(meant).values())
    print(
        f"{count:,} mentions  {seconds:.1f} s  precision {right / together:.3f}  recall {right / should:.3f}"
    )


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
