"""Remarks of the reader about what was seen elsewhere: no page says them, so they are claims of their own."""

from __future__ import annotations

from dataclasses import replace

from partnerkg.model.claim import CURATED, EXTERNAL, Claim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

REMARKS = ("note", "identity_candidate")


def split(claim: Claim) -> Iterator[Claim]:
    """Yield a claim about an outside page without the remarks of the reader, then these."""
    remarks = tuple(fact for fact in claim.facts if fact.name in REMARKS)
    if claim.status != EXTERNAL or not remarks:
        yield claim
        return
    seen = tuple(fact for fact in claim.facts if fact not in remarks)
    if seen:
        yield replace(claim, facts=seen)
    yield replace(claim, slug=f"{claim.slug}-remark" if seen else claim.slug, status=CURATED, facts=remarks)
