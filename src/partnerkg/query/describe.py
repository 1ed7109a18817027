"""What the graph says of one organisation or group, gathered for a person."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_
from partnerkg.model.name import collated
from partnerkg.namespaces import expand
from partnerkg.query import batches, things
from partnerkg.query.facts import Proofs
from partnerkg.query.labels import best, labels, shown
from partnerkg.query.nameless import counted
from partnerkg.query.organization import Link, Organization
from partnerkg.query.usage import usage
from partnerkg.query.values import text
from partnerkg.store.base import ROOMS
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.store.base import Store

    Related = tuple[str, str, str, bool]  # property, property whose label fits, the other thing, inverse

TERMS = {
    expand(name): N_("class") if name.endswith("Class") else N_("property")
    for name in (
        *("owl:Class", "rdfs:Class", "rdf:Property", "owl:ObjectProperty"),
        *("owl:DatatypeProperty", "owl:AnnotationProperty"),
    )
}
_PREFERRED = "SELECT DISTINCT ?thing ?name { ?thing skos:prefLabel|rdfs:label|dct:title ?name }"
_OTHER_NAMES = """SELECT DISTINCT ?thing ?name {
    ?thing skos:altLabel|pk:acronym|skos:prefLabel|rdfs:label|dct:title ?name
}"""
_KINDS = "SELECT DISTINCT ?thing ?kind { ?thing org:classification|pk:memberKind ?kind }"
_CLASSES = "SELECT DISTINCT ?thing ?class { ?thing a ?class }"
_ABOVE = "SELECT DISTINCT ?class ?above { VALUES ?class { %(values)s } ?class rdfs:subClassOf+ ?above }"
_TOWNS = "SELECT DISTINCT ?thing ?town { ?thing org:hasSite/pk:commune ?town }"
_LITERALS = """SELECT DISTINCT ?thing ?property ?value {
    ?thing ?property ?value
    FILTER(isLiteral(?value) && ?property NOT IN (
        skos:prefLabel, skos:altLabel, skos:hiddenLabel, pk:acronym, pk:properName, rdfs:label, dct:title))
}"""
_IDENTIFIERS = """SELECT DISTINCT ?thing ?scheme ?code {
    ?thing adms:identifier ?identifier . ?identifier skos:notation ?code ; pk:identifierScheme ?scheme
}"""
_COUNTS = """SELECT DISTINCT ?thing ?property ?kind ?lower ?above ?upper ?below {
    ?thing ?property ?count . ?count pk:countedKind ?kind
    OPTIONAL { ?count pk:lowerBound ?lower ; pk:lowerBoundInclusive ?above }
    OPTIONAL { ?count pk:upperBound ?upper ; pk:upperBoundInclusive ?below }
}"""
_LINKS = """SELECT DISTINCT ?thing ?property ?other {
    ?thing ?property ?other . ?other skos:prefLabel ?name
    FILTER(?property NOT IN (org:classification, pk:memberKind, pk:nameStatus, pk:partner, pk:partnerGroup))
}"""
_BACKLINKS = """SELECT DISTINCT ?thing ?property ?other ?inverse {
    ?other ?property ?thing ; skos:prefLabel ?name
    OPTIONAL { ?property owl:inverseOf ?inverse }
}"""


def describe(thing: NamedNode, store: Store, language: str = "en") -> Organization:
    """Return what is said of an organisation or group, its labels in a language, else in another."""
    kinds = _column(_KINDS, thing, store) or _nearest(_column(_CLASSES, thing, store), store)
    towns = _column(_TOWNS, thing, store)
    related = list(_related(thing, store))
    literals = list(_literals_of(thing, store, language))
    names, preferred = _literals(_OTHER_NAMES, thing, store), _literals(_PREFERRED, thing, store)
    foreign = _foreign([value for _, value in literals], language)
    if any(
        name.language == language for name in preferred
    ):  # else the others are what it is called here, too
        foreign |= _foreign(names, language)
    counts = _texts(_COUNTS, thing, store)
    identifiers = _texts(_IDENTIFIERS, thing, store)
    proofs = Proofs(thing, store)
    say = translations(language)[0]
    named = [iri for _, shown_as, other, _ in related for iri in (shown_as, other)]
    called = [
        *kinds,
        *towns,
        *named,
        *(row[0] for row in literals),
        *(iri for row in counts for iri in row[:2]),
    ]
    called += [row[0] for row in identifiers]
    known = labels([*map(NamedNode, called), *proofs.things()], store, language)
    return Organization(
        iri=thing.value,
        names=_names(names, preferred, language),
        kinds=list(
            dict.fromkeys(say(TERMS[kind]) if kind in TERMS else _shown(kind, known) for kind in kinds)
        ),
        towns=[_shown(town, known) for town in towns],
        identifiers=[(_shown(scheme, known), code) for scheme, code in identifiers],
        details=[
            *((_shown(property_, known), value.value) for property_, value in literals),
            *((_shown(row[0], known), counted(row[2:], _shown(row[1], known))) for row in counts),
            *((say(name), value) for name, value in usage(thing, store, language)),
        ],
        links=(_link(relation, known) for relation in related),
        quotes=proofs.quotes(known, foreign, language),
        language=language,
        foreign=foreign,
    )


def _texts(query: str, thing: NamedNode, store: Store) -> list[list[str]]:
    """Return the rows of a query about a thing, without the thing, as texts."""
    return [[text(term) for term in row[1:]] for row in things.rows(store, query, {"thing": thing}, ROOMS)]


def _literals_of(thing: NamedNode, store: Store, language: str) -> Iterator[tuple[str, Literal]]:
    """Yield properties with their texts: those in the language where a property has some, else all."""
    found: dict[str, list[Literal]] = {}
    for row in things.rows(store, _LITERALS, {"thing": thing}, ROOMS):
        if isinstance(row[2], Literal):
            found.setdefault(text(row[1]), []).append(row[2])
    for property_, values in found.items():
        spoken = any(value.language == language for value in values)
        for value in values:
            if not spoken or value.language in (None, language):
                yield property_, value


def _foreign(texts: Iterable[Literal], language: str) -> dict[str, str]:
    """Return the language of each text that is not in the one asked for, nor without language."""
    said = {text.value: text.language for text in texts if text.language}
    here = {text.value for text in texts if text.language in (None, language)}
    return {text: tag for text, tag in said.items() if text not in here}


def _column(query: str, thing: NamedNode, store: Store) -> list[str]:
    return sorted(text(row[1]) for row in things.rows(store, query, {"thing": thing}, ROOMS))


def _nearest(classes: list[str], store: Store) -> list[str]:
    """Return the classes without those that are above another of them."""
    if len(classes) < 2:
        return classes
    above = {text(upper) for _, upper in batches.rows(_ABOVE, classes, store)}
    return [one for one in classes if one not in above] or classes


def _related(thing: NamedNode, store: Store) -> Iterator[Related]:
    for row in things.rows(store, _LINKS, {"thing": thing}, ROOMS):
        yield text(row[1]), text(row[1]), text(row[2]), False
    for row in things.rows(store, _BACKLINKS, {"thing": thing}, ROOMS):
        yield text(row[1]), text(row[3]) or text(row[1]), text(row[2]), True


def _link(relation: Related, known: dict[str, str]) -> Link:
    property_, shown_as, other, inverse = relation
    label = _shown(shown_as, known)
    if inverse and shown_as == property_:
        label = f"← {label}"
    return Link(property_, label, other, _shown(other, known), inverse)


def _shown(iri: str, known: dict[str, str]) -> str:
    return shown(NamedNode(iri), known)


def _names(names: Iterable[Literal], preferred: Iterable[Literal], language: str) -> list[str]:
    """Return the preferred name in the language, then every other name, each once."""
    others = sorted((name.value for name in names), key=lambda name: (collated(name), name))
    first = [best(preferred, language)] if preferred else []
    return list(dict.fromkeys([*first, *others]))


def _literals(query: str, thing: NamedNode, store: Store) -> list[Literal]:
    rows = things.rows(store, query, {"thing": thing}, ROOMS)
    return [row[1] for row in rows if isinstance(row[1], Literal)]
