"""A SPARQL query as a stranger sends it → its answer as a document of the type that is wanted."""

from __future__ import annotations

from typing import NamedTuple

from partnerkg.errors import TooManyBytes, TooManyRows
from partnerkg.pipeline.lacking import noted
from partnerkg.pipeline.publish import media, written
from partnerkg.pipeline.publish.media import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.errors import PartnerkgError
    from partnerkg.model.terms import Row
    from partnerkg.pipeline.opened import Opened
    from partnerkg.query.results import Solutions
    from partnerkg.rdf.statements import Statements


_TOLD = ("SUM", "AVG", "BNODE")  # of what the engine finds for these something may have to be said


class Asked:
    """A query and its dataset as the protocol says them; `rows` and `bytes` are the most an answer has.

    `base` is the base of relative IRIs.
    """

    __slots__ = ("accept", "base", "bytes", "default", "named", "rows", "text")

    def __init__(
        self,
        text: str,
        accept: str | None,
        default: Iterable[str] = (),
        named: Iterable[str] = (),
        *,
        rows: int,
        bytes: int,  # noqa: A002
        base: str = "",
    ) -> None:
        self.text = text
        self.accept = accept
        self.default = tuple(default)
        self.named = tuple(named)
        self.rows = rows
        self.bytes = bytes
        self.base = base


class Shown(NamedTuple):
    """An answer as a page shows it: rows, else whether it is so, else triples as Turtle.

    `cut` says that there are more rows than were asked for, `notes` what the answer lacks.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    cut: bool = False
    truth: bool | None = None
    turtle: str | None = None
    notes: tuple[PartnerkgError, ...] = ()


def shown(opened: Opened, asked: Asked) -> Shown:
    """Return the first rows of the answer to a query, or all else it says; WrongSparql, TooManyBytes."""
    with noted() as lacks:
        found = _shown(opened, asked)
    return found._replace(notes=tuple(one.args[0] for one in lacks))


def _shown(opened: Opened, asked: Asked) -> Shown:
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Task, perform
    from partnerkg.sparql import guard

    text = _text(asked)
    guard.checked(text)
    outcome = perform(Task(text, limit=asked.rows), opened.store)
    if isinstance(outcome.answer, bool):
        return Shown(truth=outcome.answer)
    if isinstance(outcome.answer, Solutions):
        return Shown(outcome.answer.columns, tuple(outcome.answer.rows), bool(outcome.cut))
    return Shown(turtle=statements(outcome.answer, "turtle", asked.bytes).decode())


def _text(asked: Asked) -> str:
    from partnerkg.sparql import dataset
    from partnerkg.sparql.query import based

    text = based(asked.text, asked.base or None)
    return dataset.over(text, asked.default, asked.named)


def answered(opened: Opened, asked: Asked) -> Document:
    """Return the answer to a query; WrongSparql, NotAcceptable, TooManyRows or TooManyBytes."""
    with noted() as lacks:
        found = _answered(opened, asked)
    found.notes = tuple(map(str, lacks))
    return found


def _answered(opened: Opened, asked: Asked) -> Document:
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Task, perform
    from partnerkg.sparql import guard
    from partnerkg.sparql.query import ASK, SELECT

    text = _text(asked)
    query = guard.checked(text)
    offered = {SELECT: media.ROWS, ASK: media.TRUTHS}.get(query.form, media.TRIPLES)
    wanted = media.chosen(asked.accept, offered)
    if offered[wanted] == "sparql-json" and query.words.isdisjoint(_TOLD):
        data = written.rows(text, opened.store, asked.rows, asked.bytes)
        if data is not None:
            return Document(data, media.typed(wanted))
    outcome = perform(Task(text, limit=asked.rows), opened.store)
    if outcome.cut:
        raise TooManyRows(most=asked.rows)
    if isinstance(outcome.answer, bool):
        return Document(_truth(outcome.answer, offered[wanted]), media.typed(wanted))
    if isinstance(outcome.answer, Solutions):
        return Document(rows(outcome.answer, offered[wanted], asked.bytes), media.typed(wanted))
    return Document(statements(outcome.answer, offered[wanted], asked.bytes), media.typed(wanted))


def rows(solutions: Solutions, name: str, most: int) -> bytes:
    """Return rows in a format; TooManyBytes."""
    from partnerkg.query import formats

    pieces = formats.lines(solutions, name)
    return _bounded((piece.encode() if isinstance(piece, str) else piece for piece in pieces), most)


def statements(found: Statements, name: str, most: int) -> bytes:
    """Return statements in a format; TooManyBytes."""
    from partnerkg import export

    chunks = export.FORMATS[name].chunks
    assert chunks is not None
    return _bounded(chunks(found), most)


def _truth(answer: bool, name: str) -> bytes:
    from partnerkg.query import formats

    return (formats.truth(answer, name) or "").encode()


def _bounded(pieces: Iterable[bytes], most: int) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > most:
            raise TooManyBytes(most=most)
    return bytes(data)
