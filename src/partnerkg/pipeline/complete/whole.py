"""The whole that was measured: the matrix of classes and properties, the pages read, the next steps."""

from __future__ import annotations

from partnerkg.completeness import formats, history
from partnerkg.completeness import rows as views
from partnerkg.errors import UnknownFormat
from partnerkg.pipeline.complete.measuring import measured
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Completeness
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.complete.measuring import Measuring
    from partnerkg.pipeline.opened import Opened

ENDINGS = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".txt": "table",
}


def whole(opened: Opened, measuring: Measuring, audience: Audience) -> Output:
    """Return the matrix, what was read of the pages, and the next steps; UnknownFormat."""
    name = measuring.format or ("csv" if audience.width is None else "table")
    if name not in formats.NAMES:
        raise UnknownFormat(name=name, known=", ".join(formats.NAMES))
    completeness = measured(opened, measuring)
    pages = [] if measuring.group else views.pages(opened.questions, opened.store).records()
    named = {str(page["source"]) for page in pages}
    if name == "html":
        named.update(thing for cell in completeness.cells for thing in cell.missing)
    view = formats.View(
        completeness,
        audience.language,
        audience.translate,
        pages,
        views.names(named, opened.store, audience.language),
        _scores(completeness, opened) if name == "html" and not measuring.group else (),
        audience.width,
        audience.colours,
    )
    unsaid = [one.message for one in completeness.uncounted] if name == "csv" else []  # the others say it
    return Output(formats.lines(view, name), unsaid, styled=name == "table")


def _scores(completeness: Completeness, opened: Opened) -> list[tuple[str, int | None]]:
    """Return the score of each release that was measured, by the weights of today."""
    if opened.endpoint:
        return []
    wanted = [cell.wanted for cell in completeness.cells]
    return [(one.version, one.score(wanted).percent) for one in history.read(opened.folder())]
