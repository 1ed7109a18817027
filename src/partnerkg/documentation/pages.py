"""The pages: one a language, self-contained; the same ontology, shapes and counts give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from partnerkg.documentation.checks import Checks
from partnerkg.documentation.head import Head
from partnerkg.documentation.picture import Picture
from partnerkg.documentation.view import LANGUAGES, TURTLE, View, file_name
from partnerkg.pages import Page, closing, opening
from partnerkg.pages.words import prose, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import Template

    from partnerkg.documentation.terms import Ontology
    from partnerkg.validate.shapes import Shapes

__all__ = ["LANGUAGES", "TURTLE", "page", "pages"]


def pages(ontology: Ontology, shapes: Shapes, usage: Mapping[str, int]) -> dict[str, str]:
    """Return each page by the name of its file; `ontology.ttl`, to which they link, stands beside them."""
    return {file_name(language): page(ontology, shapes, usage, language) for language in LANGUAGES}


def page(ontology: Ontology, shapes: Shapes, usage: Mapping[str, int], language: str) -> str:
    """Return the page in a language; `usage` says how often the graph uses a term."""
    view = View(ontology, usage, language)
    head = Head(view)
    frame = Page(head.title, language, view.translate, ("terms",), head.elements(), view.others)
    body = _template().render(view=view, head=head, checks=Checks(view, shapes), picture=Picture(view))
    return "".join([*opening(frame), body, "\n", *closing(view.word["written"])])


def _seen(value: object) -> object:
    return visible(value) if type(value) is str else value  # what is markup already was looked at


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("partnerkg.documentation"),
        autoescape=True,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["prose"] = lambda words: Markup(prose(words))  # noqa: S704 - it escapes
    return environment.get_template("ontology.html")
