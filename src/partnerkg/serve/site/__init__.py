"""The pages of a graph as HTML: pure functions of a path, a language and parameters, without HTTP."""

from __future__ import annotations

from partnerkg.serve.site.page import Page
from partnerkg.serve.site.site import Site
from partnerkg.serve.site.wording import LANGUAGES

__all__ = ["LANGUAGES", "Page", "Site"]
