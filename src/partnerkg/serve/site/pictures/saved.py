"""A picture as a file of its own (SVG 1.1): with its style, without links, which lead nowhere from a desk."""

from __future__ import annotations

import re

from markupsafe import escape

from partnerkg.pages.style import alone
from partnerkg.serve.site.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from markupsafe import Markup

_LINK = re.compile(r"</?a\b[^>]*>")
_FRAME = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 {0} {1}" width="{0}" height="{1}" {2}>'
)
_LABEL = re.compile(r'aria-label="[^"]*"')
_SOURCE = '<text class="soft" x="8" y="{:.0f}" font-size="11">{}</text>'
_PAPER = '<style>{}.sheet{{fill:var(--paper)}}</style><rect class="sheet" width="100%" height="100%"/>'


def saved(picture: Markup | None, source: str = "") -> Page | None:
    """Return the picture of a page as a document that names its source, None if the page has none."""
    if picture is None:
        return None
    head, _, drawn = str(picture).partition(">")
    (frame,), (label,) = _FRAME.findall(head), _LABEL.findall(head)
    start = _HEAD.format(*frame, f'role="img" {label}')
    named = _SOURCE.format(float(frame[1]) - 8, escape(source)) if source else ""
    document = f"{start}{_PAPER.format(alone('pictures'))}{named}{_LINK.sub('', drawn)}\n"
    return Page(200, "image/svg+xml", document.encode())
