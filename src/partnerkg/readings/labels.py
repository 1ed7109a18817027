"""Labels that the reader made up: they stand in claims of their own, for no page says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from partnerkg.model.claim import DESCRIPTIVE, WITHOUT_PASSAGE, Claim, Fact
from partnerkg.readings.quoted import Quoted

OURS = ("descriptive", "unnamed-in-source")
LABELS = ("name", "name_en")


def split(claim: Claim) -> Iterator[Claim]:
    """Yield a claim without the labels that describe its thing in no words of the page, then these.

    Only where `name_status` says that a label is a description: another name must stand in the words.
    """
    ours = any(fact.name == "name_status" and fact.value in OURS for fact in claim.facts)
    made = [fact for fact in claim.facts if ours and claim.evidence and _made(fact, claim)]
    if claim.status in WITHOUT_PASSAGE or not made:
        yield claim
        return
    if any(fact.name == "name" for fact in made):
        made += [fact for fact in claim.facts if fact.name == "name_status"]
    kept = tuple(fact for fact in claim.facts if fact not in made)
    if kept:
        yield replace(claim, facts=kept)
    yield replace(claim, slug=f"{claim.slug}-label", status=DESCRIPTIVE, facts=tuple(made))


def _made(fact: Fact, claim: Claim) -> bool:
    return fact.name in LABELS and not all(Quoted(e).name(str(fact.value)) for e in claim.evidence)
