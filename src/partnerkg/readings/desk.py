"""A reading as decisions to be made one after the other; each is written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import yaml

from partnerkg import files
from partnerkg.errors import ChangedEntry
from partnerkg.files.locks import alone
from partnerkg.model.claim import KEEP, OPEN, REJECT, UNSURE
from partnerkg.model.facts import SUBJECTS
from partnerkg.model.words import phrase, words
from partnerkg.readings.located import content
from partnerkg.readings.pending import DECISIONS, DOUBT, REVIEW, RULE, SECTION, SECTIONS, VERDICT
from partnerkg.readings.places import Edits, tree
from partnerkg.readings.sheet import keys, start_of

FIELDS = ("name", "class", "town", "territory", "partner", "supports", "members", "member_of", "part_of")
ENTRIES, HEADING = "entries", "heading"
EDITABLE = ("name", "class", "town", "territory")


@dataclass(frozen=True, slots=True)
class Doubt:
    """An entry on the desk: its number in the reading, what it is about, and what is proposed of it."""

    number: int
    kind: str
    slug: str
    section: str
    verdict: str
    doubt: str
    rule: str
    quote: str
    at: int | None
    fields: dict[str, str]

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.fields.get("name", self.slug)

    @property
    def key(self) -> str:
        """Return what it is found by, whatever is decided: its slug and where its words stand."""
        return f"{self.slug}@{self.at}"

    @property
    def mark(self) -> str:
        """Return what changes with anything that is said of it or decided."""
        return sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision was about, and the text of the reading before and after it."""

    name: str
    before: str
    after: str
    verdict: str = OPEN


@dataclass
class Desk:
    """The reading in a file and the decisions of this sitting, the last one first to be taken back."""

    path: Path
    root: str
    done: list[Decision] = field(default_factory=list)

    def all(self) -> list[Doubt]:
        """Return what the reading proposes, in the order of the file."""
        return [_doubt(number, node) for number, node in enumerate(self._nodes())]

    def waiting(self) -> list[Doubt]:
        """Return what is still to be decided."""
        return [one for one in self.all() if one.verdict == OPEN]

    def group(self, doubt: Doubt) -> list[Doubt]:
        """Return what is to be decided of the same rule, section and doubt, without what may be known."""
        same = (doubt.rule, doubt.section, doubt.doubt)
        known = [one for one in self.waiting() if (one.rule, one.section, one.doubt) == same]
        return [one for one in known if one.doubt != "identity"]

    def settled(self) -> list[tuple[int, int, str]]:
        """Return where the page names what is decided for good and in which way."""
        root = keys(tree(content(str(self.path)).decode()))
        entries = [entry for section in _items(root, SECTIONS) for entry in _items(keys(section), ENTRIES)]
        rejected = [one for one in _items(root, DECISIONS) if _said(one, VERDICT) == REJECT]
        pairs = [*((one, KEEP) for one in entries), *((one, REJECT) for one in rejected)]
        return [(*at, verdict) for node, verdict in pairs if (at := _span(node))]

    def headings(self) -> list[int]:
        """Return where the headings of the sections begin."""
        sections = _items(keys(tree(content(str(self.path)).decode())), SECTIONS)
        found = (start_of(keys(one)[HEADING][1]) for one in sections if HEADING in keys(one))
        return [at for at in found if at is not None]

    def keep(self, *doubts: Doubt) -> None:
        """Keep entries, all in one decision."""
        self._decide(KEEP, doubts)

    def keep_corrected(self, doubt: Doubt, fields: Mapping[str, str]) -> None:
        """Keep an entry with other values of some fields, in one decision."""
        changed = {name: value for name, value in fields.items() if value != doubt.fields.get(name, "")}

        def write(edits: Edits, nodes: list[yaml.Node]) -> None:
            for name, value in changed.items():
                _correct(edits, nodes[doubt.number], doubt, name, value)
            edits.value(nodes[doubt.number], VERDICT, KEEP)

        self._write(write, doubt, verdict=KEEP)

    def reject(self, doubt: Doubt) -> None:
        """Put an entry aside."""
        self._decide(REJECT, [doubt])

    def unsure(self, doubt: Doubt) -> None:
        """Leave an entry apart: not sure is a decision, too."""
        self._decide(UNSURE, [doubt])

    def correct(self, doubt: Doubt, name: str, value: str) -> None:
        """Write another value of a field; what the words do not say is the reader’s interpretation."""
        self._write(lambda edits, nodes: _correct(edits, nodes[doubt.number], doubt, name, value), doubt)

    def undo(self) -> str | None:
        """Take back the last decision of this sitting and return what it was about.

        None if there is none, or if somebody changed the reading since.
        """
        with alone(self.root):
            if not self.done or self.done[-1].after != content(str(self.path)).decode():
                return None
            last = self.done.pop()
            files.write_atomically(str(self.path), [last.before.encode()])
        return last.name

    def _decide(self, verdict: str, doubts: list[Doubt] | tuple[Doubt, ...]) -> None:
        def write(edits: Edits, nodes: list[yaml.Node]) -> None:
            for doubt in doubts:
                edits.value(nodes[doubt.number], VERDICT, verdict)

        self._write(write, *doubts, verdict=verdict)

    def _write(self, change: Change, *doubts: Doubt, verdict: str = OPEN) -> None:
        """Change entries that are as they were seen; ChangedEntry if one is not, and nothing is written."""
        with alone(self.root):
            text = content(str(self.path)).decode()
            nodes = self._nodes()
            for doubt in doubts:
                if doubt.number >= len(nodes) or _doubt(doubt.number, nodes[doubt.number]) != doubt:
                    raise ChangedEntry(name=doubt.name)
            edits = Edits(text)
            change(edits, nodes)
            after = edits.text()
            files.write_atomically(str(self.path), [after.encode()])
        self.done.append(Decision(", ".join(doubt.name for doubt in doubts), text, after, verdict))

    def _nodes(self) -> list[yaml.Node]:
        return _items(keys(tree(content(str(self.path)).decode())), REVIEW)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Edits, list[yaml.Node]], None]


def _correct(edits: Edits, node: yaml.Node, doubt: Doubt, name: str, value: str) -> None:
    """Write a value where it is said; what the words do not say is the reader’s interpretation."""
    claim = next((one for one in _claims(node) if name in keys(one)), None)
    edits.value(claim or node, name, value)
    if claim is None and phrase(words(value)) not in phrase(words(doubt.quote)):
        edits.value(node, "status", "interpreted")


def _doubt(number: int, node: yaml.Node) -> Doubt:
    kind = next((kind for kind in SUBJECTS if kind in keys(node)), SUBJECTS[0])
    said = {key: _said(node, key) for key in (kind, SECTION, VERDICT, DOUBT, RULE, "quote")}
    fields = {
        key: value for source in (node, *_claims(node)) for key in FIELDS if (value := _said(source, key))
    }
    return Doubt(
        number,
        kind,
        said[kind],
        said[SECTION],
        said[VERDICT] or OPEN,
        said[DOUBT],
        said[RULE],
        said["quote"],
        start_of(node),
        fields,
    )


def _claims(node: yaml.Node) -> list[yaml.Node]:
    return _items(keys(node), "claims")


def _items(known: Mapping[str, tuple[yaml.Node, yaml.Node]], key: str) -> list[yaml.Node]:
    node = known.get(key, (None, None))[1]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _span(node: yaml.Node) -> tuple[int, int] | None:
    at = [one.value for one in _items(keys(node), "at")]
    return (int(at[0]), int(at[1])) if len(at) == 2 and all(one.isdigit() for one in at) else None


def _said(node: yaml.Node, key: str) -> str:
    value = keys(node).get(key, (None, None))[1]
    if isinstance(value, yaml.SequenceNode):
        return ", ".join(str(one.value) for one in value.value)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""
