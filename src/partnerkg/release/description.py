"""What the graph says of itself: the one dcat:Dataset, with its licence and publisher."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.namespaces import Namespace, namespace, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RDF, DCT = namespace("rdf"), namespace("dct")
DCAT, VOID = namespace("dcat"), namespace("void")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_NAMES = (VCARD.fn, VCARD["organization-name"])
_ADDRESSES = (VCARD.hasEmail, VCARD.hasURL)
NEEDED = (DCT.title, DCT.license, DCT.publisher)


class Undescribed(PartnerkgError):
    message = N_(
        "The graph does not say what it is: {reason}; describe one dcat:Dataset with dct:title, dct:license "
        "and dct:publisher in graph/dataset.ttl."
    )


@dataclass(frozen=True)
class Description:
    """The dataset, what is said of it, and what is said of its licence, publisher, creator and contact."""

    dataset: NamedNode
    said: tuple[Triple, ...]
    around: tuple[Triple, ...]

    @property
    def version(self) -> str | None:
        """Return the version that it has, None if it has none."""
        value = next((triple.object for triple in self.said if _is_version(triple)), None)
        return value.value if isinstance(value, Literal) else None

    def values(self, predicate: NamedNode) -> list[NamedNode | Literal]:
        """Return the values of a property of the dataset, sorted; blank nodes are left out."""
        objects = (triple.object for triple in self.said if triple.predicate == predicate)
        return sorted((one for one in objects if isinstance(one, NamedNode | Literal)), key=str)

    def contacts(self) -> list[tuple[str, str]]:
        """Return the name and the address (`mailto:` or of a page) of each contact, as far as it has them."""
        contacts = sorted({str(t.object) for t in self.said if t.predicate == DCAT.contactPoint})
        return [(self._about(one, _NAMES), self._about(one, _ADDRESSES)) for one in contacts]

    def _about(self, thing: str, predicates: Sequence[NamedNode]) -> str:
        for predicate in predicates:
            for triple in self.around:
                if str(triple.subject) == thing and triple.predicate == predicate:
                    return getattr(triple.object, "value", "")
        return ""


def describe(quads: Iterable[Quad]) -> Description | None:
    """Return what quads say of the one dataset among them, None if there is none or more than one."""
    about: dict[object, list[Triple]] = {}
    datasets = set()
    for quad in quads:
        about.setdefault(quad.subject, []).append(quad.triple)
        if quad.predicate == RDF.type and quad.object == DCAT.Dataset:
            datasets.add(quad.subject)
    if len(datasets) != 1 or not isinstance(dataset := datasets.pop(), NamedNode):
        return None
    said = tuple(sorted(set(about[dataset]), key=str))
    wanted = (DCT.license, DCT.publisher, DCT.creator, DCAT.contactPoint)
    near = {triple.object for triple in said if triple.predicate in wanted}
    around = {triple for thing in near for triple in about.get(thing, ())}
    return Description(dataset, said, tuple(sorted(around, key=str)))


def needed(description: Description | None) -> Description:
    """Return the description; Undescribed if a release could not say what it is, whose and how licensed."""
    if description is None:
        raise Undescribed(reason=Message("it has no dcat:Dataset, or more than one"))
    for predicate in NEEDED:
        if not description.values(predicate):
            iri, name = description.dataset.value, shorten(predicate.value)
            raise Undescribed(reason=Message("<{iri}> has no {name}", iri=iri, name=name))
    return description


def versioned(quads: Iterable[Quad], description: Description, version: str) -> Iterator[Quad]:
    """Yield the quads, the dataset with this version instead of its own."""
    own = False
    for quad in quads:
        if quad.subject == description.dataset and _is_version(quad.triple):
            own = True
            yield Quad(quad.subject, quad.predicate, Literal(version), quad.graph_name)
        else:
            yield quad
    if not own:
        yield Quad(description.dataset, DCAT.version, Literal(version), namespace("graph").provenance)


def _is_version(triple: Triple) -> bool:
    return triple.predicate == DCAT.version and isinstance(triple.object, Literal)
