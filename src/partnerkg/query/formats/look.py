"""How an answer is to look: the language of its labels, the terminal that shows it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store


class Look:
    """What a format may need besides the rows.

    Labels come from `store` in `language`. `width` is that of the terminal, None if there is none; `links`
    says whether it shows links.
    """

    __slots__ = ("language", "links", "store", "width")

    def __init__(
        self, store: Store | None = None, language: str = "en", width: int | None = None, links: bool = False
    ) -> None:
        self.store = store
        self.language = language
        self.width = width
        self.links = links

    def labels(self, solutions: Solutions) -> dict[str, str]:
        """Return the labels of the things in the rows by IRI; none without a store."""
        if self.store is None:
            return {}
        from pyoxigraph import NamedNode

        from partnerkg.query.labels import labels

        things = (term for row in solutions for term in row if isinstance(term, NamedNode))
        return labels(things, self.store, self.language)
