"""Names and towns of a spreadsheet → the organisations of the graph, as the Reconciliation API tells them.

An organisation is known by its slug, a property by its prefixed name, a class as well (W3C Community Group
report "Reconciliation Service API", 0.2).
"""

from __future__ import annotations

from functools import lru_cache

from partnerkg.model import iris
from partnerkg.namespaces import expand, prefixes, shorten
from partnerkg.pipeline.known import candidates
from partnerkg.pipeline.publish.spaces import spaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.resolve.candidates import Candidate
    from partnerkg.store.base import Store

    Json = dict[str, object]

TOWN = "town"
TOWNS = (
    TOWN,
    "pk:commune",
    "igeo:codeINSEE",
    "schema:addressLocality",
)  # what a column of towns may be called
DEFAULT, MOST = 5, 50  # candidates for one name
_CLASSES = """SELECT DISTINCT ?class ?label {
    ?thing a/rdfs:subClassOf* ?class . ?class rdfs:label ?label
    FILTER(CONTAINS(STR(?thing), "/id/organization/") && LANG(?label) = "%s")
} ORDER BY ?label"""
_PROPERTIES = """SELECT DISTINCT ?property ?label {
    ?thing ?property ?value . ?property rdfs:label ?label
    FILTER(CONTAINS(STR(?thing), "/id/organization/") && LANG(?label) = "%s")
} ORDER BY ?label"""
_VALUES = "SELECT DISTINCT ?value { %s %s ?value } ORDER BY STR(?value) LANG(?value)"
_TOWNS_OF = """SELECT DISTINCT ?town {
    %s org:hasSite/pk:commune/skos:prefLabel ?town FILTER(LANG(?town) = "fr")
} ORDER BY ?town"""


def matched(graph: KnowledgeGraph, asked: Mapping[str, Mapping[str, object]], language: str) -> Json:
    """Return the candidates for each of the names asked for."""
    return {key: {"result": _result(graph, one, language)} for key, one in asked.items()}


def _result(graph: KnowledgeGraph, asked: Mapping[str, object], language: str) -> list[Json]:
    known, kinds = candidates(graph.store)
    towns, types = asked["towns"], asked["types"]
    assert isinstance(towns, list)
    assert isinstance(types, list)
    ranked = known.find(str(asked["query"]), *towns[:1])
    if types:
        wanted = {expand(name) or name for name in types}
        ranked = [one for one in ranked if wanted & kinds.get(one.entry.iri, {}).keys()]
    sure = known.match(ranked)
    limit = min(int(str(asked["limit"])), MOST)
    classes = _labels(graph.store, _CLASSES % language)
    return [_candidate(one, one is sure, kinds, classes) for one in ranked[:limit]]


def _candidate(
    one: Candidate, sure: bool, kinds: Mapping[str, Mapping[str, None]], classes: Mapping[str, str]
) -> Json:
    entry = one.entry
    town = 0.5 if one.town is None else float(one.town)
    types = [{"id": shorten(iri), "name": classes[iri]} for iri in kinds.get(entry.iri, ()) if iri in classes]
    return {
        "id": iris.slug(entry.iri),
        "name": entry.names[0],
        "description": ", ".join(name for name in entry.towns if not name.isdigit()),
        "score": round(100 * one.likeness * (0.6 + 0.4 * town), 1),
        "match": sure,
        "type": types,
        "features": [
            {"id": "name", "value": round(one.likeness, 3)},
            *([] if one.town is None else [{"id": TOWN, "value": one.town}]),
        ],
    }


def suggested(graph: KnowledgeGraph, room: str, prefix: str, cursor: int, language: str) -> Json:
    """Return what begins with some letters: `entity`, `type` or `property`."""
    if room == "entity":
        return {"result": _entities(graph, prefix, language)[cursor : cursor + MOST]}
    from partnerkg.model.name import fold

    known = _classes(graph, language) if room == "type" else properties(graph, language)
    wanted = fold(prefix)
    rows = [one for one in known if wanted in fold(f"{one['id']} {one['name']}")]
    return {"result": rows[cursor : cursor + MOST]}


def _entities(graph: KnowledgeGraph, prefix: str, language: str) -> list[Json]:
    return [
        {
            "id": iris.slug(one.iri),
            "name": one.name,
            "description": ", ".join(filter(None, (one.kind, one.town))),
        }
        for one in graph.finder.things.find(prefix, language)
        if one.iri and "/id/organization/" in one.iri
    ]


def _classes(graph: KnowledgeGraph, language: str) -> list[dict[str, str]]:
    found = _labels(graph.store, _CLASSES % language)
    return [{"id": shorten(iri), "name": label} for iri, label in found.items()]


def properties(graph: KnowledgeGraph, language: str) -> list[dict[str, str]]:
    """Return what can be added to a spreadsheet."""
    found = _labels(graph.store, _PROPERTIES % language)
    town = {"id": TOWN, "name": {"fr": "commune"}.get(language, "town")}
    return [town, *({"id": shorten(iri), "name": label} for iri, label in found.items())]


@lru_cache(maxsize=16)
def _labels(store: Store, query: str) -> dict[str, str]:
    return {_text(thing): _text(label) for thing, label in store.each(query)}


def extended(graph: KnowledgeGraph, slugs: Sequence[str], wanted: Sequence[str], language: str) -> Json:
    """Return values of properties for organisations; nothing for what is not known."""
    names = {str(one["id"]): one["name"] for one in properties(graph, language)}
    meta = [{"id": property_, "name": names.get(property_, property_)} for property_ in wanted]
    rows = {
        slug: {property_: _values(graph, slug, property_, language) for property_ in wanted} for slug in slugs
    }
    return {"meta": meta, "rows": rows}


def _values(graph: KnowledgeGraph, slug: str, property_: str, language: str) -> list[Json]:
    from pyoxigraph import NamedNode

    from partnerkg.query.labels import labels

    thing = _organization(graph, slug)
    predicate = _node(expand(property_) or property_)
    if thing is None or (predicate is None and property_ != TOWN):
        return []
    text = _TOWNS_OF % thing if property_ == TOWN else _VALUES % (thing, predicate)
    terms = [row[0] for row in graph.store.each(text)]
    named = labels([term for term in terms if isinstance(term, NamedNode)], graph.store, language)
    return [_value(_text(term), named.get(_text(term)), isinstance(term, NamedNode)) for term in terms]


def _value(text: str, name: str | None, is_thing: bool) -> Json:
    if is_thing and "/id/organization/" in text:
        return {"id": iris.slug(text), "name": name or text}
    return {"str": name or text}


def _organization(graph: KnowledgeGraph, slug: str) -> NamedNode | None:
    """Return the organisation with a slug: of the graph's own address, else of another that it speaks of."""
    wanted = (one for one in iris.candidates(slug, graph.store.spaces()) if "/id/organization/" in one.value)
    return next((one for one in wanted if graph.store.contains(one)), None)


def _node(iri: str) -> object | None:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(iri)
    except ValueError:
        return None


def previewed(graph: KnowledgeGraph, slug: str, language: str) -> Json | None:
    """Return what a person needs to know one organisation from another, None if there is no such one."""
    entry = next((one for one in candidates(graph.store)[0].entries if iris.slug(one.iri) == slug), None)
    if entry is None:
        return None
    classes = _labels(graph.store, _CLASSES % language)
    kinds = [classes[iri] for iri in candidates(graph.store)[1].get(entry.iri, ()) if iri in classes]
    towns = [name for name in entry.towns if not name.isdigit()]
    return {
        "iri": entry.iri,
        "name": entry.names[0],
        "others": entry.names[1:],
        "kinds": kinds,
        "towns": towns,
    }


def space(graph: KnowledgeGraph) -> str:
    """Return what the IRIs of the organisations of a graph begin with."""
    known = [entry.iri for entry in candidates(graph.store)[0].entries]
    wanted = [iris.thing("organization", "", space).value for space in spaces(graph)]
    return next((one for one in wanted if any(iri.startswith(one) for iri in known)), wanted[-1])


def schema() -> str:
    """Return what classes and properties are defined in."""
    return prefixes()["pk"]


def default() -> dict[str, str]:
    """Return the class of all organisations."""
    return {"id": "org:Organization", "name": "organisation"}


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
