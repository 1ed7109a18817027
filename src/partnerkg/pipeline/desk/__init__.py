"""A reading gone through in a browser: what is shown of it, what each answer does, what is published."""

from __future__ import annotations

from partnerkg.pipeline.desk.sitting import Sitting
from partnerkg.readings.doubts import Doubt

__all__ = ["Doubt", "Sitting"]
