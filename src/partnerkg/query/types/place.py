"""A place."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message, Suggestion, WrongValue
from partnerkg.query.results import text
from partnerkg.query.types.base import Type
from partnerkg.query.types.iri import slug, unambiguous

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Parameter
    from partnerkg.store.base import Store

_PLACES = """SELECT DISTINCT ?place ?name ?code ?class {
    ?place a pk:Place , ?class ; skos:prefLabel|skos:altLabel ?name ; igeo:codeINSEE ?code
}"""


class Place(Type):
    """A place by its name, official code or slug, of the class that the header names: Paris is several."""

    __slots__ = ()
    name = "place"
    placeholder = N_("TOWN")

    def read(self, written: str, parameter: Parameter, store: Store) -> NamedNode:
        from partnerkg.model.name import fold
        from partnerkg.query import things

        class_ = {"class": things.class_iri(parameter.class_)} if parameter.class_ else {}
        known = [tuple(map(text, row)) for row in things.rows(store, _PLACES, class_, things.DATA)]
        wanted = fold(written)
        fitting = {
            place for place, name, code, *_ in known if written == code or (wanted and wanted == fold(name))
        }
        if len(fitting) == 1:
            return NamedNode(fitting.pop())
        if fitting:
            from partnerkg.query.naming import which

            raise which(written, map(NamedNode, sorted(fitting)), store)
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
