"""Names that mean the same, found by Splink on DuckDB: probabilities instead of rules (extra `scale`).

Only names of one town are compared, so homonyms of other towns never meet. The model is given, not learned
from what is read: the same names are the same on every day, on every engine that Splink writes SQL for.
"""

from __future__ import annotations

from collections import defaultdict

from partnerkg.errors import MissingExtra
from partnerkg.model.judgement import NEW, SAME, UNSURE, Judgement
from partnerkg.model.name import fold
from partnerkg.resolve.known import FIRST, LIKE, NO_TOWN, SEVERAL, SPELLING
from partnerkg.resolve.spelling import core, forms, headless, is_acronym, is_generic, letters, loose, townless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from splink import SettingsCreator
    from splink.internals.database_api import DatabaseAPI

SURE, LIKELY = 0.99, 0.5  # probabilities from which two names are one, or may be
_PRIOR = 0.001  # that two names of a town, taken by chance, are one
_ENDS = 4  # letters at either end of a name by which names are brought together
_COLUMNS = (
    "unique_id",
    "place",
    "loose",
    "rest",
    "head",
    "short",
    "acronym",
    "beginning",
    "ending",
    "numbers",
)
_NEAR = "levenshtein(loose_l, loose_r) <= {0} AND length(loose_l) >= {1} AND length(loose_r) >= {1}"
_NAMES = (  # what two names share; how often among those that are one, and among those that are not
    ("loose_l = loose_r", "the words that tell it", 0.7, 1e-6),
    (_NEAR.format(1, 10), "all but a letter", 0.2, 1e-6),
    (_NEAR.format(2, 20), "all but two letters", 0.03, 1e-7),
    ("short_l = short_r AND length(short_l) >= 4 AND acronym_l <> acronym_r", "its letters", 0.02, 1e-7),
    ("rest_l = rest_r", "all but the kind", 0.02, 1e-5),
    (_NEAR.format(2, 6), "most letters", 0.02, 1e-5),
)
_ELSE = (0.01, 0.99998)
_HEADS, _NUMBERS = (0.9999, 0.3), (0.9999, 0.9)


def resolved(
    names: Sequence[tuple[str, str]],
    known: Iterable[tuple[str, str, str]] = (),
    engine: DatabaseAPI[Any] | None = None,
) -> Iterator[tuple[str, Judgement]]:
    """Yield who each name in a town means, as `known.resolved` does; MissingExtra without the extra.

    `engine` is what Splink asks: DuckDB in memory by default, else Spark or any other.
    """
    nodes = _Nodes()
    for iri, name, place in known:
        nodes.add(name, place, iri)
    placed = [nodes.add(name, place) if place else [] for name, place in names]
    clusters, near = _linked(nodes, engine)
    settled = _Settled(nodes, clusters, near)
    for number, ((name, _), numbers) in enumerate(zip(names, placed, strict=True), 1):
        alone = f"#{number}"
        if not numbers:
            judged = nodes.without_town(name, alone)
        else:
            judged, alone = settled.judge([clusters[one] for one in numbers], alone)
        yield judged.iri or alone, judged


class _Nodes:
    """The names that are compared, each once a town, and the organisations that are known by them."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.iris: dict[int, dict[str, None]] = defaultdict(dict)
        self._numbers: dict[tuple[str, str], int] = {}
        self._anywhere: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, name: str, place: str, iri: str = "") -> list[int]:
        """Return the numbers of a name in a town: an acronym in brackets behind it is another name."""
        return [self._add(form, place, iri) for form in forms(name)]

    def _add(self, name: str, place: str, iri: str) -> int:
        key = (core(name), place)
        number = self._numbers.setdefault(key, len(self.rows))
        if number == len(self.rows):
            self.rows.append((number, place, *_compared(name, place)))
        if iri:
            self.iris[number][iri] = None
            for told in filter(None, (key[0], townless(name, place))):
                self._anywhere[told][iri] = None
        return number

    def without_town(self, name: str, alone: str) -> Judgement:
        """Return the judgement of a name whose town nobody says: never sure."""
        perhaps = self._anywhere.get(core(name))
        return Judgement(UNSURE, NO_TOWN, tuple(perhaps)) if perhaps else Judgement(NEW, FIRST, (alone,))


def _compared(name: str, place: str) -> tuple[Any, ...]:
    """Return the columns of a name; its town is none of them, but where it alone tells which one is meant."""
    bare = townless(name, place)
    generic = bool(bare) and is_generic(bare)
    head, rest = ("", loose(bare)) if generic else headless(bare or name)
    acronym = is_acronym(name)
    short = core(name).replace(" ", "") if acronym else letters(name)
    numbers = " ".join(word for word in fold(name).split() if word.isdigit())
    return (
        loose(name if generic else bare or name),
        rest,
        head or None,
        short or None,
        acronym,
        rest[:_ENDS],
        rest[-_ENDS:],
        numbers,
    )


class _Settled:
    """What clusters mean, in the order in which they are named."""

    def __init__(self, nodes: _Nodes, clusters: Sequence[int], near: Mapping[int, set[int]]) -> None:
        self._near = near
        self._unsure: dict[int, str] = {}
        self._means: dict[int, dict[str, None]] = defaultdict(dict)
        for node, iris in nodes.iris.items():
            self._means[clusters[node]] |= iris

    def judge(self, clusters: Sequence[int], alone: str) -> tuple[Judgement, str]:
        """Return who is meant by the names of clusters, and what they are called where that is not sure.

        If nobody is known by them yet, `alone` is from now on.
        """
        cluster = next((one for one in clusters if one in self._means), clusters[0])
        meant = tuple(self._means.get(cluster, ()))
        if len(meant) == 1:
            return Judgement(SAME, SPELLING, meant), alone
        perhaps = meant or tuple(
            dict.fromkeys(
                iri for other in sorted(self._near.get(cluster, ())) for iri in self._means.get(other, ())
            )
        )
        if perhaps:
            reason = SEVERAL if meant else LIKE
            return Judgement(UNSURE, reason, perhaps), self._unsure.setdefault(cluster, alone)
        for one in clusters:
            self._means[one][alone] = None
        return Judgement(NEW, FIRST, (alone,)), alone


def _linked(nodes: _Nodes, engine: DatabaseAPI[Any] | None) -> tuple[list[int], dict[int, set[int]]]:
    """Return the cluster of each node, and which clusters may be one."""
    try:
        from splink import Linker
        from splink.backends.duckdb import DuckDBAPI
    except ImportError:
        raise MissingExtra(name="scale") from None
    clusters = list(range(len(nodes.rows)))
    near: dict[int, set[int]] = defaultdict(set)
    if len(nodes.rows) < 2:
        return clusters, near
    columns = dict(zip(_COLUMNS, map(list, zip(*nodes.rows, strict=True)), strict=True))
    linker = Linker((engine or DuckDBAPI()).register(columns), settings(), log_level=None)
    edges = linker.inference.predict(threshold_match_probability=LIKELY)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(
        edges, threshold_match_probability=SURE
    )
    for node, cluster in found.as_duckdbpyrelation().select("unique_id, cluster_id").fetchall():
        clusters[node] = cluster
    doubtful = edges.as_duckdbpyrelation().filter(f"match_probability < {SURE}")
    for one, other in doubtful.select("unique_id_l, unique_id_r").fetchall():
        near[clusters[one]].add(clusters[other])
        near[clusters[other]].add(clusters[one])
    return clusters, near


def settings() -> SettingsCreator:
    """Return how names are brought together and compared, for any engine of Splink's."""
    from splink import SettingsCreator, block_on
    from splink import comparison_level_library as level
    from splink.comparison_library import CustomComparison

    def comparison(column: str, levels: Iterable[Any], otherwise: tuple[float, float]) -> CustomComparison:
        last = level.ElseLevel().configure(m_probability=otherwise[0], u_probability=otherwise[1])
        return CustomComparison([level.NullLevel(column), *levels, last], output_column_name=column)

    def same(column: str, chances: tuple[float, float]) -> CustomComparison:
        exact = level.ExactMatchLevel(column).configure(m_probability=chances[0], u_probability=chances[1])
        return comparison(column, [exact], (1 - chances[0], 1 - chances[1]))

    shared = [
        level.CustomLevel(sql, label).configure(m_probability=m, u_probability=u)
        for sql, label, m, u in _NAMES
    ]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison("loose", shared, _ELSE), same("head", _HEADS), same("numbers", _NUMBERS)],
        blocking_rules_to_generate_predictions=[
            block_on("place", column) for column in ("beginning", "ending", "short")
        ],
        probability_two_random_records_match=_PRIOR,
        retain_matching_columns=False,
        linker_uid="partnerkg",
    )
