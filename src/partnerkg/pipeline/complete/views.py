"""Views on what was measured, each a table."""

from __future__ import annotations

from partnerkg.completeness import rows as views
from partnerkg.errors import N_
from partnerkg.pipeline import rows
from partnerkg.pipeline.complete.measuring import measured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.complete.measuring import Measuring
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output

NONE = N_("(none)")
TITLE = N_("Completeness")


def missing(opened: Opened, measuring: Measuring, audience: Audience, class_: str, property_: str) -> Output:
    """Return the records of a class that lack a property, and what to look up; UnknownRecord, UnknownGap."""
    name = rows.chosen(measuring.format, audience)
    cell = measured(opened, measuring).cell(class_, property_)
    table = views.missing(cell, opened.questions, opened.store, audience.language)
    return rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))


def ranking(opened: Opened, measuring: Measuring, audience: Audience, class_: str | None = None) -> Output:
    """Return the records of a class, by default the organisations, the worst first; UnknownRecord."""
    name = rows.chosen(measuring.format, audience)
    table = views.ranking(measured(opened, measuring), opened.store, audience.language, class_)
    return rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))


def steps(opened: Opened, measuring: Measuring, audience: Audience, by: str = "property") -> Output:
    """Return the gaps whose filling raises the score most, by `property` or by `record`."""
    name = rows.chosen(measuring.format, audience)
    completeness = measured(opened, measuring)
    if by == "record":
        table = views.records(completeness, opened.store, audience.language)
    else:
        table = views.steps(completeness, audience.language)
    return rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))


def groups(opened: Opened, measuring: Measuring, audience: Audience) -> Output:
    """Return the score of each group that `measuring.by` makes, the worst first."""
    name = rows.chosen(measuring.format, audience)
    by = measuring.by or "category"
    known = views.groups(by, opened.questions, opened.store)
    table = views.by_group(
        measured(opened, measuring),
        by,
        known,
        opened.store,
        language=audience.language,
        none=audience.translate(NONE),
    )
    return rows.written(table, name, opened.store, audience, title=audience.translate(TITLE))
