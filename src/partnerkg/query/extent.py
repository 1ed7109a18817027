"""Whether an answer is all there is, as far as the lists that it rests on say so."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message
from partnerkg.model import iris
from partnerkg.query.labels import labels
from partnerkg.query.values import plain
from partnerkg.sparql.query import Query
from partnerkg.translation import LANGUAGES, Spoken
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.model.terms import Substitutions
    from partnerkg.query.catalogue import Question
    from partnerkg.query.values import Plain
    from partnerkg.store.base import Store

COMPLETE, PARTIAL, UNKNOWN = "complete", "partial", "unknown"
MOST = 3  # reasons that a sentence gives
_SAID = """SELECT DISTINCT ?list ?list_said ?list_words ?list_whole %(given)s {
    %(pattern)s
    OPTIONAL { ?list pk:listCompleteness ?list_said }
    OPTIONAL { ?list pk:completenessWords ?list_words }
    OPTIONAL { ?list pk:everyItemRead ?list_whole }
}"""


class Listed:
    """What is said of a list of a page, None where nothing is.

    `said` is the slug of what the page says of it, in these `words`; `whole` whether every item was read.
    """

    __slots__ = ("iri", "said", "whole", "words")

    def __init__(self, iri: str, said: str | None, words: str | None, whole: bool | None) -> None:
        self.iri = iri
        self.said = said
        self.words = words
        self.whole = whole

    @property
    def name(self) -> str:
        """Return the slug of the list, or its IRI if it has none."""
        return iris.slug(self.iri) or self.iri

    @property
    def state(self) -> str:
        """Return COMPLETE if the page says so and all was read, PARTIAL if either says no, else UNKNOWN."""
        if self.said not in (None, COMPLETE) or self.whole is False:
            return PARTIAL
        return COMPLETE if self.said and self.whole else UNKNOWN

    def record(self) -> dict[str, Plain]:
        """Return it as plain Python."""
        return {"list": self.iri, "said": self.said, "words": self.words, "whole": self.whole}


class Extent:
    """How much of what there is an answer holds; `lists` are those that it rests on, by IRI.

    An answer is never more complete than the pages it comes from say: one that rests on lists of which
    nothing is said is neither complete nor partial. What its lists are called is looked up in the
    `store` when a sentence is wanted; without one they go by their slugs.
    """

    __slots__ = ("_store", "_titles", "lists")

    def __init__(self, lists: Iterable[Listed], store: Store | None = None) -> None:
        self.lists = sorted(lists, key=lambda listed: (listed.iri, listed.words or ""))
        self._store = store
        self._titles: dict[str, dict[str, str]] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.lists, self._called())

    def __repr__(self) -> str:
        return f"<Extent: {self.state}, {many(len(self.lists), 'list')}>"

    @property
    def state(self) -> str:
        """Return COMPLETE if every list is, PARTIAL if one is, else UNKNOWN, also where there is no list."""
        states = {listed.state for listed in self.lists}
        return PARTIAL if PARTIAL in states else COMPLETE if states == {COMPLETE} else UNKNOWN

    @property
    def reasons(self) -> list[Listed]:
        """Return the lists that make the answer complete or partial; none where neither is known."""
        return [listed for listed in self.lists if listed.state == self.state != UNKNOWN]

    def message(self) -> Message:
        """Return whether the answer is complete, and why, as a sentence with the words of the pages."""
        if self.state == UNKNOWN:
            return self._unknown()
        quoted = [listed for listed in self.reasons if listed.words]
        if not quoted:
            names = _with_commas([self._title(listed) for listed in self.reasons[:MOST]])
            return Message(N_("Partial answer: not every item of its lists was read ({names})."), names=names)
        if self.state == COMPLETE:
            return Message(
                N_("Complete answer, on the day the page was read: it says {words}."),
                words=self._joined(quoted),
            )
        return Message(N_("Partial answer: the page says {words}."), words=self._joined(quoted))

    def _joined(self, quoted: list[Listed]) -> Message | str:
        """Return the words of the first lists, each with the name of its list."""
        first = _with_commas(
            [
                Message(N_("“{words}” ({name})"), words=listed.words, name=self._title(listed))
                for listed in quoted[:MOST]
            ]
        )
        if len(quoted) > MOST:
            return Message(N_("{first}, and {count} more"), first=first, count=len(quoted) - MOST)
        return first

    def _title(self, listed: Listed) -> Message | str:
        """Return the heading of a list, or what it is of, and whose it is; its slug if nobody says that."""
        known = {language: names.get(listed.iri) for language, names in self._called().items()}
        return Spoken({tag: str(name) for tag, name in known.items()}) if all(known.values()) else listed.name

    def _called(self) -> dict[str, dict[str, str]]:
        """Return what the lists that are named in a sentence are called, by language and IRI."""
        if self._titles is None:
            things = [NamedNode(listed.iri) for listed in self.reasons if self._store]
            self._titles = {
                tag: labels(things, self._store, tag) if self._store and things else {} for tag in LANGUAGES
            }
        return self._titles

    def _unknown(self) -> Message:
        if not self.lists:
            return Message(N_("It is not known whether this is all: no page says so."))
        return Message(
            N_(
                "It is not known whether this is all: no page says so. "
                "Lists that the answer rests on: {count}; read whole: {whole}."
            ),
            count=len(self.lists),
            whole=sum(listed.whole is True for listed in self.lists),
        )

    def record(self) -> dict[str, object]:
        """Return it as plain Python: state, sentence, and what is said of each list."""
        lists = [listed.record() for listed in self.lists]
        return {"state": self.state, "sentence": str(self.message()), "lists": lists}


def extent(question: Question, store: Store, terms: Substitutions) -> Extent | None:
    """Return how much an answer holds, None for a question whose header says nothing of its lists.

    `terms` are the values that the question was told.
    """
    pattern = question.completeness
    if pattern is None:
        return None
    named = Query(pattern).variables
    given = {variable: term for variable, term in terms.items() if variable.value in named}
    text = _SAID % {"pattern": pattern, "given": " ".join(map(str, given))}
    rows = store.select(text, given, question.reads)
    found = {tuple(map(plain, row[:4])) for row in rows}
    return Extent(map(_listed, found), store)


def _restored(lists: list[Listed], titles: dict[str, dict[str, str]]) -> Extent:
    """Return what comes from another process."""
    found = Extent(lists)
    found._titles = titles
    return found


def _listed(row: tuple[Plain, ...]) -> Listed:
    iri, said, words, whole = row
    slug = (iris.slug(str(said)) or str(said)) if said is not None else None
    truth = None if whole is None else whole in (True, "1", "true")  # some servers write 1 for true
    return Listed(str(iri), slug, None if words is None else str(words), truth)


def _with_commas(several: Sequence[Message | str]) -> Message | str:
    first, *others = several
    for other in others:
        first = Message(N_("{first}, {other}"), first=first, other=other)
    return first
