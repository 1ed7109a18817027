"""The organisations of graphs by their names and towns; a mention against them: same, new or unsure.

Only what is named alike in the same town is the same: there is a Le Bateau Livre in Lille and one in
Montauban. Without a town nothing is merged. Names are compared town by town, so that a million mentions take
no minute.
"""

from __future__ import annotations

from partnerkg.model.judgement import NEW, SAME, UNSURE, Judgement
from partnerkg.resolve.spelling import core, forms, headless, is_acronym, is_generic, letters, loose, townless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkg.model.mention import Mention

    Iris = dict[str, None]  # of organisations, each once, in the order in which they became known

NAME, ACRONYM, SPELLING = "name and town", "letters of the name, and town", "spelling, and town"
LIKE, NO_TOWN, SEVERAL, FIRST, ELSEWHERE = (
    "a similar name in the town",
    "the name without a town",
    "several of the name in the town",
    "nothing like it",
    "the name in other towns only",
)
SURE, LIKELY = 93, 82  # of 100, how alike two names are that are one, or may be
_ORDER = (SAME, UNSURE, NEW)
_SURELY = 4  # letters that tell a name
_SHORT = 5  # letters of words that similarity tells nothing of


class Known:
    """Organisations by name and the official code of their town; "" for those whose town is not known."""

    __slots__ = ("_acronyms", "_by_name", "_by_rest", "_in_town", "_letters")

    def __init__(self, rows: Iterable[tuple[str, str, str]] = ()) -> None:
        """Take rows of IRI, name and code of the town; a name may be an acronym or a former one."""
        self._by_rest: dict[str, dict[str, Iris]] = {}  # of those that begin with the word of their kind
        self._by_name: dict[str, dict[str, Iris]] = {}
        self._in_town: dict[str, dict[str, Iris]] = {}
        self._letters: dict[tuple[str, str], Iris] = {}
        self._acronyms: dict[tuple[str, str], Iris] = {}
        for iri, name, code in rows:
            self.add(iri, name, code or "")

    def add(self, iri: str, name: str, code: str) -> None:
        """Take in one more name of an organisation."""
        for form in forms(name):
            self._add(iri, form, code)
        bare = townless(name, code)
        if bare and is_generic(bare):
            _put(self._by_rest.setdefault(loose(bare), {}).setdefault(code, {}), iri)
        elif bare:
            self._add(iri, bare, code)

    def _add(self, iri: str, name: str, code: str) -> None:
        head, rest = headless(name)
        if head:
            _put(self._by_rest.setdefault(rest, {}).setdefault(code, {}), iri)
        _put(self._by_name.setdefault(core(name), {}).setdefault(code, {}), iri)
        _put(self._in_town.setdefault(code, {}).setdefault(loose(name), {}), iri)
        if is_acronym(name):
            _put(self._acronyms.setdefault((code, core(name).replace(" ", "")), {}), iri)
        elif first := letters(name):
            _put(self._letters.setdefault((code, first), {}), iri)

    def iris(self) -> set[str]:
        """Return all that is known."""
        return {iri for towns in self._by_name.values() for iris in towns.values() for iri in iris}

    def find(self, mention: Mention) -> str | None:
        """Return the IRI of the organisation that a mention surely means, else None."""
        return self.judge(mention).iri

    def judge(self, mention: Mention) -> Judgement:
        """Return whether a mention means a known organisation, a new one, or may mean one, and why."""
        return self.of(mention.name, mention.place_code)

    def of(self, name: str, code: str) -> Judgement:
        """Return the judgement of a name in a town; `code` is "" where the town is not known."""
        judged = [self._of(form, code) for form in forms(name)]
        if bare := townless(name, code):
            found = self._of(bare, code)
            generic = found.iri is not None and is_generic(bare)
            judged.append(_unsure(dict.fromkeys(found.candidates)) if generic else found)
        return min(judged, key=lambda one: _ORDER.index(one.verdict))

    def _of(self, name: str, code: str) -> Judgement:
        named = self._by_name.get(core(name), {})
        if not code:
            same = tuple(dict.fromkeys(iri for iris in named.values() for iri in iris))
            iris = same or tuple(self._of_one_kind(name, code))
            return Judgement(UNSURE, NO_TOWN, iris) if iris else Judgement(NEW, FIRST)
        if here := named.get(code):
            return _one(here, NAME)
        if alike := self._alike(name, code):
            return alike
        if without := named.get(""):
            return Judgement(UNSURE, NO_TOWN, tuple(without))
        return Judgement(NEW, ELSEWHERE if named else FIRST)

    def _of_one_kind(self, name: str, code: str) -> Iris:
        """Return those of this name but for the word of its kind: "Librairie La Plume" for "La Plume"."""
        head, rest = headless(name)
        if len(rest) < _SHORT:
            return {}
        if not head:
            found = self._by_rest.get(rest, {})
            return found.get(code, {}) if code else _every(found)
        if code:
            return self._in_town.get(code, {}).get(rest, {})
        return _every(self._by_name.get(core(core(name).partition(" ")[2]), {}))

    def _alike(self, name: str, code: str) -> Judgement | None:
        """Return the judgement by letters and spelling among those of a town, None if nothing is alike."""
        short = core(name).replace(" ", "") if is_acronym(name) else letters(name)
        found = (self._letters if is_acronym(name) else self._acronyms).get((code, short))
        if found and short:
            return _one(found, ACRONYM) if len(short) >= _SURELY else _unsure(found)
        if code not in self._in_town or len(loose(name)) < _SHORT:
            return None
        if exact := self._in_town[code].get(loose(name)):
            return _one(exact, SPELLING)
        if of_one_kind := self._of_one_kind(name, code):
            return _unsure(of_one_kind)
        return self._spelt(loose(name), code)

    def _spelt(self, told: str, code: str) -> Judgement | None:
        """Return the judgement by the likeness of names in a town; those of a territory share its name."""
        from rapidfuzz import fuzz, process

        names = self._in_town[code]
        found = [
            best
            for scorer in (fuzz.token_sort_ratio, fuzz.ratio)  # words in another order, a first letter lost
            if (best := process.extractOne(told, names.keys(), scorer=scorer, score_cutoff=LIKELY))
        ]
        best = max(found, key=lambda one: one[1]) if found and code[:1].isdigit() else None
        if best is None:
            return None
        sure = best[1] >= SURE and _numbers(best[0]) == _numbers(told)
        return _one(names[best[0]], SPELLING) if sure else _unsure(names[best[0]])


def _every(names: dict[str, Iris]) -> Iris:
    return {iri: None for iris in names.values() for iri in iris}


def judged(tables: Sequence[Known], name: str, code: str) -> Judgement:
    """Return what a name in a town means in several graphs: the first that is sure, else all that may be."""
    found = [table.of(name, code) for table in tables]
    if sure := next((one for one in found if one.iri), None):
        return sure
    doubts = [one for one in found if one.verdict == UNSURE]
    if not doubts:
        return next((one for one in found if one.reason != FIRST), Judgement(NEW, FIRST))
    perhaps = dict.fromkeys(iri for one in doubts for iri in one.candidates)
    return Judgement(UNSURE, doubts[0].reason, tuple(perhaps))


def resolved(
    names: Iterable[tuple[str, str]], rows: Iterable[tuple[str, str, str]] = ()
) -> Iterator[tuple[str, Judgement]]:
    """Yield who each name in a town means, as an IRI or `#` and the number of the name met first, and why.

    `rows` are what is known, as `Known` takes them. What is new with a town is known from then on; what is
    unsure is one with what has the same name in the same town, and with nothing else.
    """
    known = Known(rows)
    unsure: dict[tuple[str, str], str] = {}
    for number, (name, place) in enumerate(names, 1):
        alone, judged = f"#{number}", known.of(name, place)
        if judged.verdict == UNSURE and place:
            alone = unsure.setdefault((core(name), place), alone)
        elif judged.verdict == NEW:
            judged = Judgement(NEW, judged.reason, (alone,))
            if place:
                known.add(alone, name, place)
        yield judged.iri or alone, judged


def _put(iris: Iris, iri: str) -> None:
    iris[iri] = None


def _one(iris: Iris, reason: str) -> Judgement:
    return Judgement(SAME, reason, tuple(iris)) if len(iris) == 1 else Judgement(UNSURE, SEVERAL, tuple(iris))


def _unsure(iris: Iris) -> Judgement:
    return Judgement(UNSURE, LIKE, tuple(iris))


def _numbers(name: str) -> list[str]:
    """Return what of a name has no other spelling: numbers, letters with digits, a letter alone."""
    return sorted(word for word in name.split() if len(word) == 1 or not word.isalpha())
