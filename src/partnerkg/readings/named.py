"""The classes and concepts of a reading by what people call them: `librairie` is the class Bookshop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Claim, Count, Fact, Listed, Partnership, Reading
from partnerkg.model.facts import FACTS


def named(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """Return the reading with slugs in the place of labels, in French or English; what is unknown stays."""
    return replace(
        reading,
        claims=_claims(reading.claims, vocabulary),
        pending=tuple(replace(entry, claims=_claims(entry.claims, vocabulary)) for entry in reading.pending),
    )


def _claims(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    return tuple(_claim(claim, vocabulary) for claim in claims)


def _claim(claim: Claim, vocabulary: Vocabulary) -> Claim:
    return replace(claim, facts=tuple(_fact(fact, vocabulary) for fact in claim.facts))


def _fact(fact: Fact, vocabulary: Vocabulary) -> Fact:
    kind, _, scheme = FACTS[fact.name].value.partition(":")
    value = fact.value

    def called(scheme: str, name: str | None) -> str | None:
        return name and (vocabulary.called_so(scheme, name) or name)

    if kind in ("class", "concept"):
        return replace(fact, value=called(scheme or kind, str(value)))
    if isinstance(value, Count):
        return replace(fact, value=replace(value, counted=called("kind", value.counted) or ""))
    if isinstance(value, Listed):
        completeness, category = (
            called("list-completeness", value.completeness),
            called("category", value.category),
        )
        return replace(fact, value=replace(value, completeness=completeness, category=category))
    if isinstance(value, Partnership):
        return replace(
            fact,
            value=replace(
                value,
                category=called("category", value.category),
                direction=called("direction", value.direction),
                activities=tuple(called("activity", name) or name for name in value.activities),
            ),
        )
    return fact
