"""Names that nobody read: by a learned model where it is installed, else by their capitals."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from partnerkg.errors import MissingExtra
from partnerkg.extract import learned
from partnerkg.extract.mentions import extract
from partnerkg.extract.missed import missed

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


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the extra be missing."""
    monkeypatch.setattr(learned, "is_there", lambda: False)


def test_it_asks_the_model_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "is_there", lambda: True)
    monkeypatch.setattr(learned, "_model", lambda: seeing("Meura", "Splendid", "Grand Sud"))
    spans = [(mention.start, mention.end) for mention in extract(PAGE)]
    found = missed(PAGE, spans, "Le Splendid")
    assert [(one.words, PAGE[one.start : one.end]) for one in found] == [("Grand Sud", "Grand Sud")]


def test_it_names_the_extra_where_the_model_is_not_installed(bare: None) -> None:
    learned._model.cache_clear()
    with pytest.raises(MissingExtra, match="nlp"):
        learned.names(PAGE)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On passe chez Zoé Zibeline à midi.", ["Zoé Zibeline"]),
        ("Merci de venir. Bravo !", []),
        ("# Nos amis\n- Quilombo y chante\n", []),
        ("Nous allons à Arras.", []),  # a town is no partner
        ("Les Amis du Quai et les Lents", ["Amis du Quai"]),
    ],
)
def test_what_looks_like_a_name_and_was_not_read_is_offered(text, names):
    assert [one.words for one in missed(text, [], "Les Lents")] == names


@pytest.mark.usefixtures("bare")
def test_what_was_read_is_not_offered_again():
    text = "On passe chez Zoé Zibeline à midi."
    assert missed(text, [(14, 26)], "") == []
