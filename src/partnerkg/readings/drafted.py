"""A draft as the file that a person goes through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap

from partnerkg.model.claim import OPEN
from partnerkg.model.facts import SUBJECTS
from partnerkg.readings import check, load
from partnerkg.readings.draft import Draft
from partnerkg.readings.load import VERSION
from partnerkg.readings.parts import Data
from partnerkg.readings.pending import DOUBT, VERDICT
from partnerkg.readings.schema import FILE
from partnerkg.readings.wording import items, mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.claim import Reading
    from partnerkg.readings.reference import Reference

SCHEMA = f"../../{FILE}"  # from the folder of the readings
HEAD = {
    "en": "A reading of one page. Under `review` stands what was read and nobody has decided, doubts first: "
    "change what is wrong, write `verdict: keep`, `reject` or `unsure`, then `partnerkg accept`.",
    "fr": "La lecture d’une page. Sous `review` se trouve ce qui a été lu et que personne n’a décidé, les "
    "doutes d’abord : corrigez ce qui est faux, écrivez `verdict: keep` (garder), `reject` (écarter) ou "
    "`unsure` (pas sûr), puis `partnerkg accept`.",
}


def text(draft: Draft, language: str) -> str:
    """Return the file of a draft, with a head in the language of its reader."""
    return "".join(_lines(draft, language))


def doubted(draft: Draft, reference: Reference) -> Draft:
    """Return the draft, entries in doubt first, with those in doubt that do not hold against their words."""
    wrong = _wrong(draft, reference)
    review = [
        {DOUBT: "words", **entry, VERDICT: OPEN} if number in wrong else entry
        for number, entry in enumerate(draft.review)
    ]
    return replace(
        draft, review=sorted(map(_subject_first, review), key=lambda entry: entry[VERDICT] != OPEN)
    )


def _wrong(draft: Draft, reference: Reference) -> set[int]:
    """Return the numbers of the entries that cannot be read, or in whose lines something is wrong."""
    readings, faults = load.partly("draft", text(draft, "en").encode())
    found = check.faults(
        [_with_pending(one) for one in reference.taken(readings)],
        reference.gazetteer,
        reference.vocabulary,
        whole=False,
    )
    begins = {entry.number: entry.line for one in readings for entry in one.pending}
    lines = [int(str(fault.details["line"])) for fault in (*faults, *found)]
    named = {max((begin for begin in begins.values() if begin <= line), default=0) for line in lines}
    return {number for number in range(len(draft.review)) if number not in begins or begins[number] in named}


def _with_pending(reading: Reading) -> Reading:
    """Return a reading whose claims are those that wait, too."""
    pending = (claim for entry in reading.pending for claim in entry.claims)
    return replace(reading, claims=(*reading.claims, *pending))


def _subject_first(entry: Data) -> Data:
    kind = next(kind for kind in SUBJECTS if kind in entry)
    return {kind: entry[kind], **entry}


def _lines(draft: Draft, language: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA}\n"
    yield from (f"# {line}\n" for line in wrap(HEAD[language], 98))
    yield "\n"
    source = draft.source
    about = {
        "slug": source.slug,
        "title": source.title,
        "address": source.address,
        "language": source.language,
    }
    said = {key: value for key, value in about.items() if value}
    yield from mapping(
        {"reading": VERSION, "source": said, "capture": draft.capture, "publisher": draft.publisher}
    )
    yield from _list("review", draft.review)
    yield from _list("sections", draft.sections)


def _list(name: str, values: list[dict[str, object]]) -> Iterator[str]:
    yield f"\n{name}:\n" if values else f"\n{name}: []\n"
    for value in values:
        yield "\n"
        yield from items([value], 2)
