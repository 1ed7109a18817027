"""A thing of the graph."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.model import iris
from partnerkg.namespaces import shorten
from partnerkg.query.types.base import Type
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.types.base import Parameter
    from partnerkg.store.base import Store


class Iri(Type):
    """A thing by its name, slug, prefixed name or IRI, of the class that the header names, if it does."""

    __slots__ = ()
    name = "iri"
    placeholder = N_("NAME")
    takes_things = True

    def read(self, written: str, parameter: Parameter, store: Store) -> NamedNode:
        from partnerkg.query import things

        return things.find(written, store, parameter.class_, parameter.name, parameter.choices)

    def write(self, terms: Sequence[Term], store: Store, language: str) -> Mapping[Term, str]:
        """Return the slugs; one that several share, or that stands for nothing here, is written in full."""
        spaces = store.spaces()
        slugs = {term: _known(term, spaces) for term in terms}
        full = {term: shorten(text(term)) if isinstance(term, NamedNode) else text(term) for term in terms}
        return unambiguous(slugs, full)


def slug(term: Term) -> str:
    """Return the slug of a thing, its prefixed name if it has none; the text of anything else."""
    if isinstance(term, NamedNode):
        return iris.slug(term.value) or shorten(term.value)
    return text(term)


def _known(term: Term, spaces: tuple[str, ...]) -> str:
    """Return the slug of a thing by which it is found again; else its prefixed name."""
    short = slug(term)
    if isinstance(term, NamedNode) and ":" not in short and term not in iris.candidates(short, spaces):
        return shorten(term.value)
    return short


def unambiguous(names: Mapping[Term, str], full: Mapping[Term, str]) -> dict[Term, str]:
    """Return the names, but what several terms are called is written in full."""
    often = Counter(names.values())
    return {term: name if often[name] == 1 else full[term] for term, name in names.items()}


TYPE = Iri()
