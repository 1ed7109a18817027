"""The pages of a release for people: what is in it, and what changed."""

from __future__ import annotations

import json

from partnerkg.errors import N_, Message
from partnerkg.release.description import DCT
from partnerkg.release.formats import as_json, as_markdown
from partnerkg.release.landing import FILE, PURPOSE, SIZE, for_people, in_words
from partnerkg.release.structured import text
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.release.changes import Changes
    from partnerkg.release.facts import Facts

_HEADINGS = (N_("file"), N_("what it is"))
_FILES = {
    "`data/graph.*.gz`": N_(
        "the graph in RDF; `.nq`, `.trig` and `.jsonld` keep claims apart as named graphs"
    ),
    "`data/graph.graphml`, `.gexf`": N_("who works with whom, for network programs"),
    "`data/graph.*.xlsx`": N_("a spreadsheet for people, in French and in English"),
    "`data/tables/`": N_("organisations, places, relations, evidence as CSV, described by CSVW"),
    "`dataset.ttl`, `.jsonld`, `.rdf`": N_(
        "what the release holds, its licence, how it was made: DCAT, VoID, PROV"
    ),
    "`ontology/`": N_("classes, properties, concepts; `ontology/shapes/` are the rules (SHACL)"),
    "`documentation/`": N_("every term and rule of the ontology, in French and English"),
    "`index.html`": N_("the way in, for people and search engines"),
    "`queries/`": N_("questions in SPARQL"),
    "`quality/`": N_("how complete the records are: measurements by class and property (DQV)"),
    "`CHANGES.md`, `CHANGES.fr.md`, `CHANGES.json`": N_("the exact difference to the release before"),
    "`SHA256SUMS`": N_("`sha256sum --check SHA256SUMS` says whether every file is whole"),
}


def readme(facts: Facts, language: str) -> str:
    """Return a page that says what each file is."""
    translate, _ = translations(language)
    lines = [f"# {text(facts, DCT.title, language)} {facts.version}", ""]
    lines += ["| {} | {} |".format(*map(translate, _HEADINGS)), "| --- | --- |"]
    lines += [f"| {name} | {translate(what)} |" for name, what in _FILES.items()]
    for licence in facts.description.values(DCT.license):
        address = getattr(licence, "value", "")
        lines += ["", Message(N_("Licence: {address}"), address=address).text(translate)]
    rights = text(facts, DCT.rights, language)
    lines += ["", rights] if rights else []
    return "\n".join([*lines, "", *_table(facts, language)]) + "\n"


def _table(facts: Facts, language: str) -> Iterator[str]:
    """Yield the files that hold the graph, with their sizes and for whom they are."""
    translate = translations(language)[0]
    yield "| {} | {} | {} |".format(*map(translate, (FILE, SIZE, PURPOSE)))
    yield "| --- | ---: | --- |"
    for file in for_people(facts.dumps):
        size = in_words(file.size, translate).replace(" ", "\u00a0")
        yield f"| `{file.path}` | {size} | {file.summary.get(language, '')} |"


def changes_page(version: str, previous: str | None, changes: Changes | None, language: str) -> str:
    """Return what changed since the previous release, or that this is the first."""
    translate, _ = translations(language)
    if changes is None:
        first = translate(N_("First release: there is none to compare it with."))
        return f"# {version}\n\n{first}\n"
    since = Message(N_("What changed since {previous}."), previous=previous)
    if previous is None:
        since = Message(N_("What changed since the graph before."))
    body = "".join(as_markdown.body(changes, language, translate))
    return f"# {version}\n\n{since.text(translate)}\n\n{body}"


def changes_data(version: str, previous: str | None, changes: Changes | None) -> str:
    """Return the same for programs; `changes` is null for the first release."""
    document = {
        "version": version,
        "previous": previous,
        "changes": None if changes is None else as_json.document(changes),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
