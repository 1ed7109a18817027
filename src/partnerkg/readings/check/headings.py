"""Headings that name several kinds at once, and so say of no single item of which it is."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.words import stems


def kinds(heading: str, vocabulary: Vocabulary) -> dict[str, NamedNode]:
    """Return the kinds that a heading names, by the label that stands in it.

    A label inside a longer one counts with it: “librairies indépendantes” names one kind.
    """
    return _kinds(stems(heading), vocabulary)


@lru_cache(maxsize=256)
def _kinds(said: str, vocabulary: Vocabulary) -> dict[str, NamedNode]:
    named = {
        label: concept
        for concept in vocabulary.concepts.get("kind", {}).values()
        for label in vocabulary.called.get(concept, ())
        if stems(label) and stems(label) in said
    }
    return {
        label: concept
        for label, concept in named.items()
        if not any(stems(label) in stems(other) for other in named if len(stems(other)) > len(stems(label)))
    }


def leave_open(heading: str, concept: NamedNode, vocabulary: Vocabulary) -> list[str]:
    """Return the kinds, by label, among which a heading leaves it open whether a thing is of this one.

    None if it names one kind, or if this is the wider one that covers all that it names.
    """
    named = kinds(heading, vocabulary)
    several = len(set(named.values())) > 1
    covered = all(vocabulary.covers(concept, kind) for kind in named.values())
    return sorted(named) if several and not covered else []
