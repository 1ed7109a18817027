"""A page → its mentions, each once, each town told from others of its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from partnerkg.extract import annotated, bracketed, kinds, municipal, own, placing, tables, text
from partnerkg.extract.denied import denied
from partnerkg.extract.doubts import SCRIPT, doubted
from partnerkg.extract.reading import Reader
from partnerkg.extract.sections import MEMBER, VENUE
from partnerkg.extract.view import ALT
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.places.france import LANDSCAPE, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.extract.view import View

_ALIKE = 3  # of one kind that say what others beside them are
PROSE = "prose"
_TOLD = (PROSE, "cue")  # the rules that read sentences
_PICTURES = 3  # that lead to other sites, and make a page one of partners though it does not say so
_CODE, _SEVERAL = 5, 2  # letters of the code of a commune; towns that say where a page is at home


def extract(page: str, publisher: str = "") -> list[Mention]:
    """Return the mentions of a page in their order; those that name the publisher itself are left out.

    `page` is HTML, Markdown, plain text, a table or Web Annotations as it was decoded: positions are code
    points of it.
    """
    given = fold(publisher)
    found = (mention for mention in _read(page) if fold(mention.name) != given)
    mentions = [mention for mention in found if not (mention.rule in _TOLD and denied(mention, page))]
    mentions.sort(key=lambda mention: (mention.start, mention.rule == "prose", -mention.end))
    told = [mention for mention in mentions if not (mention.rule == PROSE and mention.guessed)]
    return doubted(
        list(bracketed.placed(list(_placed(_likened(list(municipal.told(list(_apart(told))))))), page))
    )


def _likened(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions; one whose kind nothing says is taken for what most beside it are, or guessed."""
    beside: dict[str, Counter[str]] = {}
    for mention in mentions:
        if not mention.guessed and mention.kind not in (kinds.OTHER, kinds.GROUP, kinds.BODY):
            beside.setdefault(mention.heading, Counter())[mention.kind] += 1
    page = sum(beside.values(), Counter())
    return [
        _like(mention, beside.get(mention.heading, Counter()), page) if _is_open(mention) else mention
        for mention in mentions
    ]


def _is_open(mention: Mention) -> bool:
    return mention.guessed and mention.kind == kinds.OTHER


def _like(mention: Mention, beside: Counter[str], page: Counter[str]) -> Mention:
    """Return a mention as what most under its heading are; else, a guess, those of the page or a company."""
    [(most, count)] = beside.most_common(1) or [("", 0)]
    if count >= _ALIKE and count * 4 >= beside.total() * 3:
        return replace(mention, kind=most, guessed=most not in (kinds.COMPANY, kinds.PERSON), likened=True)
    if mention.relation == MEMBER or page["association"] >= max(_ALIKE, page[kinds.COMPANY] + 1):
        return replace(mention, kind="association")
    return mention if mention.relation == VENUE else replace(mention, kind=kinds.COMPANY)


def _read(page: str) -> Iterable[Mention]:
    if annotated.is_annotations(page):
        return annotated.read(page)
    view = text.read(page)
    if view.table:
        return tables.mentions(view)
    found = _of_page(view)
    if not found and view.spare:
        return [replace(mention, rule=SCRIPT) for mention in Reader(replace(view, lines=view.spare)).read()]
    if all(mention.rule in _TOLD for mention in found) and not view.about and _leads_out(view):
        found = [replace(mention, doubt="relation") for mention in _of_page(replace(view, about=True))]
    return placing.below(found, view)


def _of_page(view: View) -> list[Mention]:
    return sorted(own.without(list(Reader(view).read()), view.title), key=lambda mention: mention.start)


def _leads_out(view: View) -> bool:
    """Return whether a page that nowhere says partners shows several pictures that lead to other sites."""
    return sum(line.kind == ALT and bool(line.links) and not line.home for line in view.lines) >= _PICTURES


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions without those that begin inside one before."""
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _placed(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions; of towns of one name that is meant which lies where the others of the page do."""
    codes = {mention.place_code for mention in mentions if len(mention.place_code) == _CODE}
    often = Counter(map(_departement, codes)).most_common(1)
    near = often[0][0] if often and often[0][1] > _SEVERAL else ""
    known = placing.told(mentions)
    for mention in mentions:
        if not mention.place or mention.place_code:
            yield mention if mention.place else placing.within(mention, known)
            continue
        spot = None if mention.doubt == placing.UNPLACED else france().town(mention.place, near)
        if spot is None:
            is_known = bool(france().find(mention.place, (LANDSCAPE,)))
            yield mention if is_known else replace(mention, doubt=mention.doubt or placing.UNPLACED)
        else:
            yield replace(mention, place_code=spot.code)


def _departement(code: str) -> str:
    return code[:3] if code.startswith("97") else code[:2]
