"""The same question put to two stores: the rows that the second leaves out, invents or repeats."""

from __future__ import annotations

from collections import Counter

from partnerkg.errors import FailedEndpoint, NoSparql, RefusedQuery, TooLarge, TooSlow
from partnerkg.query.bind import bind
from partnerkg.query.run import run
from partnerkg.store.sameness import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import PartnerkgError
    from partnerkg.query.catalogue import Question
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

    Row = tuple[str, ...]


FAILURES = (RefusedQuery, FailedEndpoint, TooSlow, TooLarge, NoSparql)  # of one query, not of a server


class Comparison:
    """How a question was answered there: `missing` and `extra` rows, each as often as it is wrong.

    `rows` is how many are right; `reordered` whether the right rows come in another order; `error` what the
    server said instead of an answer, else None.
    """

    __slots__ = ("error", "extra", "missing", "question", "reordered", "rows")

    def __init__(
        self, question: str, right: list[Row], given: list[Row], error: PartnerkgError | None
    ) -> None:
        self.question = question
        self.rows = len(right)
        self.missing = Counter(right) - Counter(given)
        self.extra = Counter(given) - Counter(right)
        self.reordered = not (self.missing or self.extra) and right != given
        self.error = error

    @property
    def same(self) -> bool:
        """Return whether the answer is right to the last row, in the right order."""
        return not (self.missing or self.extra or self.reordered or self.error)


def compare(question: Question, right: Store, other: Store) -> Comparison:
    """Return how another store answers a question with the values of its examples.

    The values are looked up in the store that is right. An answer that the other refuses, fails at or takes
    too long for is told as its `error`; what speaks against the server as a whole is raised.
    """
    examples = {name: parameter.example for name, parameter in question.parameters.items()}
    terms = {variable.value: term for variable, term in bind(question, right, examples).items()}
    expected = _rows(run(question, right, **terms))
    try:
        return Comparison(question.name, expected, _rows(run(question, other, **terms)), None)
    except FAILURES as error:
        return Comparison(question.name, expected, [], error)


def _rows(solutions: Solutions) -> list[Row]:
    return [tuple(map(written, row)) for row in solutions]
