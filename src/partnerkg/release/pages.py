"""The pages of a release for people: what is in it, and what changed."""

from __future__ import annotations

import json

from partnerkg.errors import N_
from partnerkg.release.formats import as_json, as_markdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.release.changes import Changes
    from partnerkg.release.metadata import Facts

_FILES = """\
| file | what it is |
| --- | --- |
| `data/graph.*.gz` | the graph in RDF; `.nq`, `.trig` and `.jsonld` keep claims apart as named graphs |
| `data/graph.graphml`, `.gexf` | who works with whom, for network tools |
| `data/tables/` | organisations, places, relations, evidence as CSV, described by CSVW |
| `dataset.ttl`, `.jsonld`, `.rdf` | what the release holds, its licence, how it was made: DCAT, VoID, PROV |
| `ontology/` | classes, properties, concepts; `ontology/shapes/` are the rules (SHACL) |
| `documentation/` | every term and rule of the ontology, in French and English |
| `index.html` | the way in, for people and search engines |
| `queries/` | questions in SPARQL |
| `quality/` | how complete the records are: measurements by class and property (DQV) |
| `CHANGES.md`, `CHANGES.json` | the exact difference to the release before |
| `SHA256SUMS` | `sha256sum --check SHA256SUMS` says whether every file is whole |
"""


def readme(facts: Facts, title: str) -> str:
    """Return a page that says what each file is."""
    from partnerkg.release.description import DCT

    licences = facts.description.values(DCT.license)
    lines = [f"# {title} {facts.version}", "", _FILES]
    lines += [f"Licence: {licence}".replace("<", "").replace(">", "") for licence in licences]
    rights = {
        getattr(one, "language", None): getattr(one, "value", "")
        for one in facts.description.values(DCT.rights)
    }
    if rights:
        lines += ["", rights.get("en") or next(iter(rights.values()))]
    return "\n".join(lines) + "\n"


def changes_page(version: str, previous: str | None, changes: Changes | None) -> str:
    """Return what changed since the previous release, or that this is the first."""
    if changes is None:
        return f"# {version}\n\nFirst release: there is none to compare it with.\n"
    since = f"since {previous}" if previous else "since the graph before"
    return f"# {version}\n\nWhat changed {since}.\n\n" + "".join(as_markdown.body(changes, "en", N_))


def changes_data(version: str, previous: str | None, changes: Changes | None) -> str:
    """Return the same for programs; `changes` is null for the first release."""
    document = {
        "version": version,
        "previous": previous,
        "changes": None if changes is None else as_json.document(changes),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
