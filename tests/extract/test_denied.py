"""Sentences that say of somebody that it is no partner."""

from __future__ import annotations

import pytest

from partnerkg.extract.mentions import extract

PAGE = "# Nos partenaires\n\nAvec le soutien de la Ville de Lens.\n\n{sentence}\n"


def named(sentence: str) -> set[str]:
    return {mention.name for mention in extract(PAGE.format(sentence=sentence))} - {"Ville de Lens"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Depuis 2020, nous ne travaillons plus avec la médiathèque de Loos.",
        "La librairie Meura n’est plus partenaire.",
        "Nous cherchons un partenaire comme la librairie Meura.",
        "Contrairement à l’association Lecture Pour Tous, nous sommes indépendants.",
        "We no longer work in partnership with Leeds Book Club.",
        "Nous n’avons jamais travaillé avec la Fondation Orme.",
    ],
)
def test_who_is_denied_is_not_read(sentence: str) -> None:
    assert named(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Rien n’aurait pas été possible sans le soutien de la Fondation Orme.", "Fondation Orme"),
        ("Nous ne travaillons pas seulement avec la médiathèque de Loos.", "médiathèque de Loos"),
        ("This would not be possible without the support of the Orme Foundation.", "Orme Foundation"),
        ("Nous ne comptons plus nos amis. Avec le soutien de la Fondation Orme.", "Fondation Orme"),
        ("En partenariat avec la médiathèque de Loos, qui n’est plus à présenter.", "médiathèque de Loos"),
    ],
)
def test_who_is_not_denied_is_read(sentence: str, name: str) -> None:
    assert name in named(sentence)
