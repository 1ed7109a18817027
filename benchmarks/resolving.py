"""How fast and how well mentions are resolved: `python -m benchmarks.resolving 100000 [own|splink]`.

Invented organisations, each mentioned several times: as it is, in capitals, without accents, with a letter
lost or an article more, by its letters. Among them what must be told apart: the name in another town, in the
same town with another kind or another number. Pairs of mentions are counted: those put together that are one,
those that should be. The known truth of `python -m benchmarks.resolving 2000` is a test.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from math import comb

HEADS = (
    *("Librairie", "Médiathèque", "Collège", "Lycée", "Association", "Théâtre", "Festival", "Compagnie"),
    *("Centre social", "Maison des jeunes et de la culture", "Ligue départementale pour l’essor"),
)
SYLLABLES = ("ba", "lo", "ri", "ten", "mu", "sa", "vel", "co", "di", "pra", "fou", "gue", "é")
TOWNS, TIMES = 5_000, 3
MATCHERS = {"own": "partnerkg.resolve.known", "splink": "partnerkg.resolve.linked"}
Named = tuple[str, str]


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))).title()


def invented(count: int, dice: random.Random) -> list[Named]:
    """Return so many organisations, as name and town: of every ten, three are easily taken for another."""
    found: dict[Named, None] = {}
    while len(found) < count:
        head, rest, town = dice.choice(HEADS), f"{_word(dice)} {_word(dice)}", f"{dice.randrange(TOWNS):05}"
        found[f"{head} {rest}", town] = None
        chance = dice.random()
        if chance < 0.1:
            found[f"{head} {rest}", f"{dice.randrange(TOWNS):05}"] = None
        elif chance < 0.2:
            found[f"{dice.choice([one for one in HEADS if one != head])} {rest}", town] = None
        elif chance < 0.3:
            found |= {(f"{head} {rest} n° {number}", town): None for number in (1, 2)}
    return list(found)[:count]


def written(name: str, dice: random.Random) -> str:
    """Return a name as somebody may write it."""
    at = dice.randrange(4, len(name))
    lost = name if name[at].isdigit() else name[:at] + name[at + 1 :]
    return dice.choice((name, name, name, name.upper(), name.replace("é", "e"), lost, f"La {name}"))


def mentioned(count: int, seed: int = 1) -> tuple[list[Named], list[int]]:
    """Return names in towns, and the organisation that each of them means."""
    dice = random.Random(seed)
    there = invented(count // TIMES, dice)
    meant = [dice.randrange(len(there)) for _ in range(count)]
    return [(written(there[one][0], dice), there[one][1]) for one in meant], meant


def quality(found: Sequence[str], meant: Sequence[int]) -> tuple[float, float]:
    """Return precision and recall of the pairs that were put together."""
    right = _pairs(zip(found, meant, strict=True))
    return right / _pairs(found), right / _pairs(meant)


def _pairs(values: Iterable[object]) -> int:
    return sum(comb(size, 2) for size in Counter(values).values())


def resolved(matcher: str, names: Sequence[Named]) -> Iterator[str]:
    """Yield who each name means, for one of the matchers."""
    return (entity for entity, _ in import_module(MATCHERS[matcher]).resolved(names))


def run(count: int, matcher: str) -> None:
    """Print seconds, memory, precision and recall of so many mentions."""
    names, meant = mentioned(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = list(resolved(matcher, names))
    seconds = time.perf_counter() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    precision, recall = quality(found, meant)
    print(
        f"{matcher}  {count:,} mentions  {seconds:.1f} s  {memory:,.0f} MB  "
        f"precision {precision:.3f}  recall {recall:.3f}"
    )


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, sys.argv[2] if len(sys.argv) > 2 else "own")
