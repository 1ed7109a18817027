"""Pages → the organisations that they name, as rows to look at or as lines for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from partnerkg.errors import N_, Message, UnknownFormat
from partnerkg.model.judgement import UNSURE
from partnerkg.pipeline import pages, rows
from partnerkg.pipeline.done import unread
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.watch import Watch
from partnerkg.translation import Number, Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.pages import Read
    from partnerkg.query.results import Solutions
    from partnerkg.resolve.known import Known
    from partnerkg.store.base import Store

LINES = "jsonl"
FORMATS = (LINES, *rows.FORMATS)
ENDINGS = {**rows.ENDINGS, ".jsonl": LINES}
STANDARD_INPUT = pages.STANDARD_INPUT
MOST_NOTES = 20  # pages that name nobody, said one by one
_SHOWN = ("name", "kind", "place", "relation", "heading", "doubt")
_COLUMNS = (*_SHOWN, "quote", "start", "end")


class Asked(NamedTuple):
    """How pages are read: the format, who speaks, whether addresses are fetched, what graphs are known."""

    form: str | None = None
    publisher: str = ""
    fetch: bool = False
    known: Sequence[str] = ()


ASKED = Asked()


def read(
    opened: Opened,
    audience: Audience,
    paths: Sequence[str],
    asked: Asked = ASKED,
    watch: Watch | None = None,
) -> Output:
    """Return the mentions of pages: files, those of a folder, standard input for `-`, addresses.

    Nothing enters the graph. What cannot be read is a note, and a finding, if other pages could be read; else
    it is raised: MissingFile, UnreadableFile, NoPage, UnreadablePage. UnknownFormat; WrongUse for an address
    that is not to be fetched; a page that names nobody is a note.
    """
    from partnerkg.pipeline.known import known
    from partnerkg.store import opening

    name = asked.form or (LINES if audience.width is None else "table")
    if name not in FORMATS:
        raise UnknownFormat(name=name, known=", ".join(FORMATS))
    found = list(pages.each(pages.listed(paths), asked.publisher, watch or Watch(), fetch=asked.fetch))
    failed = [page.error for page in found if page.error is not None]
    if failed and len(failed) == len(found):
        raise failed[0]
    notes = [Message(N_("{path} names no partner."), path=page.path) for page in found if _is_empty(page)]
    notes = [
        *(Message(error.message, **error.details) for error in failed),
        *notes[:MOST_NOTES],
        *(unread(page.path, page.unread) for page in found if page.unread),
        *_summary(found),
    ]
    if name == LINES:
        shipped = [opening.read(None)] if opened.project else []
        tables = [known(store) for store in (opened.store, *shipped, *map(_store, asked.known))]
        pieces = (_line(page.path, mention, tables) for page in found for mention in page.mentions)
        return Output(pieces, notes, findings=bool(failed))
    output = rows.written(
        _solutions(found, _SHOWN if name == "table" else _COLUMNS, audience.language),
        name,
        opened.store,
        audience,
    )
    output.notes, output.findings = (*output.notes, *notes), bool(failed)
    return output


def _is_empty(page: Read) -> bool:
    return not page.mentions and page.error is None


def _summary(found: Sequence[Read]) -> list[Message]:
    """Return one sentence over many pages."""
    if len(found) == 1:
        return []
    read = [mention for page in found for mention in page.mentions]
    failed = sum(page.error is not None for page in found)
    doubts = sum(bool(mention.doubt) for mention in read)
    return [
        Message(
            N_("{mentions} in {pages}, {doubts} of them in doubt; {failed}."),
            mentions=Several("{count} mention", "{count} mentions", len(read)),
            pages=Several("{count} page", "{count} pages", len(found) - failed),
            doubts=Number(doubts),
            failed=Several("{count} page could not be read", "{count} pages could not be read", failed),
        )
    ]


def page(path: str, *, fetch: bool = False) -> str:
    """Return the text of one page; the errors of `read`."""
    return pages.text(path, fetch=fetch)


def _store(path: str) -> Store:
    """Return a graph that is given to be known: a project, an RDF file, a store; MissingFile and the like."""
    from partnerkg.pipeline import opened

    return opened.at(path).store


def _line(path: str, mention: Mention, tables: Sequence[Known]) -> str:
    from partnerkg.pipeline.known import of_mention
    from partnerkg.resolve.known import judged

    found = judged(tables, mention.name, of_mention(mention))
    unsure = found.verdict == UNSURE
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
        "organization": found.iri,
        "doubt": bool(mention.doubt) or unsure,
        "reason": mention.doubt or (found.reason if unsure else mention.rule),
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _solutions(found: Sequence[Read], columns: Sequence[str], language: str) -> Solutions:
    from pyoxigraph import Literal

    from partnerkg.query.headings import table

    def cells(mention: Mention) -> Iterator[Literal | None]:
        for name in columns:
            value = getattr(mention, name)
            yield None if value == "" else Literal(value)

    every: Iterable[Mention] = (mention for page in found for mention in page.mentions)
    return table(columns, [tuple(cells(mention)) for mention in every], language)
