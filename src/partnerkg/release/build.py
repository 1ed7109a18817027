"""A release: every file of it, from a graph that has no violations, in a folder that appears whole."""

from __future__ import annotations

import os

from pyoxigraph import NamedNode

from partnerkg import documentation, export
from partnerkg.completeness import history, measure
from partnerkg.errors import N_, PartnerkgError
from partnerkg.files import folder
from partnerkg.files.folder import File
from partnerkg.rdf.read import parse
from partnerkg.rdf.statements import gathered
from partnerkg.release import description, distributions, landing, metadata, pages, version
from partnerkg.release.changes import compare
from partnerkg.release.content import content
from partnerkg.release.description import DCAT, VOID
from partnerkg.release.facts import Facts
from partnerkg.release.made_from import copy, inputs
from partnerkg.release.order import Order, address, check
from partnerkg.store import opening
from partnerkg.translation import Several
from partnerkg.validate import validate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from partnerkg.files.folder import Folder
    from partnerkg.release.changes import Changes
    from partnerkg.release.description import Description
    from partnerkg.store.base import Store

DESCRIPTION = "dataset.ttl"
QUALITY = "quality/completeness.ttl"


class InvalidGraph(PartnerkgError):
    message = N_("The graph has {violations} and is not released; `partnerkg validate` says what to mend.")


class OldVersion(PartnerkgError):
    message = N_(
        "{version} does not come after {previous}, the version of the previous release; choose a higher one."
    )


def release(order: Order) -> list[File]:
    """Write a release and return its files, in the order they were written.

    The same order gives the same bytes. WrongVersion, WrongAddress, OldVersion, Undescribed, InvalidGraph and
    OccupiedFolder before anything is written; UnwritablePath; and the errors of opening the graphs.
    """
    wanted = version.read(order.version)
    if order.address:
        check(order.address)
    folder.check(os.path.abspath(order.output), force=order.force)
    graph = opening.read(order.project)
    described = description.needed(description.describe(graph.quads()))
    before = _before(order, wanted)
    report = validate(graph)
    if not report.passes():
        count = sum(1 for result in report.results if result.severity >= report.fail_on)
        raise InvalidGraph(violations=Several("{count} violation", "{count} violations", count))
    changes = None
    if order.previous is not None:
        quads = description.versioned(graph.quads(), described, order.version)
        changes = compare(opening.read(order.previous).quads(), quads)
    with folder.appearing(order.output, force=order.force) as made:
        _write(made, order, graph, described, before=before, changes=changes)
    return made.files


def _before(order: Order, wanted: version.Version) -> Description | None:
    """Return how the previous release describes itself; OldVersion if the new one does not come after it."""
    if order.previous is None:
        return None
    before = description.describe(opening.read(order.previous).quads())
    if before and before.version and not wanted.follows(version.read(before.version)):
        raise OldVersion(version=order.version, previous=before.version)
    return before


def _write(
    made: Folder,
    order: Order,
    graph: Store,
    described: Description,
    *,
    before: Description | None,
    changes: Changes | None,
) -> None:
    def quads() -> Iterator[Quad]:
        return description.versioned(graph.quads(), described, order.version)

    dumps = [*distributions.rdf(made, quads), *distributions.others(made, graph)]
    space = next((str(getattr(one, "value", "")) for one in described.values(VOID.uriSpace)), "")
    facts = Facts(
        order.version,
        address(order, described),
        described,
        content(gathered(quads()), space),
        tuple(dumps),
        tuple(inputs(order.project)),
        order.software,
        order.date,
        _previous(order),
    )
    copy(made, order.project)
    for name, ending in (("turtle", ".ttl"), ("jsonld", ".jsonld"), ("rdfxml", ".rdf")):
        chunks = export.write(metadata.triples(facts), name)
        made.add(DESCRIPTION.replace(".ttl", ending), chunks)
    measured = history.release(measure(graph), order.version)
    made.add(QUALITY, export.write(list(history.triples(measured, described.dataset.value)), "turtle"))
    since = before.version if before else None
    for language, mark in landing.MARKS.items():
        page = pages.changes_page(order.version, since, changes, language)
        made.add(f"CHANGES{mark}.md", [page.encode()])
        made.add(f"README{mark}.md", [pages.readme(facts, language).encode()])
    made.add("CHANGES.json", [pages.changes_data(order.version, since, changes).encode()])
    for name, data in documentation.contents(order.project, graph).items():
        made.add(f"documentation/{name}", [data])
    made.add("index.html", [landing.page(facts).encode()])
    made.add(folder.CHECKSUMS, [metadata.checksums(made.files).encode()])


def _previous(order: Order) -> NamedNode | None:
    """Return the IRI of the release before, if it is a release folder."""
    path = os.path.join(order.previous or "", DESCRIPTION)
    if not order.previous or not os.path.isfile(path):
        return None
    releases = {q.subject for q in parse(path) if q.predicate == DCAT.isVersionOf}
    release = releases.pop() if len(releases) == 1 else None
    return release if isinstance(release, NamedNode) else None
