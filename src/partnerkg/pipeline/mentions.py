"""Pages → the organisations that they name, as rows to look at or as lines for programs."""

from __future__ import annotations

import json
import os
import sys

from partnerkg.errors import N_, Message, MissingFile, UnknownFormat, UnreadableFile, WrongUse
from partnerkg.pipeline import rows
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.query.results import Solutions
    from partnerkg.resolve.known import Known
    from partnerkg.store.base import Store

LINES = "jsonl"
FORMATS = (LINES, *rows.FORMATS)
ENDINGS = {**rows.ENDINGS, ".jsonl": LINES}
STANDARD_INPUT = "-"
_SHOWN = ("name", "kind", "place", "relation", "heading", "doubt")
_COLUMNS = (*_SHOWN, "quote", "start", "end")
_NAMED = """SELECT DISTINCT ?thing ?name ?code {
    ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:properName ?name ;
        org:hasSite/pk:commune/igeo:codeINSEE ?code
}"""


def read(
    opened: Opened,
    audience: Audience,
    pages: Sequence[str],
    form: str | None = None,
    publisher: str = "",
) -> Output:
    """Return the mentions of pages: HTML, Markdown or plain text in files, or standard input for `-`.

    `publisher` is who speaks in them, and is no partner. Nothing enters the graph. MissingFile,
    UnreadableFile or NoPage for what cannot be read, UnknownFormat; a page that names nobody is a note.
    """
    name = form or (LINES if audience.width is None else "table")
    if name not in FORMATS:
        raise UnknownFormat(name=name, known=", ".join(FORMATS))
    found = {path: mentions(path, publisher) for path in dict.fromkeys(pages)}
    notes = [Message(N_("{path} names no partner."), path=path) for path, read in found.items() if not read]
    if name == LINES:
        table = known(opened.store)
        pieces = (_line(path, mention, table) for path, read in found.items() for mention in read)
        return Output(pieces, notes)
    output = rows.written(
        _solutions(found, _SHOWN if name == "table" else _COLUMNS), name, opened.store, audience
    )
    output.notes = (*output.notes, *notes)
    return output


def mentions(path: str, publisher: str = "") -> list[Mention]:
    """Return the mentions of one page in their order; the errors of `read`."""
    from partnerkg.extract.mentions import extract

    return extract(page(path), publisher)


def page(path: str) -> str:
    """Return the text of a page in a file, or of standard input for `-`; the errors of `read`."""
    from partnerkg.extract.decode import decode

    return decode(_bytes(path), path)


def _bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if path.startswith(("http://", "https://")):
        reason = Message(N_("pages are read from files; save {path} first"), path=path)
        raise WrongUse(reason=reason, program="partnerkg read")
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or os.strerror(0)) from None


def known(store: Store) -> Known:
    """Return the organisations of a graph with their towns."""
    from partnerkg.query.results import text
    from partnerkg.resolve.known import Known

    found = store.each(_NAMED)
    return Known((text(thing), text(name), text(code)) for thing, name, code in found)


def _line(path: str, mention: Mention, known: Known) -> str:
    record = {
        "page": path,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "name": mention.name,
        "kind": mention.kind,
        "place": mention.place or None,
        "place_code": mention.place_code or None,
        "heading": mention.heading or None,
        "relation": mention.relation,
        "status": mention.status,
        "organization": known.find(mention),
        "doubt": bool(mention.doubt),
        "reason": mention.doubt or mention.rule,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _solutions(found: dict[str, list[Mention]], columns: Sequence[str]) -> Solutions:
    from pyoxigraph import Literal

    from partnerkg.query.results import Solutions

    def cells(mention: Mention) -> Iterator[Literal | None]:
        for name in columns:
            value = getattr(mention, name)
            yield None if value == "" else Literal(value)

    table: Iterable[Mention] = (mention for read in found.values() for mention in read)
    return Solutions(columns, [tuple(cells(mention)) for mention in table])
