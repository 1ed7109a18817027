"""The ontology as pages for people: every term and rule, in French and English, written from its files."""

from __future__ import annotations

from partnerkg.documentation.folder import contents
from partnerkg.documentation.pages import LANGUAGES, page, pages
from partnerkg.documentation.reading import NoOntology, read
from partnerkg.documentation.terms import Entry, Ontology
from partnerkg.documentation.usage import usage

__all__ = ["LANGUAGES", "Entry", "NoOntology", "Ontology", "contents", "page", "pages", "read", "usage"]
