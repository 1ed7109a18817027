"""A captured page line by line, its mentions marked."""

from __future__ import annotations

from types import SimpleNamespace

from partnerkg.pipeline.desk.page import Piece, around, lines

TEXT = "Nos amis\nLa Plume (Arras), Le Vélin.\nLa Plume encore.\n"


def doubt(words: str, verdict: str = "open", at: int | None = None) -> SimpleNamespace:
    place = TEXT.index(words) if at is None else at
    return SimpleNamespace(key=words, quote=words, at=place, verdict=verdict)


def desk(*doubts: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(
        all=lambda: list(doubts), settled=lambda: [(37, 45, "keep")], headings=lambda: {"a": (0, 8)}
    )


def test_each_mention_has_its_state_and_number_and_each_word_is_there_once():
    doubts = [doubt("La Plume (Arras)"), doubt("Le Vélin", "reject")]
    found = lines(TEXT, desk(*doubts), doubts, ["La Plume (Arras)"])
    assert [line.heading for line in found] == [True, False, False]
    assert found[1].pieces == (
        Piece("La Plume (Arras)", "now", 1, first=True),
        Piece(", "),
        Piece("Le Vélin", "no", 2),
        Piece("."),
    )
    assert found[2].pieces[0] == Piece("La Plume", "ok")
    assert "".join(piece.words for line in found for piece in line.pieces) == TEXT.replace("\n", "")


def test_of_two_mentions_over_each_other_the_one_looked_at_is_marked_else_the_shorter():
    doubts = [doubt("La Plume (Arras)"), doubt("Plume")]
    for now, wanted in (("La Plume (Arras)", "La Plume (Arras)"), ("Plume", "Plume"), ("", "Plume")):
        marked = [one.words for one in lines(TEXT, desk(*doubts), doubts, [now])[1].pieces if one.state]
        assert marked == [wanted]


def test_words_that_stand_nowhere_in_the_text_are_shown_alone():
    assert around(TEXT, doubt("Autre chose", at=3)) == ("", "Autre chose", "")
    assert around(TEXT, doubt("Le Vélin")) == ("La Plume (Arras), ", "Le Vélin", ".")
