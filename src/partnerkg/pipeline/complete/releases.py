"""What was measured of each release: kept in the project, shown, compared with what is measured now."""

from __future__ import annotations

import os

from partnerkg.completeness import history as kept
from partnerkg.completeness import rows as views
from partnerkg.errors import N_, Message, NoProject
from partnerkg.files import writing
from partnerkg.pipeline import rows
from partnerkg.pipeline.complete.measuring import measured
from partnerkg.pipeline.complete.views import TITLE
from partnerkg.pipeline.output import Output
from partnerkg.rdf import writer
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.complete.measuring import Measuring
    from partnerkg.pipeline.opened import Opened


def record(opened: Opened, measuring: Measuring, version: str) -> str:
    """Write what is measured now as that of a release, and return the path of the file.

    NoProject, WrongValue for what is no version, UnwritablePath.
    """
    project = _project(opened)
    measurements = kept.release(measured(opened, measuring), version)
    path = kept.path(project, version)
    triples = kept.triples(measurements, kept.dataset(project))
    writing.make_folder(os.path.dirname(path))
    writing.write_atomically(path, (piece.encode() for piece in writer.turtle(triples)))
    return path


def against(
    opened: Opened, measuring: Measuring, audience: Audience, version: str, *, strict: bool = False
) -> Output:
    """Return the numbers that changed since a release (`last` for the newest), with a note that counts them.

    There are findings if `strict`, and a share fell. NoProject, UnknownRelease.
    """
    name = rows.chosen(measuring.format, audience)
    releases = kept.read(_project(opened))
    completeness = measured(opened, measuring)
    before = kept.choose(releases, version)
    changes = [change for change in kept.compare(before, completeness) if change.now != change.before]
    table = views.changes(changes, completeness, audience.language)
    output = rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))
    fallen = sum(change.fell for change in changes)
    note = Message(
        N_("Since {version}: {changed}, {fallen}."),
        version=before.version,
        changed=Several("{count} number changed", "{count} numbers changed", len(changes)),
        fallen=Several("{count} share fell", "{count} shares fell", fallen),
    )
    return Output(output.pieces, [note], findings=bool(strict and fallen), styled=output.styled)


def history(opened: Opened, measuring: Measuring, audience: Audience) -> Output:
    """Return what was measured of each release, a column each; NoProject."""
    name = rows.chosen(measuring.format, audience)
    releases = kept.read(_project(opened))
    table = views.trend(releases, measured(opened, measuring), audience.language, audience.translate)
    return rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))


def _project(opened: Opened) -> str:
    folder = opened.folder()
    if not os.path.isdir(os.path.join(folder, "graph")):
        raise NoProject(path=folder, folder="graph")
    return folder
