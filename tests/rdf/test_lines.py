"""Large files of lines, read as they are used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyoxigraph import RdfFormat

from partnerkg.errors import BrokenFile
from partnerkg.rdf import files, lines

LINE = '<http://a/s> <http://a/p> "%s" .\n'


def read(folder: Path, data: bytes) -> list[str]:
    path = folder / "x.nq"
    path.write_bytes(data)
    return [getattr(quad.object, "value", "") for quad in lines.quads(str(path), RdfFormat.N_QUADS)]


def fault(folder: Path, data: bytes) -> str:
    with pytest.raises(BrokenFile) as caught:
        read(folder, data)
    return str(caught.value).removeprefix(f"{folder}/")


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=some.lists(some.text(some.characters(blacklist_characters='"\\\r\n', blacklist_categories=("Cs",))))
)
def test_it_reads_what_the_whole_file_says(tmp_path: Path, texts: list[str]) -> None:
    assert read(tmp_path, "".join(LINE % text for text in texts).encode()) == texts


def test_it_overlooks_a_byte_order_mark(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + (LINE % "x").encode()) == ["x"]


def test_it_gives_a_blank_node_one_new_label_over_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.nt"
    path.write_text(
        "_:b <http://a/p> <http://a/o> .\n" + LINE % ("x" * 5_000_000) + "_:b <http://a/p> <http://a/q> .\n"
    )
    first, _, last = lines.quads(str(path), RdfFormat.N_TRIPLES)
    assert first.subject == last.subject != next(lines.quads(str(path), RdfFormat.N_TRIPLES)).subject


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            (LINE % "x").encode() * 70_000 + b'<http://a/s> <http://a/p> "\xe9" .\n',
            "x.nq, line 70001: the byte 0xe9",
        ),
        ((LINE % "x").encode() * 70_000 + b"nonsense\n", "x.nq, line 70001: "),
        (b"<http://a/s> <http://a/p> " + b"<<( <a:s> <a:p> " * 300, "x.nq, line 1: more than 200 brackets"),
        (b'<http://a/s> <http://a/p> "' + b"x" * (1 << 25), "x.nq, line 1: a line is longer than"),
    ],
)
def test_it_names_the_line_of_a_fault(tmp_path: Path, data: bytes, said: str) -> None:
    assert fault(tmp_path, data).startswith(said)


def test_large_files_are_read_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.nt"
    path.write_text(LINE % "é" * 10, encoding="utf-8")
    whole = [str(quad) for quad in files.parse(str(path))]
    monkeypatch.setattr(files, "LARGE", 1)
    assert [str(quad) for quad in files.parse(str(path))] == whole
