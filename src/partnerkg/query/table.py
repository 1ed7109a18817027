"""Rows of RDF terms under named columns, with all that is known of them."""

from __future__ import annotations

from partnerkg.query.values import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Self, overload

    from partnerkg.errors import Message
    from partnerkg.model.terms import Row, Term
    from partnerkg.query.extent import Extent
    from partnerkg.query.lead import Lead
    from partnerkg.query.proof.proven import Proven
    from partnerkg.query.values import Plain

    End = str | Term  # a column, or what stands there in every row
    Links = tuple[tuple[End, End, End | None], ...]
    Headings = Mapping[str, Mapping[str, str]]


class Table:
    """Rows of terms under named columns; a place that has no value is None.

    `cut` says that there are more rows than were asked for. `links` are the links that a row stands for, each
    with its two ends and its kind: columns, or terms that the question was told; where there are none, the
    names of the columns tell them. `headings` are what people call the columns, by language; where there are
    none, the columns are called by their names. `called` are the labels of its things by language, as far as
    they were looked for. `spare` are the columns that a terminal lacks first if it is
    too narrow for all.
    """

    __slots__ = (
        *("_completeness", "_leads", "_nothing", "_proofs"),
        *("called", "columns", "cut", "headings", "links", "rows", "spare"),
    )

    def __init__(self, columns: Sequence[str], rows: list[Row], cut: bool = False) -> None:
        self.columns = tuple(columns)
        self.rows = rows
        self.cut = cut
        self.links: Links = ()
        self.headings: Headings = {}
        self.called: dict[str, dict[str, str]] = {}
        self.spare: frozenset[str] = frozenset()
        self._completeness: Extent | Callable[[], Extent | None] | None = None
        self._nothing: Message | Callable[[], Message | None] | None = None
        self._leads: list[tuple[Lead, ...]] | Callable[[Table], list[tuple[Lead, ...]]] | None = None
        self._proofs: list[Proven] | Callable[[Table], list[Proven]] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Row: ...

        @overload
        def __getitem__(self, place: slice) -> Self: ...

    def __getitem__(self, place: int | slice) -> Row | Self:
        if not isinstance(place, slice):
            return self.rows[place]
        some = self.like(self.columns, self.rows[place])
        some.headings, some.spare = self.headings, self.spare
        some.rest_on(lambda: self.completeness)
        some.explain(lambda: self.nothing)
        some.prove_by(lambda _: self.proofs[place])
        some.lead_by(lambda _: self.leads[place])
        return some

    def like(self, columns: Sequence[str], rows: list[Row]) -> Self:
        """Return other columns or rows of the same answer, with the same links."""
        found = type(self)(columns, rows, self.cut)
        found.links = self.links
        return found

    @property
    def completeness(self) -> Extent | None:
        """Return whether these rows are all there is, None if their question names no lists they rest on.

        The lists are looked for when this is asked for the first time.
        """
        if callable(self._completeness):
            self._completeness = self._completeness()
        return self._completeness

    def rest_on(self, lists: Callable[[], Extent | None]) -> None:
        """Take what will find the lists that the rows rest on."""
        self._completeness = lists

    @property
    def nothing(self) -> Message | None:
        """Return why nothing answers and what does, None if there are rows or nobody says.

        That is looked for when this is asked for the first time.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("publisher_partners", publisher="Cap Nord")
        >>> str(answer.nothing).partition(". ")[2]
        'Other values of `publisher` have rows: Colères du Présent, Lis avec moi.'
        """
        if callable(self._nothing):
            self._nothing = None if self.rows or self.cut else self._nothing()
        return self._nothing

    def explain(self, nothing: Callable[[], Message | None]) -> None:
        """Take what will say why there are no rows."""
        self._nothing = nothing

    @property
    def proofs(self) -> list[Proven]:
        """Return the words that prove each row, all and no others; none for rows that were not asked for.

        They are looked for when this is asked for the first time.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("network_members", network="librairies-sorcieres")
        >>> "a member of" in " ".join(proof.quote or "" for proof in answer.proofs[0].proofs)
        True
        """
        if callable(self._proofs):
            self._proofs = self._proofs(self)
        return self._proofs or []

    def prove_by(self, proofs: Callable[[Table], list[Proven]]) -> None:
        """Take what will find the words behind the rows."""
        self._proofs = proofs

    @property
    def leads(self) -> list[tuple[Lead, ...]]:
        """Return the questions, told values, that list what each row counts or misses; empty if none does.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("network_member_counts")
        >>> answer.leads[-1][0].command
        'partnerkg query organization_networks --network librairies-sorcieres'
        """
        if callable(self._leads):
            self._leads = self._leads(self)
        return self._leads or []

    def lead_by(self, leads: Callable[[Table], list[tuple[Lead, ...]]]) -> None:
        """Take what will find where the rows lead."""
        self._leads = leads

    def records(self) -> list[dict[str, Plain]]:
        """Return the rows as plain Python: IRIs and texts as str, numbers as numbers, nothing as None."""
        return [dict(zip(self.columns, map(plain, row), strict=True)) for row in self.rows]
