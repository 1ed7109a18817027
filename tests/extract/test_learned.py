"""What a learned model sees that the rules did not read; the model itself is not needed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from partnerkg.errors import MissingExtra
from partnerkg.extract import learned
from partnerkg.extract.mentions import extract

PAGE = "# Nos partenaires\n\n- Librairie Meura\n\nUne soirée au Splendid, puis au Grand Sud.\n"


def seeing(*names: str) -> object:
    """Return a model that takes these for organisations, wherever they stand in a line."""

    def model(line: str) -> SimpleNamespace:
        found = [(name, line.find(name)) for name in names if name in line]
        entities = [
            SimpleNamespace(text=name, label_="ORG", start_char=at, end_char=at + len(name))
            for name, at in found
        ]
        return SimpleNamespace(ents=entities)

    return model


def test_it_proposes_what_touches_no_name_that_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "_model", lambda: seeing("Meura", "Splendid", "Grand Sud"))
    missed = learned.missed(PAGE, extract(PAGE))
    assert [(mention.quote, PAGE[mention.start : mention.end]) for mention in missed] == [
        ("Splendid", "Splendid"),
        ("Grand Sud", "Grand Sud"),
    ]


def test_it_names_the_extra_where_the_model_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "is_there", lambda: False)
    learned._model.cache_clear()
    with pytest.raises(MissingExtra, match="nlp"):
        learned.names(PAGE)
