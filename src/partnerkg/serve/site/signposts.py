"""Typed links in the head of an answer, on every page: FAIR Signposting, level 1 (signposting.org/FAIR)."""

from __future__ import annotations

from urllib.parse import quote

from partnerkg.pipeline.site.data import RDF
from partnerkg.serve.site.page import TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.serve.site.view import View

ABOUT, WEB = "https://schema.org/AboutPage", "https://schema.org/WebPage"
VOID = ".well-known/void"
_IRI = ":/?#[]@!$&'()*+,;=%~"


def header(view: View, files: Sequence[tuple[str, str]], thing: NamedNode | None) -> str:
    """Return the links of a page: the same as data, in the other language, its licence, what to cite.

    `files` are the data: media type, address. Addresses are as seen from the page.
    """
    return ", ".join(
        f'<{quote(target, safe=_IRI)}>; rel="{rel}"{more}' for target, rel, more in _links(view, files, thing)
    )


def of_table(view: View, *more: str, things: bool = True, sheet: bool | None = None) -> list[tuple[str, str]]:
    """Return the table of a page as data, and as `more` endings: media types with addresses.

    What is said of the `things` that it names goes with it, where a server gives it; a spreadsheet where
    there can be some, unless `sheet` says otherwise.
    """
    sheets = ("xlsx",) if (view.site.has_sheets if sheet is None else sheet) else ()
    endings = ("csv", "json", *sheets, *more, *(RDF if things and not view.site.ending else ()))
    return [(TYPES[ending], view.data(ending)) for ending in endings]


def of_thing(files: Sequence[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return the files about a thing as media types with addresses."""
    return [(TYPES[form], address) for form, _, address in files]


def _links(
    view: View, files: Sequence[tuple[str, str]], thing: NamedNode | None
) -> Iterator[tuple[str, str, str]]:
    """Yield where links lead, how, and what else is said of them."""
    if thing is not None:
        yield thing.value, "cite-as", ""
    yield ABOUT if thing is not None else WEB, "type", ""
    for type_ in _types(view, thing):
        yield f"https://schema.org/{type_}", "type", ""
    for kind, address in files:
        yield address, "describedby" if thing is not None else "alternate", f'; type="{kind}"'
    for code in view.languages:
        if code != view.language:
            address = view.to(view.path, view.parameters, language=code)
            yield address, "alternate", f'; type="text/html"; hreflang="{code}"'
    if view.dataset.licence is not None:
        yield view.dataset.licence.value, "license", ""
    yield view.file(VOID), "collection", ""


def _types(view: View, thing: NamedNode | None) -> list[str]:
    """Return what a thing is in the words of schema.org."""
    profile = view.whole.profiles.get(thing.value) if thing is not None else None
    found = profile.get("@type", ()) if profile else ()
    return [found] if isinstance(found, str) else [str(one) for one in found]  # type: ignore[attr-defined]
