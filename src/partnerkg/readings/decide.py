"""Decisions on what a reading proposes: kept, it moves to the entries, else to the decisions; and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import yaml

from partnerkg.errors import NothingDecided
from partnerkg.model.claim import KEEP, OPEN, REJECT
from partnerkg.model.facts import SUBJECTS
from partnerkg.readings.pending import DECISIONS, OF_REVIEW, REVIEW, SECTION, SECTIONS, VERDICT
from partnerkg.readings.sheet import Parts, Sheet, keys, start_of, written
from partnerkg.readings.wording import flow

AROUND = 32  # characters on each side by which the words of a decision are found again
CONTEXT = "context"
Context = Callable[[int, int], tuple[str, str]]
_PROOF = ("quote", "at")


def settled(path: str, text: str, verdicts: Mapping[int, str], around: Context) -> str:
    """Return the text with what was decided in its place.

    `verdicts` are those on the entries to review, by number; `around` gives the words on both sides of a
    place in the page. WrongReading for a list that is written on one line.
    """
    sheet = Sheet(path, text)
    kept: dict[str, list[tuple[int | None, Parts]]] = {}
    decisions: list[tuple[int | None, Parts]] = []
    for number, item in enumerate(sheet.list(REVIEW)):
        verdict = verdicts.get(number, OPEN)
        if verdict not in (KEEP, REJECT):
            continue
        parts, at = sheet.parts(item), start_of(item)
        sheet.take(REVIEW, item)
        if verdict == KEEP:
            entry = {key: lines for key, lines in parts.items() if key not in OF_REVIEW}
            kept.setdefault(_text(item, SECTION), []).append((at, entry))
        decisions.append((None, _decision(verdict, item, parts, around)))
    for node in sheet.list(SECTIONS):
        entries = kept.pop(_text(node, SECTION), [])
        if entries:
            sheet.put("entries", sorted(entries, key=lambda one: -1 if one[0] is None else one[0]), node)
    if decisions:
        sheet.put(DECISIONS, decisions)
    return sheet.text()


def _decision(verdict: str, item: yaml.Node, parts: Parts, around: Context) -> Parts:
    """Return what is written of a decision: the whole entry if it is rejected, else how to find it again."""
    whole = {key: lines for key, lines in parts.items() if key not in (VERDICT, CONTEXT)}
    subject = [kind for kind in SUBJECTS if kind in parts]
    short = (*subject, *OF_REVIEW, *_PROOF)
    said = whole if verdict == REJECT else {key: lines for key, lines in whole.items() if key in short}
    at = keys(item).get("at", (None, None))[1]
    span = [int(one.value) for one in at.value] if isinstance(at, yaml.SequenceNode) else []
    before = written({CONTEXT: list(around(*span))}) if len(span) == 2 else {}
    return {VERDICT: [f"{VERDICT}: {flow(verdict)}\n"]} | said | before


def undone(path: str, text: str) -> tuple[str, str]:
    """Return the text without its last decision, what that was about being open again, and its name.

    NothingDecided if there is none.
    """
    sheet = Sheet(path, text)
    decisions = sheet.list(DECISIONS)
    if not decisions:
        raise NothingDecided(path=path)
    last = decisions[-1]
    _, parts = _back(sheet, last, path, OPEN)
    sheet.put(REVIEW, [(-1, parts)])
    return sheet.text(), next(said for key in ("name", "quote", *SUBJECTS) if (said := _text(last, key)))


def count(path: str, text: str) -> int:
    """Return how many decisions a reading holds: what was kept is in the graph, the rest was put away."""
    return len(Sheet(path, text).list(DECISIONS))


def withdrawn(path: str, text: str) -> tuple[str, int]:
    """Return the text with all its decisions as verdicts again, nothing of them in the graph; and how many.

    NothingDecided if there is none.
    """
    sheet = Sheet(path, text)
    decisions = sheet.list(DECISIONS)
    if not decisions:
        raise NothingDecided(path=path)
    sheet.put(REVIEW, [_back(sheet, one, path, _text(one, VERDICT)) for one in decisions])
    return sheet.text(), len(decisions)


def _back(sheet: Sheet, decision: yaml.Node, path: str, verdict: str) -> tuple[int | None, Parts]:
    """Take a decision out, and what it kept; return where its words begin, and the entry to review again."""
    parts = sheet.parts(decision)
    sheet.take(DECISIONS, decision)
    subject = next(kind for kind in SUBJECTS if kind in parts)
    if _text(decision, VERDICT) == KEEP:
        section, item = _kept(sheet, decision, subject, path)
        own = sheet.parts(item)
        sheet.take("entries", item, section)
        parts = {subject: own.pop(subject)} | {k: v for k, v in parts.items() if k in OF_REVIEW} | own
    back = {subject: parts[subject], SECTION: parts[SECTION], VERDICT: [f"{VERDICT}: {flow(verdict)}\n"]}
    rest = {key: lines for key, lines in parts.items() if key not in (*back, CONTEXT)}
    return start_of(decision), back | rest


def _kept(sheet: Sheet, decision: yaml.Node, subject: str, path: str) -> tuple[yaml.Node, yaml.Node]:
    """Return the section and the entry that a decision kept; NothingDecided if it stands nowhere any more."""
    for section in sheet.list(SECTIONS):
        if _text(section, SECTION) != _text(decision, SECTION):
            continue
        for item in keys(section)["entries"][1].value:
            if _text(item, subject) == _text(decision, subject):
                return section, item
    raise NothingDecided(path=path)


def _text(node: yaml.Node, key: str) -> str:
    value = keys(node).get(key, (None, None))[1]
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def around(text: str | None) -> Context:
    """Return what gives the words on both sides of a place in a text, none if the text is not at hand."""
    if text is None:
        return lambda start, end: ("", "")
    return lambda start, end: (text[max(0, start - AROUND) : start], text[end : end + AROUND])
