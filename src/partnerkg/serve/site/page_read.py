"""The page of a page that was read: like a critical edition, its words in order with what they prove."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.site.page import source
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_thing
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View


def show(view: View, thing: NamedNode, files: Sequence[tuple[str, str, str]]) -> Page:
    """Return the page of a page; `files` are its data: ending, how the form is called, address."""
    shown = source(thing, view.whole, view.language)
    title = view.say(N_("Source: {title}"), title=shown.title.words)
    body = rendered("source", view, source=shown)
    return framed(view, title, body, alternates=of_thing(files), thing=thing)
