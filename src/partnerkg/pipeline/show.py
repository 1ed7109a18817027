"""Showing an organisation: what is said of it, its relations, and the words that prove them."""

from __future__ import annotations

from collections import Counter

from partnerkg.errors import N_, UnknownFormat
from partnerkg.pipeline.output import Output
from partnerkg.visible import folded, in_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.query.organization import Organization, Quote

FORMATS = ("text", "json")
ENDINGS = {".json": "json", ".txt": "text"}
WIDTHS = 100, 30  # columns where there is no terminal, and those it has at least


def organization(opened: Opened, name: str) -> Organization:
    """Return what is said of an organisation or group, by name, slug, prefixed name or IRI; UnknownThing."""
    from partnerkg.query import things
    from partnerkg.query.describe import describe

    return describe(things.find(name, opened.store), opened.store, opened.language)


def shown(opened: Opened, name: str, audience: Audience, format: str | None = None) -> Output:  # noqa: A002
    """Return an organisation as text or JSON; UnknownFormat, UnknownThing."""
    if format not in (None, *FORMATS):
        raise UnknownFormat(name=format, known=", ".join(FORMATS))
    found = organization(opened, name)
    return Output(_json(found) if format == "json" else map(in_lines, _text(found, audience)))


def _json(organization: Organization) -> Iterator[str]:
    import json

    yield json.dumps(organization.record(), ensure_ascii=False, indent=2) + "\n"


def _text(organization: Organization, audience: Audience) -> Iterator[str]:
    width = max(audience.width or WIDTHS[0], WIDTHS[1])
    yield f"{organization.name}\n{organization.iri}\n"
    for label, values in _facts(organization, audience).items():
        line = audience.say(N_("{label}: {values}"), label=label, values=" · ".join(values))
        yield from _folded(line, "", width)
    for page, quotes in _by_page(organization.quotes, audience).items():
        yield "\n"
        yield from _folded(page, "", width)
        for words, facts in quotes.items():
            yield from _folded(words, "  ", width)
            yield from _folded("→ " + " · ".join(facts), "    ", width)


def _facts(organization: Organization, audience: Audience) -> dict[str, list[str]]:
    """Return what is known by what it is called: names, kinds, towns, details, relations."""
    facts = {
        audience.translate(N_("also called")): [*map(organization.marked, organization.names[1:])],
        audience.translate(N_("kind")): organization.kinds,
        audience.translate(N_("town")): organization.towns,
    }
    for scheme, code in organization.identifiers:
        facts.setdefault(scheme, []).append(code)
    for label, value in organization.details:
        facts.setdefault(label, []).append(organization.marked(value))
    for label, links in organization.by_label().items():
        names = Counter(link.name for link in links)
        said = (link.name if names[link.name] == 1 else f"{link.name} ({link.slug})" for link in links)
        facts.setdefault(label, []).extend(said)
    return {label: values for label, values in facts.items() if values}


def _by_page(quotes: Sequence[Quote], audience: Audience) -> dict[str, dict[str, dict[str, None]]]:
    """Return, for each page, its words with how they were read, and the facts that they prove."""
    from partnerkg.query.formats import Look
    from partnerkg.query.formats.quotes import page, words

    look = Look(translate=audience.translate)
    pages: dict[str, dict[str, dict[str, None]]] = {}
    for quote in quotes:
        said = f"{words(quote.proof, look)} ({quote.status})"
        facts = pages.setdefault(page(quote.proof, audience.language), {}).setdefault(said, {})
        facts.update(dict.fromkeys(quote.facts))
    return pages


def _folded(text: str, indent: str, width: int) -> Iterator[str]:
    lines = folded(text, width, indent, indent + "    ", cut=False)
    return (line + "\n" for line in lines)
