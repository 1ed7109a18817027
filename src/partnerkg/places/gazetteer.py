"""The places of the graph: written from the official geographical code (COG), and found by name."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from partnerkg.errors import AmbiguousPlace, BrokenFile, MissingFile, Suggestion, UnknownPlace
from partnerkg.model.name import fold, slug
from partnerkg.model.place import Origin, Place, Wanted, linked
from partnerkg.namespaces import namespace
from partnerkg.places.cog import Cog, Listing
from partnerkg.places.positions import position

_COARSER = ("departement-", "region-")


class Gazetteer:
    """The places of the graph by every name they go by."""

    __slots__ = ("_by_name", "_labels")

    def __init__(self, labels: Mapping[str, str], names: Iterable[tuple[str, str]]) -> None:
        """Take the label of each slug, and pairs of slug and name."""
        self._labels = dict(labels)
        self._by_name: dict[str, set[str]] = {}
        for place, name in names:
            self._by_name.setdefault(fold(name), set()).add(place)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Gazetteer:
        """Return the places of a TriG file such as `graph/reference/places.trig`.

        MissingFile or BrokenFile if it cannot be read.
        """
        return cls(*_names(_parsed(os.fspath(path))))

    def find(self, name: str) -> str:
        """Return the slug (`commune-62041`) of the place with this name, alias, misspelling or slug.

        Case, accents, apostrophes and hyphens do not count. Of places that share a name the smallest kind is
        meant: Paris is the commune. UnknownPlace if there is none, AmbiguousPlace if there are several.
        """
        if name in self._labels:
            return name
        found = _smallest(self._by_name.get(fold(name), set()))
        if not found:
            raise UnknownPlace(name=name, suggestion=Suggestion(name, sorted(set(self._labels.values()))))
        if len(found) > 1:
            raise AmbiguousPlace(name=name, known=", ".join(sorted(found)))
        return found.pop()

    def around(self, name: str) -> list[str]:
        """Return the longer names of places in which this name stands: Saint-Nicolas-lez-Arras for Arras."""
        wanted = f" {fold(name)} "
        return [known for known in self._by_name if len(known) > len(wanted) - 2 and wanted in f" {known} "]

    def label(self, place: str) -> str:
        """Return the French label of a slug; UnknownPlace if there is no such place."""
        try:
            return self._labels[place]
        except KeyError:
            raise UnknownPlace(name=place, suggestion=Suggestion(place, self._labels)) from None

    def written(self, name: str) -> str:
        """Return the part of a name, as a reading has it, that stands in a page."""
        return name

    def slugs(self) -> list[str]:
        """Return the slugs of all places, sorted."""
        return sorted(self._labels)


def _smallest(found: set[str]) -> set[str]:
    for skipped in (_COARSER, _COARSER[1:], ()):
        rest = {place for place in found if not place.startswith(skipped)}
        if rest:
            return rest
    return set()


def _parsed(path: str) -> list[Quad]:
    try:
        return list(parse(path=path, format=RdfFormat.TRIG))
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except SyntaxError as error:
        raise BrokenFile(path=path, line=error.lineno, reason=error.msg) from None


def _names(quads: Iterable[Quad]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    skos, base = namespace("skos"), namespace("place").iri
    labels: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    for subject, predicate, value, _ in quads:
        if predicate not in (skos.prefLabel, skos.altLabel, skos.hiddenLabel):
            continue
        if isinstance(subject, NamedNode) and isinstance(value, Literal) and subject.value.startswith(base):
            names.append((subject.value.removeprefix(base), value.value))
            if predicate == skos.prefLabel:
                labels[names[-1][0]] = value.value
    return labels, names


def reference(listing: Listing, cog: str | os.PathLike[str]) -> list[Quad]:
    """Return the places wanted, those that hold them, and the town halls: each source in its own graph.

    `graph:reference` holds what the COG says, `graph:positions` where communes stand, `graph:additions` and
    `graph:descriptions` what the project itself adds and makes up, `graph:enrichment` where all of it is
    from. `cog` is the folder with `communes.json`, `departements.json` and `regions.json`.
    UnknownCode if a code and name are not in the COG, WrongSiren if a SIREN number fails its check digit.
    """
    code = Cog(cog)
    places = [(code.find(wanted), wanted) for wanted in listing.wanted]
    larger = [place for wanted, _ in places for place in code.above(wanted)]
    found = {*quads([*(place for place, _ in places), *larger], listing), *_town_halls(places)}
    for graph, status, said in (("additions", "curated", _added), ("descriptions", "descriptive", _made_up)):
        ours = {triple for place, wanted in places for triple in said(place, wanted)}
        if ours:
            found.update(_within(graph, ours))
            found.update(_within("enrichment", _description(graph, listing.own, status)))
    return sorted(found, key=str)


def quads(places: Collection[Place], listing: Listing) -> Iterator[Quad]:
    """Yield what the graph says of places, and where that comes from."""
    yield from _within("reference", (triple for place in places for triple in _described(place)))
    yield from _within("enrichment", _description("reference", listing.origin))
    standing = [triple for place in places for triple in _standing(place)]
    if listing.positions and standing:
        yield from _within("positions", standing)
        yield from _within("enrichment", _description("positions", listing.positions))


def _within(graph: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, namespace("graph")[graph])


def _described(place: Place) -> Iterator[Triple]:
    node, igeo, pk = namespace("place")[place.slug], namespace("igeo"), namespace("pk")
    yield Triple(node, _a(), pk.Place)
    yield Triple(node, _a(), igeo[place.kind])
    yield Triple(node, namespace("skos").prefLabel, Literal(place.name, language="fr"))
    yield Triple(node, igeo.codeINSEE, Literal(place.code))
    for postal_code in place.postal_codes:
        yield Triple(node, namespace("schema").postalCode, Literal(postal_code))
    if place.population is not None:
        yield Triple(node, pk.population, Literal(place.population))
    if place.parent:
        yield Triple(node, igeo.subdivisionDe, namespace("place")[place.parent])


def _standing(place: Place) -> Iterator[Triple]:
    """Yield latitude and longitude, in degrees; nothing for what is no commune, or is newer than the map."""
    if place.kind == "Commune" and (point := position(place.code)):
        node, schema = namespace("place")[place.slug], namespace("schema")
        for term, degrees in ((schema.longitude, point[0]), (schema.latitude, point[1])):
            yield Triple(node, term, Literal(str(degrees), datatype=namespace("xsd").decimal))


def _added(place: Place, wanted: Wanted) -> Iterator[Triple]:
    """Yield what the project knows of a place beside the COG: other names, misspellings, doubts."""
    node, skos = namespace("place")[place.slug], namespace("skos")
    for alias in wanted.aliases:
        yield Triple(node, skos.altLabel, Literal(alias, language="fr"))
    for misspelling in wanted.misspellings:
        yield Triple(node, skos.hiddenLabel, Literal(misspelling, language="fr"))
    yield from _texts(node, skos.editorialNote, wanted.note)


def _town_halls(places: Iterable[tuple[Place, Wanted]]) -> Iterator[Quad]:
    yield from _within("reference", (triple for place, _ in places for triple in _town_hall(place)))


def _town_hall(place: Place) -> Iterator[Triple]:
    if place.siren is None:
        return
    pk, adms, node = namespace("pk"), namespace("adms"), _hall(place)
    number = namespace("identifier")[f"siren-{place.siren}"]
    yield Triple(node, _a(), pk.PublicBody)
    yield Triple(node, namespace("org").classification, namespace("kind").commune)
    yield Triple(node, pk.governs, namespace("place")[place.slug])
    yield Triple(node, adms.identifier, number)
    yield Triple(number, _a(), adms.Identifier)
    yield Triple(number, namespace("skos").notation, Literal(place.siren))
    yield Triple(number, pk.identifierScheme, namespace("identifier-scheme").siren)


def _hall(place: Place) -> NamedNode:
    return namespace("organization")[slug(f"ville {place.linked_name}")]


def _made_up(place: Place, wanted: Wanted) -> Iterator[Triple]:
    """Yield the name of a town hall, and those made of other spellings of its town."""
    if place.siren is None:
        return
    skos, node = namespace("skos"), _hall(place)
    name = Literal(wanted.town_hall or f"Commune {place.linked_name}", language="fr")
    if wanted.town_hall_in_readings:
        yield Triple(node, skos.altLabel, name)
    else:
        yield Triple(node, skos.prefLabel, name)
        yield Triple(node, namespace("pk").nameStatus, namespace("name-status").descriptive)
    for spelling in dict.fromkeys((*wanted.aliases, *wanted.misspellings)):
        other = f"Commune {linked(spelling, place.link)}"
        yield Triple(node, skos.hiddenLabel, Literal(other, language="fr"))


def _description(name: str, origin: Origin, status: str = "external") -> Iterator[Triple]:
    """Yield where the data of the graph with this name come from, and how they are known."""
    pk, dct, graph = namespace("pk"), namespace("dct"), namespace("graph")[name]
    evidence, source = namespace("evidence")[f"{name}-{origin.slug}"], namespace("source")[origin.slug]
    yield Triple(graph, _a(), pk.Claim)
    yield Triple(graph, pk.claimStatus, namespace("status")[status])
    yield Triple(graph, pk.evidence, evidence)
    if origin.author:
        prov = namespace("prov")
        yield Triple(graph, prov.wasAttributedTo, NamedNode(origin.author))
        yield Triple(graph, prov.wasDerivedFrom, source)
    yield from _texts(graph, namespace("skos").editorialNote, origin.note)
    yield Triple(evidence, _a(), pk.Evidence)
    yield Triple(evidence, pk.seenOn, source)
    yield Triple(source, _a(), pk.Source)
    yield Triple(source, namespace("schema").url, NamedNode(origin.url))
    yield Triple(source, dct.license, NamedNode(origin.license))
    yield from _texts(source, dct.title, origin.title)
    yield from _texts(source, dct.rights, origin.rights)
    for address in origin.derived_from:
        yield Triple(source, dct.source, NamedNode(address))


def _texts(node: NamedNode, predicate: NamedNode, texts: Mapping[str, str]) -> Iterator[Triple]:
    for language, text in texts.items():
        yield Triple(node, predicate, Literal(text, language=language))


def _a() -> NamedNode:
    return namespace("rdf").type
