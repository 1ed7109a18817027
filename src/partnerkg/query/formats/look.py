"""How an answer is to look: the language of its labels, the terminal that shows it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.results import Solutions
    from partnerkg.query.why import Reason
    from partnerkg.store.base import Store


class Look:
    """What a format may need besides the rows.

    Labels come from `store` in `language`. `width` is that of the terminal, None if there is none; `links`
    says whether it shows links. `reasons` are what `why.reasons` found for each row, None if nobody asked.
    """

    __slots__ = ("language", "links", "reasons", "store", "width")

    def __init__(
        self,
        store: Store | None = None,
        language: str = "en",
        width: int | None = None,
        links: bool = False,
        reasons: list[list[Reason]] | None = None,
    ) -> None:
        self.store = store
        self.language = language
        self.width = width
        self.links = links
        self.reasons = reasons

    def labels(self, solutions: Solutions) -> dict[str, str]:
        """Return the labels of the things in the rows and reasons by IRI; none without a store."""
        if self.store is None:
            return {}
        from pyoxigraph import NamedNode

        from partnerkg.query.labels import labels

        things = {term for row in solutions for term in row if isinstance(term, NamedNode)}
        statuses = {str(reason["status"]) for reasons in self.reasons or () for reason in reasons}
        return labels([*things, *map(NamedNode, statuses)], self.store, self.language)
