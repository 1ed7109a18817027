"""Lines of mentions in, lines with whom each means out."""

from __future__ import annotations

import io
import json
import sys
from tempfile import TemporaryFile
from types import SimpleNamespace

import pytest

from partnerkg.errors import MissingFile, UnreadableFile
from partnerkg.pipeline import resolve as resolving
from partnerkg.pipeline.opened import Opened
from partnerkg.pipeline.resolve import MATCHERS, resolve

LINES = [
    {"name": "Le Bateau-Livre", "place": "Lille", "place_code": "59350", "doubt": False, "reason": "name"},
    {"name": "Le Bateau Livre", "place": "Montauban", "place_code": "82121"},
    {"name": "LE BATEAU LIVRE", "place": "Montauban", "place_code": "82121"},
    {"name": "Le Bateau Livre", "place": None, "place_code": None},
]
BATEAU = "https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille"


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "mentions.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("matcher", MATCHERS)
def test_it_names_one_organisation_the_same_in_each_line(lines, matcher):
    output = resolve(Opened(), [lines], matcher=matcher)
    found = [json.loads(line) for line in output.pieces]
    assert [line["entity"] for line in found] == [BATEAU, "#2", "#2", "#4"]
    assert [line["organization"] for line in found] == [BATEAU, None, None, None]
    assert [line["verdict"] for line in found] == ["same", "new", "same", "unsure"]
    assert found[0].items() >= LINES[0].items()
    assert BATEAU in found[3]["candidates"]
    said = "4 mentions: 2 of what is known or named before, 1 new, 1 in doubt."
    assert [str(note) for note in output.notes] == [said]


def test_several_files_and_standard_input_are_read_as_one(lines, monkeypatch):
    again = io.BytesIO(json.dumps(LINES[1]).encode() + b"\n\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(again))
    found = [json.loads(line) for line in resolve(Opened(), [lines, "-"]).pieces]
    assert [line["entity"] for line in found] == [BATEAU, "#2", "#2", "#4", "#2"]


@pytest.mark.parametrize("line", [b"[" * 100_000, b"\xff", b"[]", b'{"name": 1}', b"nothing"])
def test_a_line_that_is_no_mention_is_said(tmp_path, line):
    path = tmp_path / "mentions.jsonl"
    path.write_bytes(json.dumps(LINES[0]).encode() + b"\n" + line + b"\n")
    with pytest.raises(UnreadableFile, match="line 2 is no mention"):
        resolve(Opened(), [str(path)])


@pytest.mark.parametrize(
    ("project", "known"), [("no/project", []), (None, ["no/project"])], ids=["project", "known"]
)
def test_it_refuses_what_is_no_graph_before_it_reads_a_line(project, known, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)  # whoever reads it fails
    with pytest.raises(MissingFile):
        resolve(Opened(project), ["-"], known)


def test_it_closes_what_it_kept_of_a_standard_input_that_breaks_off(monkeypatch):
    made = []

    def kept(**named):
        made.append(TemporaryFile(**named))  # noqa: SIM115 - whether it is closed is the question
        return made[0]

    class Broken(io.BytesIO):
        def readline(self, most=-1):
            if self.tell():
                raise OSError("gone")
            return super().readline(most)

    monkeypatch.setattr(resolving, "TemporaryFile", kept)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Broken(b"{}\n{}\n")))
    with pytest.raises(OSError, match="gone"):
        resolve(Opened(), ["-"])
    assert made[0].closed


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(MissingFile):
        resolve(Opened(), [str(tmp_path / "none.jsonl")])


@pytest.mark.parametrize("place", ["/dev/zero", "-"])
def test_it_refuses_a_line_that_never_ends(monkeypatch, place):
    with open("/dev/zero", "rb") as endless:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
        with pytest.raises(UnreadableFile, match="a line is longer than"):
            resolve(Opened(), [place])
