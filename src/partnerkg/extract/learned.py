"""Names that a learned model sees where the rules read none (extra `nlp`): perhaps missed, never read.

spaCy with its French model of middle size finds fewer partners than the rules, and other ones: so it says
only where to look once more.
"""

from __future__ import annotations

from functools import cache

from partnerkg.errors import MissingExtra
from partnerkg.extract import text
from partnerkg.model.mention import Mention

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MODEL, RULE = "fr_core_news_md", "model"
_LABELS = ("ORG", "MISC")
_LINES = 2_000  # lines looked at


def is_there() -> bool:
    """Return whether the extra is installed; nothing is imported."""
    from importlib.util import find_spec

    return find_spec("spacy") is not None and find_spec(MODEL) is not None


@cache
def _model() -> Callable[[str], Any]:
    """Return the model without what names do not need; MissingExtra if it is not installed."""
    if not is_there():
        raise MissingExtra(name="nlp")
    from importlib import import_module

    loaded: Callable[[str], Any] = import_module("spacy").load(
        MODEL, exclude=["parser", "lemmatizer", "attribute_ruler", "morphologizer"]
    )
    return loaded


def names(page: str) -> list[Mention]:
    """Return what the model takes for names of organisations, line by line of the page as it is seen."""
    found: list[Mention] = []
    for line in text.read(page).lines[:_LINES]:
        for entity in _model()(line.text).ents:
            if entity.label_ in _LABELS:
                start, end = line.span(entity.start_char, entity.end_char)
                found.append(Mention(start, end, page[start:end], entity.text, rule=RULE))
    return found
