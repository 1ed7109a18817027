"""What the answers to requests call problems (RFC 9457): each with its status and its sentence."""

from __future__ import annotations

import re

from partnerkg.errors import N_
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View

PATH = "problems"
_HOLE = re.compile(r"\{\w+\}")


def page(view: View, problems: Sequence[tuple[str, int, str]]) -> Page:
    """Return the page of problems: name, status, sentence."""
    rows = [(name, code, _HOLE.sub("…", view.translate(sentence))) for name, code, sentence in problems]
    return framed(view, view.say(N_("Problems")), rendered("problems", view, problems=rows))
