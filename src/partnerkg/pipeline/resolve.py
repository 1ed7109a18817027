"""Mentions of many pages → which of them mean the same organisation, and which one that a graph knows."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import ExitStack
from functools import lru_cache
from tempfile import TemporaryFile

from partnerkg.errors import N_, Message, MissingFile, UnreadableFile, WrongUse
from partnerkg.files.standard import standard_input
from partnerkg.model.judgement import NEW, SAME, UNSURE
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.pages import STANDARD_INPUT
from partnerkg.pipeline.watch import Watch
from partnerkg.translation import Number, Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import IO, Any

    from partnerkg.model.judgement import Judgement
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

OWN, SPLINK = "own", "splink"
MATCHERS = (OWN, SPLINK)
READ = N_("mentions read")
SETTLED = N_("mentions resolved")
LONGEST = 1 << 20  # bytes of a line
MOST = 5  # organisations that a line names where it is in doubt


def resolve(
    opened: Opened,
    paths: Sequence[str],
    known: Sequence[str] = (),
    matcher: str = OWN,
    watch: Watch | None = None,
) -> Output:
    """Return lines of mentions, as `read --format jsonl` writes them, with whom each means.

    `entity` is the same for those that mean the same: the IRI of an organisation of the graph, of the shipped
    one or of `known`, or `#` and the number of the line that names it first. Each line is read twice, so that
    what is held of a million is their names. MissingFile, UnreadableFile; MissingExtra for `splink`.
    """
    look = watch or Watch()
    if matcher not in MATCHERS:
        reason = Message(N_("the matcher is one of {known}"), known=", ".join(MATCHERS))
        raise WrongUse(reason=reason, program="partnerkg resolve")
    graphs = _graphs(opened, known)
    with ExitStack() as held:
        kept = held.enter_context(_kept()) if STANDARD_INPUT in paths else None
        names = [_named(record) for record in look.over(_records(paths, kept), READ)]
        found = list(look.over(_matcher(matcher)(names, _rows(graphs)), SETTLED))
        later = held.pop_all()
    del names
    verdicts = Counter(judged.verdict for _, judged in found)
    counts = {"same": verdicts[SAME], "new": verdicts[NEW], "unsure": verdicts[UNSURE]}
    said = Several(
        "{count} mention: {same} of what is known or named before, {new} new, {unsure} in doubt.",
        "{count} mentions: {same} of what is known or named before, {new} new, {unsure} in doubt.",
        len(found),
        **{verdict: Number(number) for verdict, number in counts.items()},
    )
    lines = _lines(zip(_records(paths, kept), found, strict=True), later)
    return Output(lines, [said])


def _matcher(name: str) -> Callable[..., Iterator[tuple[str, Judgement]]]:
    if name == SPLINK:
        from partnerkg.resolve import linked

        return linked.resolved
    from partnerkg.resolve import known

    return known.resolved


def _graphs(opened: Opened, known: Sequence[str]) -> list[Store]:
    """Return the graph at hand, the shipped one, and others that are given; what is none is refused now."""
    from partnerkg.pipeline.opened import at
    from partnerkg.store import opening

    shipped = [opening.read(None)] if opened.project else []
    return [opened.store, *shipped, *(at(path).store for path in known)]


def _rows(graphs: Iterable[Store]) -> Iterator[tuple[str, str, str]]:
    """Yield the names of graphs."""
    from partnerkg.pipeline.known import placed

    for store in graphs:
        yield from placed(store)


def _kept() -> IO[bytes]:
    """Return what stands on standard input as a file without a name, which can be read twice."""
    with ExitStack() as held:
        kept = held.enter_context(TemporaryFile(prefix="partnerkg-"))
        kept.writelines(_short(STANDARD_INPUT, standard_input()))
        held.pop_all()  # closed by who takes it
    return kept


def _records(paths: Sequence[str], kept: IO[bytes] | None) -> Iterator[dict[str, Any]]:
    for path in paths:
        if path == STANDARD_INPUT and kept is not None:
            kept.seek(0)
            yield from _of(path, kept)
            continue
        try:
            file = open(path, "rb")  # noqa: SIM115 - what fails further on is not the file's fault
        except FileNotFoundError:
            raise MissingFile(path=path) from None
        except OSError as error:
            raise UnreadableFile(path=path, reason=error.strerror or "") from None
        with file:
            yield from _of(path, file)


def _of(path: str, file: IO[bytes]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_short(path, file), 1):
        if line.strip():
            yield _record(path, number, line)


def _short(path: str, file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; UnreadableFile for one that is longer than any mention."""
    while line := file.readline(LONGEST + 1):
        if len(line) > LONGEST:
            reason = Message(N_("a line is longer than {limit} bytes"), limit=LONGEST)
            raise UnreadableFile(path=path, reason=reason)
        yield line


def _record(path: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("name"), str):
        said = N_("line {number} is no mention, as `partnerkg read --format jsonl` writes one")
        raise UnreadableFile(path=path, reason=Message(said, number=number))
    return record


def _named(record: dict[str, Any]) -> tuple[str, str]:
    """Return the name of a mention and the key of its town."""
    place, code = record.get("place"), record.get("place_code")
    return record["name"], _where(record["name"], str(place or ""), str(code or ""))


@lru_cache(maxsize=1 << 16)
def _where(name: str, place: str, code: str) -> str:
    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.known import of_mention

    return sys.intern(of_mention(Mention(0, 0, "", name, place=place, place_code=code)))


def _lines(pairs: Iterable[tuple[dict[str, Any], tuple[str, Judgement]]], held: ExitStack) -> Iterator[str]:
    with held:
        for record, who in pairs:
            yield _line(record, *who)


def _line(record: dict[str, Any], entity: str, judged: Judgement) -> str:
    unsure = judged.verdict == UNSURE
    record["organization"] = None if entity.startswith("#") else entity
    record |= {"entity": entity, "verdict": judged.verdict}
    if unsure:
        record |= {"doubt": True, "reason": judged.reason, "candidates": list(judged.candidates[:MOST])}
    return json.dumps(record, ensure_ascii=False) + "\n"
