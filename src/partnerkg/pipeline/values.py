"""What the functions of this room give and take from lower rooms, by name, for `cli` and `serve`."""

from __future__ import annotations

from partnerkg.model.name import fold
from partnerkg.places.simplified import simplified
from partnerkg.query.catalogue import Question
from partnerkg.query.choices import Offer
from partnerkg.query.results import Solutions
from partnerkg.query.types.base import Parameter

__all__ = ["Offer", "Parameter", "Question", "Solutions", "fold", "simplified"]
