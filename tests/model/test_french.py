"""Words and the names behind them, as French writes them together."""

from __future__ import annotations

import pytest

from partnerkg.model.french import before, filled


@pytest.mark.parametrize(
    ("words", "name", "written"),
    [
        ("de", "Arras", "d’Arras"),
        ("de", "Étaples", "d’Étaples"),
        ("de", "Œuilly", "d’Œuilly"),
        ("de", "Hénin-Beaumont", "d’Hénin-Beaumont"),
        ("de", "Haubourdin", "de Haubourdin"),
        ("de", "Ypres", "d’Ypres"),
        ("de", "Lens", "de Lens"),
        ("de", "Le Mans", "du Mans"),
        ("de", "Les Mureaux", "des Mureaux"),
        ("de", "La Rochelle", "de La Rochelle"),
        ("de", "L’Isle-Adam", "de L’Isle-Adam"),
        ("de", "Lesquin", "de Lesquin"),
        ("de", "11e", "de 11e"),
        ("de", "onze mille", "de onze mille"),
        ("de", "`a`", "de `a`"),
        ("à", "Le Portel", "au Portel"),
        ("à", "Les Lilas", "aux Lilas"),
        ("à", "Arras", "à Arras"),
        ("Que", "Arras", "Qu’Arras"),
        ("mode", "Arras", "mode Arras"),
        ("", "Arras", " Arras"),
    ],
)
def test_words_and_a_name_are_written_together(words, name, written):
    assert before(words, name) == written


def test_each_hole_of_a_sentence_is_filled_with_the_words_before_it():
    template = "à moins de {within} km de {place}, {publisher} parle-t-il de {place} ?"
    values = {"within": "20", "place": "Auchel", "publisher": "Le Réseau"}
    assert filled(template, values) == "à moins de 20 km d’Auchel, Le Réseau parle-t-il d’Auchel ?"
