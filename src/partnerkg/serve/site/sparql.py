"""The graph asked in SPARQL: a field that an editor takes the place of, examples, the answer with names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup, escape

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pages import prose
from partnerkg.pipeline.site.choosing import usual
from partnerkg.pipeline.site.question import sparql as written_out
from partnerkg.serve.site import answer
from partnerkg.serve.site.assets import EDITOR, EDITOR_STYLE, VOCABULARY
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.pipeline.publish.sparql import Shown
    from partnerkg.serve.settings import Limits
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

PATH = "sparql"
ROWS = 1000  # of an answer that the page shows
BYTES = 500_000  # of triples that it shows
LONGEST = 50_000  # characters of a query that the page takes, as an address has them
FORMATS = ("csv", "json", "xml", "tsv")
OF_TRIPLES = ("ttl", "nt", "jsonld", "rdf")
FIRST = """SELECT ?bookshop ?town
WHERE {
  ?bookshop a pk:Bookshop ;
            org:hasSite/pk:commune ?town .
}
ORDER BY ?town"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked and what came of it; `error` says why there is no answer, in `line` of the query."""

    text: str
    shown: Shown | None = None
    error: str = ""
    line: int = 0
    milliseconds: int = 0


class Server(NamedTuple):
    """What answers: how much it gives, and where programs ask it."""

    limits: Limits
    address: str


def show(view: View, rest: str) -> Page | None:
    """Return the page with nothing asked yet; None where no server answers queries."""
    return None if rest or view.site.ending else page(view, None, None)


def page(view: View, asked: Asked | None, server: Server | None) -> Page:
    """Return the page with what was asked."""
    name = view.parameters.get("question", "")
    text = asked.text if asked else _example(name, view) or FIRST
    raw = view.parameters.get("names") == "no"
    body = rendered(
        "sparql",
        view,
        query=text,
        asked=asked,
        raw=raw,
        limits=server.limits if server else None,
        head=lambda column: column.replace("_", " "),
        cell=lambda term: _raw(term) if raw else answer.cell(term, view),
        error=Markup(prose(asked.error)) if asked and asked.error else "",  # noqa: S704 - prose escapes
        notes=[Markup(prose(one.text(view.translate))) for one in _notes(asked)],  # noqa: S704 - prose escapes
        near=_lines(text, asked.line) if asked and asked.line else [],
        take=lambda form: view.file("sparql") + "?" + urlencode({"query": text, "format": form}),
        again=lambda **more: view.to(PATH, {"query": text, **more}),
        formats=OF_TRIPLES if asked and asked.shown and asked.shown.turtle is not None else FORMATS,
        themes=_examples(view),
        vocabulary=view.file(VOCABULARY),
        endpoint=server.address if server else "",
    )
    status = 400 if asked and asked.error else 200
    title = view.say(N_("Ask in SPARQL"))
    return framed(view, title, body, status=status, scripts=[EDITOR], sheets=[EDITOR_STYLE])


def _notes(asked: Asked | None) -> Iterable[PartnerkgError]:
    return asked.shown.notes if asked and asked.shown else ()


def line_of(reason: object) -> int:
    """Return in which line a query is wrong, 0 if nobody says."""
    line = reason.details.get("line") if isinstance(reason, Message) else None
    return line if isinstance(line, int) else 0


def _lines(text: str, line: int) -> list[tuple[int, str]]:
    """Return the line that is wrong with the one before it, numbered."""
    lines = text.splitlines()
    return [(number, lines[number - 1]) for number in (line - 1, line) if 0 < number <= len(lines)]


def _raw(term: object) -> Markup:
    return Markup() if term is None else Markup("<code>{}</code>").format(escape(str(term)))


def _example(name: str, view: View) -> str:
    """Return a question of the catalogue as a query, its usual values in it; empty if there is none.

    Without values if the graph at hand does not have these.
    """
    if name not in view.site.opened.questions:
        return ""
    question = view.site.opened.questions[name]
    try:
        return written_out(question, usual(question, view.whole), view.whole, view.language)
    except PartnerkgError:
        return question.text


def _examples(view: View) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the questions of the catalogue by theme: what each asks, and its name."""
    from partnerkg.serve.site.themes import THEMES, theme

    found: dict[str, list[tuple[str, str]]] = {name: [] for name, _, _ in THEMES}
    for question in view.site.opened.questions:
        found[theme(question)].append((view.in_language(question.summary), question.name))
    return [(view.translate(title), found[name]) for name, title, _ in THEMES if found[name]]


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the page where there is one."""
    if not site.ending:
        yield PATH, {}
