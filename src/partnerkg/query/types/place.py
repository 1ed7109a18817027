"""A place."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, Message, Suggestion, WrongValue
from partnerkg.query.types.base import Type
from partnerkg.query.types.iri import slug, unambiguous
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.types.base import Parameter
    from partnerkg.store.base import Store

_PLACES = """SELECT DISTINCT ?place ?name ?code ?class {
    ?place a pk:Place , ?class ; skos:prefLabel|skos:altLabel ?name ; igeo:codeINSEE ?code
}"""
_EXACT = """SELECT DISTINCT ?place ?name ?code ?class {
    { VALUES ?code { %(code)s } ?place igeo:codeINSEE ?code ; skos:prefLabel|skos:altLabel ?name ; a ?class }
    UNION
    { VALUES ?name { %(names)s } ?place skos:prefLabel|skos:altLabel ?name ; igeo:codeINSEE ?code ; a ?class }
}"""


class Place(Type):
    """A place by its name, official code or slug, of the class that the header names: Paris is several."""

    __slots__ = ()
    name = "place"
    placeholder = N_("TOWN")
    takes_things = True

    def read(self, written: str, parameter: Parameter, store: Store) -> NamedNode:
        from partnerkg.model.name import fold
        from partnerkg.query import things

        found = _exact(written, parameter, store)
        if len(found) == 1:
            return NamedNode(found.pop())
        known = _known(_PLACES, parameter, store)
        wanted = fold(written)
        named = found or {place for place, name, *_ in known if wanted and wanted == fold(name)}
        fitting = [NamedNode(place) for place in sorted(named)]
        if len(fitting) > 1 and parameter.choices:
            fitting = things.offered(fitting, parameter.name, parameter.choices, store) or fitting
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            from partnerkg.query.naming import which

            raise which(written, fitting, store)
        if ":" in written or "-" in written:
            return things.find(written, store, parameter.class_ or "pk:Place", parameter.name)
        raise WrongValue(
            value=written,
            name=parameter.name,
            reason=Message("there is no such place"),
            suggestion=Suggestion(written, {row[1] for row in known}),
        )

    def write(self, terms: Sequence[Term], store: Store, language: str) -> Mapping[Term, str]:
        """Return the names; one that several places share is written as a slug."""
        from partnerkg.query.labels import labels

        names = labels([term for term in terms if isinstance(term, NamedNode)], store, language)
        slugs = {term: slug(term) for term in terms}
        return unambiguous({term: names.get(text(term), slugs[term]) for term in terms}, slugs)


def _known(query: str, parameter: Parameter, store: Store) -> list[tuple[str, ...]]:
    """Return the places that a query finds, of the class that the header names."""
    from partnerkg.query import things

    class_ = things.class_iri(parameter.class_ or "pk:Place").value
    found = (tuple(map(text, row)) for row in things.rows(store, query, {}, things.DATA))
    return [row for row in found if row[3] == class_]


def _exact(written: str, parameter: Parameter, store: Store) -> set[str]:
    """Return the places that have this very code or name."""
    from partnerkg.query import things

    names = Literal(written), *(Literal(written, language=tag) for tag in things.LANGUAGES)
    asked = _EXACT % {"code": names[0], "names": " ".join(map(str, names))}
    return {row[0] for row in _known(asked, parameter, store)}


TYPE = Place()
