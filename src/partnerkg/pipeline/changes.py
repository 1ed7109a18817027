"""What changed from one graph to another."""

from __future__ import annotations

from dataclasses import replace

from partnerkg.model import given as checked
from partnerkg.pipeline import given
from partnerkg.pipeline.opened import Opened, at
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Place
    from partnerkg.release.changes import Changes

FORMATS = ("text", "markdown", "json", "patch")  # those of release.formats, for help to come at once
ENDINGS = {".json": "json", ".md": "markdown", ".patch": "patch", ".txt": "text"}
PATIENCE = 60.0  # seconds to tell blank nodes apart


def diff(first: Place, second: Place = None, seconds: float = PATIENCE) -> Changes:
    """Return what changed from one graph to another: counts, organisations, statements.

    Each is a path or address as `partnerkg.open` takes it, a release folder, a KnowledgeGraph, or None for
    the shipped graph. The errors of `partnerkg.open`, and TangledBlankNodes if it takes longer than so many
    seconds to tell blank nodes apart. Compared with an endpoint, both have an ontology and truths are words,
    so that a graph that was pushed is the same; of an endpoint only the named graphs are read.

    >>> import partnerkg
    >>> bool(partnerkg.diff(None, partnerkg.open()))
    False
    """
    from partnerkg.release.changes import compare

    checked.seconds(seconds)
    before, after = at(given.place(first, "first")), at(given.place(second, "second"))
    if before.endpoint or after.endpoint:
        from partnerkg.store.sameness import alike

        old, new = (map(alike, opened.store.everything()) for opened in (before, after))
        found = compare(old, new, seconds)
    else:
        found = compare(before.store.quads(), after.store.quads(), seconds)
    return replace(found, language=_language(second, first))


def _language(*given: Place) -> str:
    """Return the language of the first graph that was opened in one."""
    return next((place.language for place in given if isinstance(place, Opened)), "en")


def listed(
    first: Place,
    second: Place,
    audience: Audience,
    *,
    format: str = "text",  # noqa: A002
    seconds: float | None = None,
) -> Output:
    """Return what changed in a format, as findings; UnknownFormat and the errors of `diff`."""
    from partnerkg.release import formats

    formats.check(format)
    changes = diff(first, second, PATIENCE if seconds is None else seconds)
    pieces = formats.write(changes, format, audience.language, audience.translate)
    return Output(audience.folded(pieces) if format == "text" else pieces, findings=bool(changes))
