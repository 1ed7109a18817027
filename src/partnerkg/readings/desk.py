"""A reading as decisions to be made one after the other; each is written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from partnerkg import files
from partnerkg.files.locks import alone
from partnerkg.model.claim import KEEP, OPEN, REJECT, UNSURE
from partnerkg.model.facts import SUBJECTS
from partnerkg.model.words import phrase, words
from partnerkg.readings.located import content
from partnerkg.readings.pending import DOUBT, REVIEW, RULE, SECTION, VERDICT
from partnerkg.readings.places import Edits, tree
from partnerkg.readings.sheet import keys, start_of

FIELDS = ("name", "class", "town", "territory", "partner", "supports", "members", "member_of", "part_of")
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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision was about, and the text of the reading before and after it."""

    name: str
    before: str
    after: str


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

    def keep(self, *doubts: Doubt) -> None:
        """Keep entries, all in one decision."""
        self._decide(KEEP, doubts)

    def reject(self, doubt: Doubt) -> None:
        """Put an entry aside."""
        self._decide(REJECT, [doubt])

    def unsure(self, doubt: Doubt) -> None:
        """Leave an entry apart: not sure is a decision, too."""
        self._decide(UNSURE, [doubt])

    def correct(self, doubt: Doubt, name: str, value: str) -> None:
        """Write another value of a field; what the words do not say is the reader’s interpretation."""

        def write(edits: Edits, nodes: list[yaml.Node]) -> None:
            node = nodes[doubt.number]
            claim = next((one for one in _claims(node) if name in keys(one)), None)
            edits.value(claim or node, name, value)
            if claim is None and phrase(words(value)) not in phrase(words(doubt.quote)):
                edits.value(node, "status", "interpreted")

        self._write(write, doubt.name)

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

        self._write(write, ", ".join(doubt.name for doubt in doubts))

    def _write(self, change: Change, name: str) -> None:
        with alone(self.root):
            text = content(str(self.path)).decode()
            edits = Edits(text)
            change(edits, self._nodes())
            after = edits.text()
            files.write_atomically(str(self.path), [after.encode()])
        self.done.append(Decision(name, text, after))

    def _nodes(self) -> list[yaml.Node]:
        node = keys(tree(content(str(self.path)).decode())).get(REVIEW, (None, None))[1]
        return list(node.value) if isinstance(node, yaml.SequenceNode) else []


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Edits, list[yaml.Node]], None]


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


def _claims(node: yaml.Node) -> Iterator[yaml.Node]:
    claims = keys(node).get("claims", (None, None))[1]
    yield from claims.value if isinstance(claims, yaml.SequenceNode) else ()


def _said(node: yaml.Node, key: str) -> str:
    value = keys(node).get(key, (None, None))[1]
    if isinstance(value, yaml.SequenceNode):
        return ", ".join(str(one.value) for one in value.value)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""
