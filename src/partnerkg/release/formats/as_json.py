"""Changes as JSON: the same as the page, for programs."""

from __future__ import annotations

import json

from partnerkg.rdf.statements import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared
    from partnerkg.release.organizations import Changed, Organizations
    from partnerkg.release.side import Organization


def lines(changes: Compared, language: str, translate: Translate) -> Iterator[str]:
    """Yield one JSON object; statements are "subject predicate object" of N-Quads, null the default graph."""
    yield json.dumps(document(changes), ensure_ascii=False, indent=1) + "\n"


def document(changes: Compared) -> dict[str, object]:
    """Return the changes as plain values."""
    found, became = changes.difference, changes.organizations
    return {
        "same": not changes,
        "statements": {
            "before": found.before,
            "after": found.after,
            "added": found.additions,
            "removed": found.removals,
        },
        "triples": {"added": len(found.new), "removed": len(found.gone)},
        "organizations": {
            "before": became.before,
            "after": became.after,
            "added": [_added(one, became) for one in became.added],
            "removed": [_one(one) for one in became.removed],
            "merged": [
                _one(one.organization) | {"into": [_one(x) for x in one.into]} for one in became.merged
            ],
            "renamed": [_changed(one) | {"before": _one(one.before)["names"]} for one in became.renamed],
            "altered": [_changed(one) for one in became.altered],
        },
        "graphs": [
            {
                "graph": graph[1:-1] if graph.startswith("<") else graph or None,
                "removed": list(found.removed.get(graph, ())),
                "added": list(found.added.get(graph, ())),
            }
            for graph in sorted(found.added.keys() | found.removed.keys())
        ],
    }


def _added(one: Organization, became: Organizations) -> dict[str, object]:
    namesake = became.namesakes.get(one.iri)
    return _one(one) | ({"namesake": _one(namesake)} if namesake else {})


def _changed(one: Changed) -> dict[str, object]:
    return _one(one.after) | {"changed": list(one.aspects)}


def _one(one: Organization) -> dict[str, object]:
    return {
        "iri": None if is_blank(one.iri) else one.iri,
        "names": [{"language": tag, "text": text} for tag, text in one.names],
    }
