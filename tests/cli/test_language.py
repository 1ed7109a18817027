"""Which language is spoken, and the catalogue of sentences."""

from __future__ import annotations

import io
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.french import misprinted

import partnerkg
from partnerkg.cli.language import chosen
from partnerkg.errors import Message, Suggestion
from partnerkg.translation import translations

SOURCE = Path(partnerkg.__file__).parent
ROOT = Path(__file__).parents[2]
MESSAGES = SOURCE / "locale" / "fr" / "LC_MESSAGES"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--lang", "fr"], {}, "fr"),
        (["query", "--lang=fr"], {"LC_ALL": "en_GB"}, "fr"),
        ([], {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB"}, "fr"),
        ([], {"LC_MESSAGES": "en_US", "LANG": "fr_FR"}, "en"),
        ([], {"LANG": "fr"}, "fr"),
        ([], {"LC_ALL": "", "LANG": "fr_BE"}, "fr"),
        ([], {"LC_ALL": "C", "LANG": "fr_FR"}, "en"),
        (["--lang", "de"], {"LANG": "fr"}, "fr"),
        (["--lang"], {}, "en"),
        ([], {}, "en"),
    ],
)
def test_it_speaks_the_language_asked_for_else_that_of_the_locale(arguments, environment, language):
    assert chosen(arguments, environment) == language


@pytest.fixture(scope="module")
def catalogue():
    with (MESSAGES / "partnerkg.po").open("rb") as file:
        return read_po(file, locale="fr")


def test_every_sentence_of_the_code_is_translated(catalogue, tmp_path):
    template = tmp_path / "partnerkg.pot"
    keywords = [part for keyword in ("N_", "Message", "rich") for part in ("-k", keyword)]
    extract = [
        "-q",
        "extract",
        "-F",
        str(ROOT / "pyproject.toml"),
        *keywords,
        "-o",
        str(template),
        str(SOURCE),
    ]
    subprocess.run([Path(sys.executable).parent / "pybabel", *extract], check=True)
    with template.open("rb") as file:
        sentences = [message.id for message in read_po(file) if message.id]
    known = {message.id: message for message in catalogue if message.id}
    assert len(sentences) > 100
    assert [sentence for sentence in sentences if sentence not in known] == []
    assert [message.id for message in known.values() if message.fuzzy or not all(_strings(message))] == []


def _strings(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_every_translation_has_the_holes_of_its_sentence(catalogue):
    for message in catalogue:
        sentences = message.id if isinstance(message.id, tuple) else (message.id,)
        if any("{" in str(sentence) for sentence in sentences):
            wanted = {hole for sentence in sentences for hole in _holes(sentence)}
            assert all(_holes(said) == wanted for said in _strings(message)), sentences


def _holes(sentence):
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_translation_has_the_spaces_of_french_print(catalogue):
    said = [string for message in catalogue if message.id for string in _strings(message)]
    assert [string for string in said if misprinted(string)] == []


def test_the_compiled_catalogue_is_that_of_the_text(catalogue):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    with (MESSAGES / "partnerkg.mo").open("rb") as file:
        assert _said(file) == _said(compiled)


def _said(file):
    """Return the translations of a compiled catalogue, without its header, which names the compiler."""
    return {key: text for key, text in GNUTranslations(file)._catalog.items() if key}


def test_it_speaks_english_without_a_catalogue():
    translate, plural = translations("en")
    assert translate("yes") == "yes"
    assert [plural("one", "many", number) for number in (1, 2)] == ["one", "many"]


def test_it_speaks_french():
    translate, plural = translations("fr")
    assert translate("yes") == "oui"
    assert plural("expected %s argument", "expected %s arguments", 2) == "%s valeurs sont attendues"


def test_a_sentence_keeps_the_spaces_of_french_and_stands_on_one_line():
    said = Message("«\u202f{name}\u202f»\u00a0:\n  {reason}", name="a\nb", reason="c  d")
    assert said.text() == "«\u202fa b\u202f»\u00a0: c d"


def test_a_sentence_is_whole_where_nothing_fills_its_hole():
    end = Message("`{name}` is unknown; {near}", name="zzz", near=Suggestion("zzz", ["abc"]))
    assert end.text() == "`zzz` is unknown."
    middle = Message(
        "No `{name}`\u202f; {near} There are: {known}.", name="z", near=Message(""), known="a; B"
    )
    assert middle.text() == "No `z`. There are: a; B."
    assert Message("{a}; {b}", a="x;", b="There").text() == "x;; There"
