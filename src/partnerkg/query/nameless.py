"""Nodes that have no name are called by what they tie together: a site, a list, a count, a support."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.query import batches
from partnerkg.query.values import text
from partnerkg.store.base import ROOMS
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

_ADMS, _DCT, _ORG, _PK, _SKOS = map(namespace, ("adms", "dct", "org", "pk", "skos"))
# What the nodes of a class are called by, and what stands between; of two properties the first there is.
_FORMS = {
    _PK.Capture: (", ", [[_PK.captureOf], [_DCT.date]]),
    _PK.SourceList: (", ", [[_PK.listHeading], [_PK.listSubject]]),
    _PK.Collaboration: (" – ", [[_PK.declaredBy], [_PK.partner, _PK.partnerGroup]]),
    _PK.Support: (" – ", [[_PK.supporter], [_PK.beneficiary]]),
    _ORG.Membership: (" – ", [[_ORG.member], [_ORG.organization]]),
    _ORG.Site: (", ", [[_ORG.hasSite], [_PK.commune]]),
    _ADMS.Identifier: (" ", [[_PK.identifierScheme], [_SKOS.notation]]),
}
_BOUNDS = _PK.lowerBound, _PK.lowerBoundInclusive, _PK.upperBound, _PK.upperBoundInclusive
# Each branch begins at the nodes: an engine that joins a union by hash would read all sites.
_SAID = """SELECT DISTINCT ?thing ?class ?property ?value {
    { VALUES ?thing { %(values)s } ?thing a ?class ; ?property ?value }
    UNION
    {
        VALUES ?thing { %(values)s }
        ?value org:hasSite ?thing .
        ?thing a ?class
        BIND(org:hasSite AS ?property)
    }
}"""


class Nameless:
    """What is said of those among some things that are called by what they tie together."""

    def __init__(self, things: Iterable[str], store: Store, rooms: tuple[str, ...] = ROOMS) -> None:
        self._said: dict[tuple[str, Term], dict[Term, list[Term]]] = {}
        for thing, class_, property_, value in batches.rows(_SAID, things, store, rooms):
            if property_ and value and (class_ in _FORMS or class_ == _PK.CountStatement):
                said = self._said.setdefault((text(thing), class_), {})
                said.setdefault(property_, []).append(value)

    def parts(self) -> set[str]:
        """Return the IRIs of the things by whose names they are called."""
        return set().union(*(_parts(said, class_) for (_, class_), said in self._said.items()))

    def names(self, known: Mapping[str, str], language: str, rest: bool = True) -> Iterator[tuple[str, str]]:
        """Yield each IRI with what it is called, its parts having these names; not where a part has none.

        Without `rest`, when not all names were looked for yet, only what has all of them.
        """
        for (iri, class_), said in self._said.items():
            if not (rest or known.keys() >= _parts(said, class_)):
                continue
            if class_ == _PK.CountStatement:
                bounds = [min(map(text, said.get(bound, [])), default="") for bound in _BOUNDS]
                yield iri, counted(bounds, _named(said, [_PK.countedKind], known))
                continue
            between, places = _FORMS[class_]  # type: ignore[index]
            parts = [_named(said, place, known) for place in places]
            if all(parts):
                yield iri, between.join(parts)
            elif class_ == _PK.SourceList and parts[1]:
                yield iri, Message(N_("list: {name}"), name=parts[1]).text(translations(language)[0])


def _parts(said: Mapping[Term, list[Term]], class_: Term) -> set[str]:
    """Return the things by whose names a node of a class is called."""
    places = [[_PK.countedKind]] if class_ == _PK.CountStatement else _FORMS[class_][1]  # type: ignore[index]
    values = (value for place in places for property_ in place for value in said.get(property_, []))
    return {value.value for value in values if isinstance(value, NamedNode)}


def counted(bounds: Iterable[str], kind: str) -> str:
    """Return a count with its bounds as the page gives them: `> 70 (independent bookshop)`.

    The bounds are the lower, whether it is included, the upper, whether it is; empty where there is none.
    """
    lower, above, upper, below = bounds
    of = f"({kind})" if kind else ""
    if lower and lower == upper:
        return f"{lower} {of}".rstrip()
    signs = (("≥" if above == "true" else ">", lower), ("≤" if below == "true" else "<", upper))
    return " ".join([*(f"{sign} {bound}" for sign, bound in signs if bound), of]).rstrip()


def _named(said: Mapping[Term, list[Term]], place: Iterable[Term], known: Mapping[str, str]) -> str:
    """Return the values of the first property of a place that there is, by name."""
    some = next((said[property_] for property_ in place if property_ in said), [])
    names = (known.get(one.value, "") if isinstance(one, NamedNode) else text(one) for one in some)
    return " / ".join(sorted(filter(None, names)))
