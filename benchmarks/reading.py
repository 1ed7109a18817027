"""How well pages are read, by layout: names, kinds, towns, doubts: `python -m benchmarks.reading`.

A page with a reading of it beside it (`page.html`, `page.html.gold`) is a line a mention: words as they stand
in the page, kind, place, relation, layout, separated by tabs. Of ` || ` between words any of them is right.
`kind` is how many of all kinds are right, `said` how many of those that words say. Without `--pages` the
invented pages of the tests are read.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from partnerkg.extract.decode import decode
from partnerkg.extract.mentions import extract
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.places.france import france

INVENTED = Path(__file__).parent.parent / "tests" / "extract" / "pages"
GOLD = ".gold"
GROUP, APART = (
    "group-unnamed",
    "groups, apart",
)  # of a page whose reading names none, and the layout they count as
HALF = 0.5  # of what two spans cover together, they share so much when they mean the same
Span = tuple[int, int]


@dataclass(frozen=True)
class Expected:
    """What a person read: where (any of the spans), what kind, which place, which relation."""

    spans: tuple[Span, ...]
    kind: str
    place: str
    relation: str
    layout: str


@dataclass
class Score:
    """Counts of one layout."""

    expected: int = 0
    read: int = 0
    right: int = 0
    kinds: int = 0
    said: int = 0
    said_right: int = 0
    relations: int = 0
    places: int = 0
    placed: int = 0
    sure: int = 0
    sure_right: int = 0
    lost: list[Span] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """Return the line of the table."""
        precision, recall = _part(self.right, self.read), _part(self.right, self.expected)
        together = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        errors = self.read - self.right
        doubted = errors - (self.sure - self.sure_right)
        values = [
            *(precision, recall, together, _part(self.kinds, self.right)),
            *(_part(self.said_right, self.said), _part(self.places, self.placed)),
            *(_part(self.relations, self.right), _part(self.sure_right, self.sure)),
            *(_part(self.read - self.sure, self.read), _part(doubted, errors)),
        ]
        return f"{name:<14}{self.expected:>5}{self.read:>5}" + "".join(f"{value:>8.3f}" for value in values)


HEAD = f"{'layout':<14}{'gold':>5}{'read':>5}" + "".join(
    f"{name:>8}" for name in ("P", "R", "F1", "kind", "said", "place", "relat.", "P sure", "doubts", "errors")
)


def _part(some: int, all_: int) -> float:
    return some / all_ if all_ else 1.0


def expected(page: str, gold: Path) -> list[Expected]:
    """Return what a person read in a page; ValueError for words that do not stand in it."""
    return [_expected(page, line, gold) for line in gold.read_text(encoding="utf-8").splitlines() if line]


def _expected(page: str, line: str, gold: Path) -> Expected:
    words, kind, place, relation, layout = line.split("\t")
    spans = tuple(span for quote in words.split(" || ") for span in _standing(page, quote))
    if not spans:
        raise ValueError(f"{gold}: {words!r} does not stand in the page")
    return Expected(spans, kind, place, relation, layout)


def _standing(page: str, quote: str) -> Iterator[Span]:
    """Yield where words stand, over whatever white space and markup is between them."""
    pattern = r"(?:\s|&nbsp;|<[^<>]{1,300}>)+".join(map(re.escape, quote.split()))
    for match in re.finditer(f"(?={pattern})", page):
        end = re.compile(pattern).match(page, match.start())
        if end:
            yield end.span()


def _is_sure(mention: Mention) -> bool:
    """Return whether nothing speaks against it that words are a mention, though their kind be a guess."""
    return mention.doubt in ("", "kind")


def _same(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= HALF * (max(one[1], other[1]) - min(one[0], other[0]))


def count(mentions: Iterable[Mention], wanted: list[Expected], scores: Callable[[str], Score]) -> None:
    """Add what was read of one page to the scores by layout; a name read twice counts once."""
    open_ = list(wanted)
    for one in wanted:
        scores(one.layout).expected += 1
    groups = any(one.kind == GROUP for one in wanted)
    usual = max((one.layout for one in wanted), key=[o.layout for o in wanted].count, default="none")
    for mention in mentions:
        span = (mention.start, mention.end)
        found = next((one for one in open_ if any(_same(span, other) for other in one.spans)), None)
        if found is None and any(_same(span, other) for one in wanted for other in one.spans):
            continue
        if found is None and mention.kind == GROUP and not groups:
            scores(APART).read += 1
            continue
        score = scores(found.layout if found else usual)
        score.read += 1
        score.sure += _is_sure(mention)
        if found is None:
            score.wrong.append(f"{mention.rule}: {mention.quote}{' ?' if mention.doubt else ''}")
            continue
        open_.remove(found)
        _compare(mention, found, score)
    for one in open_:
        scores(one.layout).lost.append(one.spans[0])


def _compare(mention: Mention, found: Expected, score: Score) -> None:
    score.right += 1
    score.sure_right += _is_sure(mention)
    score.said += not mention.guessed
    score.said_right += not mention.guessed and mention.kind == found.kind
    score.kinds += mention.kind == found.kind
    score.relations += mention.relation == found.relation
    if mention.kind != found.kind:
        score.other.append(f"KIND   {mention.name}: {mention.kind}, not {found.kind}")
    if found.place or mention.place:
        score.placed += 1
        same = fold(mention.place) == fold(found.place) or _is_at(mention.place_code, found.place)
        score.places += same
        if not same:
            score.other.append(f"PLACE  {mention.name}: {mention.place or '-'}, not {found.place or '-'}")


def _is_at(code: str, place: str) -> bool:
    """Return whether a place, by another of its names, is the one with a code."""
    return bool(code) and any(spot.code == code for spot in france().find(place))


def spacy() -> Callable[[str], list[Mention]]:
    """Return a reader that takes for names what spaCy takes for organisations (extra `nlp`)."""
    from partnerkg.extract import learned

    return learned.names


def run(folder: Path, read: Callable[[str], list[Mention]] = extract, *, errors: bool = False) -> None:
    """Print a line a layout, and one over all; with `errors` what was lost or wrong in each page."""
    table: defaultdict[str, Score] = defaultdict(Score)
    whole = Score()
    for gold in sorted(folder.glob(f"*{GOLD}")):
        path = gold.with_suffix("")
        page = decode(path.read_bytes(), str(path))
        wanted, mentions = expected(page, gold), read(page)
        alone = Score()
        count(mentions, wanted, table.__getitem__)
        count(mentions, wanted, lambda layout: Score() if layout == APART else whole)
        count(mentions, wanted, lambda layout, alone=alone: Score() if layout == APART else alone)  # type: ignore[misc]
        if errors:
            _print_errors(path.name, page, alone)
    print(HEAD)
    for layout, score in sorted(table.items()):
        print(score.row(layout))
    print(whole.row("all"))


def _print_errors(name: str, page: str, score: Score) -> None:
    for start, end in score.lost:
        print(f"{name}  LOST   {page[start:end]}")
    for wrong in score.wrong:
        print(f"{name}  WRONG  {wrong}")
    for other in score.other:
        print(f"{name}  {other}")


def main() -> None:
    """Measure the reader, and spaCy where it is installed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--pages", type=Path, default=INVENTED, help="a folder of pages with readings beside")
    parser.add_argument("--errors", action="store_true", help="list what was lost or wrong")
    parser.add_argument("--spacy", action="store_true", help="read with spaCy alone, too")
    options = parser.parse_args()
    run(options.pages, errors=options.errors)
    if options.spacy:
        print("spaCy alone")
        run(options.pages, spacy())


if __name__ == "__main__":
    main()
