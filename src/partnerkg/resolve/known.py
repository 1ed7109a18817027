"""The organisations of a graph by their names and towns.

Only the same name in the same town is the same organisation: there is a Le Bateau Livre in Lille and one in
Montauban. Without a town nothing is merged.
"""

from __future__ import annotations

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.mention import Mention

_ARTICLES = ("le ", "la ", "les ", "l ", "the ")


class Known:
    """Organisations by name and the official code of their town."""

    __slots__ = ("_iris",)

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take rows of IRI, name and code of the town."""
        self._iris: dict[tuple[str, str], set[str]] = {}
        for iri, name, code in rows:
            self._iris.setdefault((core(name), code), set()).add(iri)

    def find(self, mention: Mention) -> str | None:
        """Return the IRI of the one organisation with the name and town of a mention, else None."""
        if not mention.place_code:
            return None
        found = self._iris.get((core(mention.name), mention.place_code), set())
        return next(iter(found)) if len(found) == 1 else None


def core(name: str) -> str:
    """Return what two spellings of a name share: folded, without the article it begins with."""
    folded = fold(name)
    article = next((article for article in _ARTICLES if folded.startswith(article)), "")
    return folded.removeprefix(article) or folded
