"""Which organisations two datasets have: added, removed, merged into others, renamed, described otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from partnerkg.model.name import plain
from partnerkg.rdf.statements import is_blank
from partnerkg.release import records, side, vocabulary
from partnerkg.release.side import Organization, Side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.rdf.statements import Graphs


@dataclass(frozen=True)
class Changed:
    """An organisation of both datasets, of whose record something is said otherwise.

    `aspects` are the parts of the record that changed, but for the name it goes by: `vocabulary.ASPECTS`.
    """

    before: Organization
    after: Organization
    aspects: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """Return what it is called in both."""
        return self.after.iri


@dataclass(frozen=True)
class Merged:
    """An organisation that is deprecated now, or replaced by others; `into` may be empty."""

    organization: Organization
    into: tuple[Organization, ...]


@dataclass(frozen=True, repr=False)
class Organizations:
    """How many organisations there were and are, and what became of them: each once; all sorted by IRI.

    What is withdrawn is not counted, so `after` is `before`, what was added, less what was removed and
    merged. `renamed` go by another name, whatever else changed; of the `altered` only something else did.
    """

    before: int
    after: int
    added: tuple[Organization, ...]
    removed: tuple[Organization, ...]
    merged: tuple[Merged, ...]
    renamed: tuple[Changed, ...]
    altered: tuple[Changed, ...]

    def __repr__(self) -> str:
        return f"<Organizations: {self.before} before, {self.after} after>"

    @cached_property
    def namesakes(self) -> Mapping[str, Organization]:
        """Return, by the IRI of what was added, what was removed that had the same name, spelt alike."""
        gone = {_spelt(name): one for one in reversed(self.removed) for _, name in one.names}
        found = (
            (one.iri, gone[_spelt(name)])
            for one in self.added
            for _, name in one.names
            if _spelt(name) in gone
        )
        return dict(found)


def compare(old: Graphs, new: Graphs, ontology: Iterable[str], changed: Iterable[str]) -> Organizations:
    """Return what became of the organisations.

    `ontology` are lines "subject predicate object" that say what is a class of organisations where the
    datasets do not; `changed` are the lines that only one of them has.
    """
    before, after = side.read(old), side.read(new)
    classes = side.classes((before.above, after.above, side.above(ontology)))
    known = before.members(classes), after.members(classes)
    had = {token for token in known[0] if not before.is_withdrawn(token)}
    has = {token for token in known[1] if not after.is_withdrawn(token)}
    merged = {token for token in had - has if after.is_withdrawn(token)}
    found = records.altered(changed, known[0] | known[1], (old, new))
    kept = [_changed(token, found[token], before, after) for token in sorted(had & has & found.keys())]
    return Organizations(
        len(had),
        len(has),
        tuple(after.organization(token) for token in sorted(has - had)),
        tuple(before.organization(token) for token in sorted(had - has - merged)),
        tuple(_merged(token, before, after) for token in sorted(merged)),
        tuple(one for one in kept if one.before.names != one.after.names),
        tuple(one for one in kept if one.before.names == one.after.names),
    )


def _spelt(name: str) -> str:
    return " ".join(plain(name).split())


def _changed(token: str, aspects: set[str], before: Side, after: Side) -> Changed:
    was, now = before.organization(token), after.organization(token)
    if vocabulary.NAME in aspects and was.names == now.names:
        aspects = aspects | {vocabulary.OTHER_NAMES}
    return Changed(was, now, tuple(one for one in vocabulary.ASPECTS if one in aspects))


def _merged(token: str, before: Side, after: Side) -> Merged:
    into = sorted(thing for thing in after.replaced.get(token, ()) if thing[0] == "<" or is_blank(thing))
    return Merged(before.organization(token), tuple(after.organization(thing) for thing in into))
