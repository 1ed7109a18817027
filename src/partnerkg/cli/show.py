"""`partnerkg show`: an organisation, its relations, and the words that prove them."""

from __future__ import annotations

from partnerkg.cli.context import terminal_width
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.query.organization import Organization, Quote

FORMATS = ("text", "json")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the organisation is written."""
    say = context.translate
    parser = Parser("partnerkg show", context, N_("Show an organisation, its relations and its quotes."))
    parser.add_argument("slug", metavar=say(N_("SLUG")), help=say(N_("slug, prefixed name or IRI")))
    parser.add_argument(
        "--format", default="text", help=context.say(N_("one of {known}"), known=", ".join(FORMATS))
    )
    add_output(parser, context)
    options = parser.parse_args(arguments)
    context.take(options)
    if options.format not in FORMATS:
        raise UnknownFormat(name=options.format, known=", ".join(FORMATS))
    found = context.graph().organization(options.slug)
    context.write(_json(found) if options.format == "json" else _text(found, context), options.output)
    return 0


def _json(found: Organization) -> Iterator[str]:
    import json

    yield json.dumps(found.record(), ensure_ascii=False, indent=2) + "\n"


def _text(found: Organization, context: Context) -> Iterator[str]:
    width = max(terminal_width() or 100, 30)
    yield f"{found.name}\n{found.iri}\n"
    for label, values in _facts(found, context).items():
        line = context.say(N_("{label}: {values}"), label=label, values=" · ".join(values))
        yield from _folded(line, "", width)
    for page, quotes in _by_page(found.quotes).items():
        yield f"\n{page}\n"
        for place, statuses in quotes.items():
            yield from _folded(f"{place} ({', '.join(statuses)})", "  ", width)


def _facts(found: Organization, context: Context) -> dict[str, list[str]]:
    """Return what is known by what it is called: names, kinds, towns, details, relations."""
    facts = {
        context.translate(N_("also called")): found.names[1:],
        context.translate(N_("kind")): found.kinds,
        context.translate(N_("town")): found.towns,
    }
    for label, value in found.details:
        facts.setdefault(label, []).append(value)
    for label, links in found.by_label().items():
        facts.setdefault(label, []).extend(str(link) for link in links)
    return {label: values for label, values in facts.items() if values}


def _by_page(quotes: Sequence[Quote]) -> dict[str, dict[str, list[str]]]:
    """Return, for each page, its quotes in their order with how the claims were read that rest on them."""
    found: dict[str, dict[str, list[str]]] = {}
    for quote in quotes:
        words = f"{quote.start}–{quote.end} “{quote.text}”" if quote.text else "–"
        statuses = found.setdefault(quote.page, {}).setdefault(words, [])
        if quote.status not in statuses:
            statuses.append(quote.status)
    return found


def _folded(text: str, indent: str, width: int) -> Iterator[str]:
    import textwrap

    lines = textwrap.wrap(
        " ".join(text.split()),
        width=width,
        initial_indent=indent,
        subsequent_indent=indent + "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return (line + "\n" for line in lines)
