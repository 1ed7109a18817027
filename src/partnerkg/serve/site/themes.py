"""The themes that questions stand under."""

from __future__ import annotations

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.values import Question

THEMES = (
    ("partnership", N_("Who works with whom"), ("partnership", "comparison", "activity")),
    ("place", N_("Where"), ("place",)),
    ("network", N_("Networks, support, exchange"), ("network", "membership", "support", "exchange")),
    ("programme", N_("Programmes, events and prizes"), ("programme", "event", "prize")),
    ("organization", N_("An organisation, a name"), ("organisation", "name", "identifier")),
    ("evidence", N_("Proofs and pages"), ("evidence", "claim", "source", "provenance")),
    ("graph", N_("The graph itself"), ()),
)


def theme(question: Question) -> str:
    """Return the theme that a question stands under."""
    for name, _, tags in THEMES:
        if any(tag in tags for tag in question.tags):
            return name
    return THEMES[-1][0]
