"""Finding what goes by some words: things, words of the vocabulary, questions, the best first."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.query.search.found import Found
from partnerkg.query.search.questions import Questions
from partnerkg.query.search.things import things_of
from partnerkg.query.search.words import asked
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.query.catalogue import Catalogue, Question
    from partnerkg.store.base import Store

__all__ = ["Finds", "Found", "Search"]

FIRST = 3  # questions before what goes by fewer of the words


class Finds(list[Found]):
    """What was found, the best first; `partly` if it goes by some of the words only."""

    __slots__ = ("language", "partly")

    def __init__(self, found: Iterable[Found], partly: bool, language: str) -> None:
        super().__init__(found)
        self.partly = partly
        self.language = language

    def first(self, limit: int | None) -> Finds:
        """Return the best, at most so many, else all."""
        return Finds(self[:limit], self.partly, self.language)

    def _repr_html_(self) -> str:
        """Return the finds as a table for notebooks."""
        from partnerkg.pages import grid

        heads = map(translations(self.language)[0], (N_("name"), N_("kind"), N_("town"), N_("id")))
        return grid([*heads], ([one.name, one.kind, one.town, one.id] for one in self))


class Search:
    """What can be found in a graph and its catalogue; both are read when they are searched first."""

    __slots__ = ("questions", "things")

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self.things = things_of(store)
        self.questions = Questions(catalogue, store, self.things)

    def __repr__(self) -> str:
        return "<Search: things and questions by words>"

    def find(self, words: str, language: str) -> Finds:
        """Return what goes by all the words, else what goes by some of them: things, then questions.

        Of what goes by some, things that they name come first, then the questions of which most speak.
        """
        fitting = self.questions.find(words)
        things = list(self.things.find(words, language))
        if things:
            least = len(asked(words))
            asking = [_question(one.question, language) for one in fitting if one.weight >= least]
            return Finds([*things, *asking], False, language)
        things = list(self.things.find(words, language, some=True))
        named = [one for one in things if self.things.is_called(one, words)]
        best = [one for one in fitting if one.weight == fitting[0].weight][:FIRST]
        asking = [_question(one.question, language) for one in (*best, *fitting)]
        found = dict.fromkeys([*named, *asking[: len(best)], *things, *asking])
        return Finds(found, bool(found), language)


def _question(question: Question, language: str) -> Found:
    summary = question.summary[language]
    return Found(question.name, summary, translations(language)[0](N_("question")), "", summary, None)
