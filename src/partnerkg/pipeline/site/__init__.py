"""What the pages show, gathered from the graph once a release: all of it in memory, nothing of it HTML."""

from __future__ import annotations

from partnerkg.pipeline.site.whole import Whole, gathered

__all__ = ["Whole", "gathered"]
