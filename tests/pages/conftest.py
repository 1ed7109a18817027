"""A page with words of all kinds."""

from __future__ import annotations

import pytest

from partnerkg.errors import N_
from partnerkg.pages import Page


@pytest.fixture
def page() -> Page:
    """Return a page in French that exists in English as well."""
    return Page("Titre <&>", "fr", N_, ("report",), others=[("en", "English", "page.en.html")])
