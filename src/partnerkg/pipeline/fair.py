"""How FAIR a release is."""

from __future__ import annotations

from partnerkg import fair
from partnerkg.errors import UnknownFormat
from partnerkg.fair import formats
from partnerkg.fair.score import overall
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience

FORMATS = tuple(formats.FORMATS)
ENDINGS = {".json": "json", ".md": "markdown", ".txt": "text"}


def scored(folder: str, audience: Audience, *, format: str = "text", at_least: float = 0) -> Output:  # noqa: A002
    """Return the scores of a release folder; findings if all together give less than a percentage.

    UnknownFormat, NoRelease.
    """
    if format not in FORMATS:
        raise UnknownFormat(name=format, known=", ".join(FORMATS))
    scores = fair.assess(fair.read(folder))
    pieces = formats.FORMATS[format](scores, audience.language)
    return Output(pieces, findings=overall(scores) < at_least)
