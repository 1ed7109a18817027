"""An index of words, ranked: the full-text search of SQLite, which comes with Python, and its BM25.

A name counts more than another name, and this more than what is said of a thing.
"""

from __future__ import annotations

import sqlite3
from difflib import get_close_matches

from partnerkg.query.search.words import begins, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Told = tuple[Iterable[str], Iterable[str], Iterable[str]]  # names, other names, what is said

_TABLE = "CREATE VIRTUAL TABLE told USING fts5(names, others, said, tokenize='unicode61')"
_WORDS = "CREATE VIRTUAL TABLE word USING fts5vocab(told, col)"
_FOUND = "SELECT rowid FROM told WHERE told MATCH ? ORDER BY bm25(told, 10, 6, 1), rowid"
_OF_NAMES = "SELECT DISTINCT term FROM word WHERE col IN ('names', 'others') ORDER BY term"
_ALL = "names others said"
_ALIKE = 0.7


class Index:
    """Texts by number, to be found by their words."""

    __slots__ = ("_base",)

    def __init__(self, texts: Iterable[Told]) -> None:
        # a server may ask from any of its threads: SQLite lets one in at a time
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(_TABLE)
        self._base.execute(_WORDS)
        self._base.executemany(
            "INSERT INTO told(rowid, names, others, said) VALUES (?, ?, ?, ?)",
            ((number, *map(told, parts)) for number, parts in enumerate(texts)),
        )

    def having(
        self,
        words: Sequence[str],
        joined: str = "AND",
        within: str = _ALL,
        form: Callable[[str], str] = begins,
    ) -> list[int]:
        """Return the numbers of the texts that have all the words, or with `OR` some, the best first.

        `within` are the parts of a text to look at, such as `names`, `form` is how a word stands in them.
        """
        if not words:
            return []
        expression = f"{{{within}}} : ({f' {joined} '.join(map(form, words))})"
        return [number for (number,) in self._base.execute(_FOUND, (expression,))]

    def nearest(self, words: Sequence[str]) -> list[str]:
        """Return the words, but for those that nothing has the word of a name that is spelt most alike."""
        known = [term for (term,) in self._base.execute(_OF_NAMES)]
        near = (
            [word] if self.having([word]) else get_close_matches(word, known, 1, _ALIKE) for word in words
        )
        return [word for some in near for word in some]
