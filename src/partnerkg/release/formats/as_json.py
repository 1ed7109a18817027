"""Changes as JSON: the same as the page, for programs."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.changes import Changes
    from partnerkg.release.organizations import Organization


def lines(changes: Changes, language: str, translate: Translate) -> Iterator[str]:
    """Yield one JSON object; statements are "subject predicate object" of N-Quads, null the default graph."""
    yield json.dumps(document(changes), ensure_ascii=False, indent=1) + "\n"


def document(changes: Changes) -> dict[str, object]:
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
            "added": [_one(one) for one in became.added],
            "removed": [_one(one) for one in became.removed],
            "merged": [
                _one(one.organization) | {"into": [_one(x) for x in one.into]} for one in became.merged
            ],
            "renamed": [_one(one.after) | {"before": _one(one.before)["names"]} for one in became.renamed],
            "altered": [_one(one) for one in became.altered],
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


def _one(one: Organization) -> dict[str, object]:
    return {"iri": one.iri, "names": [{"language": tag, "text": text} for tag, text in one.names]}
