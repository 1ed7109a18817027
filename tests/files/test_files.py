"""Files in with honest errors, files out in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnerkg.errors import (
    BrokenFile,
    MissingFile,
    UnknownFormat,
    UnreadableFile,
    UnwritablePath,
)
from partnerkg.files.writing import write_atomically
from partnerkg.rdf.read import parse

RDFXML = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a/">%s</r:RDF>'
SAME = {
    "x.ttl": "<a:s> <http://a/p> 1 .",
    "x.trig": "{ <a:s> <http://a/p> 1 }",
    "x.nt": '<a:s> <http://a/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    "x.nq": '<a:s> <http://a/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    "x.jsonld": '{"@id": "a:s", "http://a/p": 1}',
    "X.RDF": RDFXML
    % '<r:Description r:about="a:s"><a:p r:datatype="http://www.w3.org/2001/XMLSchema#integer">1</a:p></r:Description>',
}


def file(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def fault(folder: Path, name: str, text: str | bytes) -> str:
    with pytest.raises(BrokenFile) as caught:
        list(parse(file(folder, name, text)))
    return str(caught.value).removeprefix(f"{folder}{os.sep}")


@pytest.mark.parametrize("name", SAME)
def test_it_reads_every_format_by_the_ending(tmp_path: Path, name: str) -> None:
    [quad] = parse(file(tmp_path, name, SAME[name]))
    assert str(quad.triple) == str(next(parse(file(tmp_path, "y.ttl", SAME["x.ttl"]))).triple)


def test_it_resolves_relative_iris_against_the_base(tmp_path: Path) -> None:
    [quad] = parse(file(tmp_path, "x.ttl", "<s> <p> <> ."), "http://a/b/")
    assert str(quad) == "<http://a/b/s> <http://a/b/p> <http://a/b/>"


def test_it_keeps_the_blank_nodes_of_two_files_apart(tmp_path: Path) -> None:
    path = file(tmp_path, "x.nt", "_:b0 <a:p> <a:o> .")
    assert next(parse(path)).subject != next(parse(path)).subject


def test_it_reads_past_a_byte_order_mark(tmp_path: Path) -> None:
    assert len(list(parse(file(tmp_path, "x.ttl", b"\xef\xbb\xbf<a:s> <a:p> <a:o> .")))) == 1


def test_it_finds_nothing_in_an_empty_file(tmp_path: Path) -> None:
    assert list(parse(file(tmp_path, "x.ttl", ""))) == []


def test_it_names_a_missing_file_at_once(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"none\.ttl"):
        parse(str(tmp_path / "none.ttl"))


def test_it_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(UnreadableFile, match="directory"):
        parse(str(tmp_path / "folder.ttl"))


@pytest.mark.parametrize("name", ["x.csv", "x", ".ttl"])
def test_it_refuses_an_unknown_ending(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"choose one of: \.ttl"):
        parse(file(tmp_path, name, ""))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("x.ttl", "<a:s> <a:p> <a:o> .\n\n<a:s> <a:p> .\n", 3),
        ("x.trig", "<a:g> {\n<a:s> <a:p> <a:o> .\n", 3),
        ("x.nt", "<a:s> <a:p> <a:o> .\nno\n", 2),
        ("x.nq", "<a:s> <a:p> <a:o> <a:g> <a:x> .", 1),
        ("x.jsonld", '{\n"a":\n', 3),
        ("x.rdf", "<a>\n<b></a>", 2),
        ("x.ttl", "<a:s> <a:p> <a:o o> .", 1),
        ("x.ttl", b"<a:s> <a:p>\n'\xe9' .", 2),
        ("x.ttl", b"\x89PNG\r\n\x1a\n\x00", 1),
    ],
)
def test_it_names_the_line_of_a_fault(tmp_path: Path, name: str, text: str | bytes, line: int) -> None:
    assert fault(tmp_path, name, text).startswith(f"{name}, line {line}: ")
    assert "\n" not in fault(tmp_path, name, text)


def test_it_gives_what_stands_before_a_fault(tmp_path: Path) -> None:
    found = parse(file(tmp_path, "x.nt", "<a:s> <a:p> <a:o> .\nno\n"))
    assert str(next(found)) == "<a:s> <a:p> <a:o>"


def test_it_fetches_no_remote_context(tmp_path: Path) -> None:
    assert "never fetched" in fault(tmp_path, "x.jsonld", '{"@context": "http://a.example/"}')


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.ttl", "<a:s> <a:p>\n" + "(" * 201 + ")" * 201 + " ."),
        ("x.ttl", "<a:s> <a:p>\n" + "[ <a:p> " * 201 + "]" * 201 + " ."),
        ("x.nt", "\n<a:s> <a:p> " + "<<( <a:s> <a:p> " * 101 + "1" + " )>>" * 101 + " ."),
        ("x.jsonld", "\n" + '{"a":' * 201 + "1" + "}" * 201),
        ("x.rdf", RDFXML % ("\n" + "<r:Description><a:p>" * 101 + "</a:p></r:Description>" * 101)),
    ],
)
def test_it_refuses_to_go_too_deep(tmp_path: Path, name: str, text: str) -> None:
    assert fault(tmp_path, name, text).startswith(f"{name}, line 2: more than 200")


def test_it_counts_no_brackets_in_texts_and_comments(tmp_path: Path) -> None:
    many = "([{" * 300
    path = file(tmp_path, "x.ttl", f"<a:s> <a:p> \"{many}\" , '''\"\n{many}''' . # {many}\n")
    assert len(list(parse(path))) == 2


def test_it_reads_as_deep_as_people_write(tmp_path: Path) -> None:
    assert (
        len(list(parse(file(tmp_path, "x.ttl", "<a:s> <a:p> " + "[ <a:p> " * 150 + "1" + "]" * 150 + "."))))
        == 151
    )


@pytest.mark.parametrize("value", ["&a;" * 10_001, "a" * 10_001])
def test_it_refuses_entities_that_grow(tmp_path: Path, value: str) -> None:
    text = f'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY e "{value}">]>' + RDFXML % ""
    assert "the entity `e`" in fault(tmp_path, "x.rdf", text)


def test_it_opens_no_file_that_an_entity_names(tmp_path: Path) -> None:
    text = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + RDFXML % "&e;"
    assert "the entity `e`" in fault(tmp_path, "x.rdf", text)


def test_it_writes_the_chunks_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "x"), (b"a" * 70_000, b"b"))
    assert (tmp_path / "x").read_bytes() == b"a" * 70_000 + b"b"
    assert os.listdir(tmp_path) == ["x"]


def test_it_lets_the_umask_decide_about_a_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(str(tmp_path / "x"), [b"a"])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_it_keeps_the_permissions_of_an_old_file(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    (tmp_path / "x").chmod(0o600)
    write_atomically(str(tmp_path / "x"), [b"a"])
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_it_writes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "x")
    write_atomically(str(tmp_path / "link"), [b"a"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_bytes() == b"a"


def test_it_leaves_a_device_a_device() -> None:
    write_atomically(os.devnull, [b"a"])
    assert not os.path.isfile(os.devnull)


def broken() -> Iterator[bytes]:
    yield b"half" * 50_000
    raise ZeroDivisionError


def test_it_leaves_the_old_file_when_the_chunks_fail(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_atomically(str(tmp_path / "x"), broken())
    assert (tmp_path / "x").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x"]


def test_it_keeps_the_chunks_own_errors(tmp_path: Path) -> None:
    def unreadable() -> Iterator[bytes]:
        yield b"a"
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        write_atomically(str(tmp_path / "x"), unreadable())
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("place", ["folder", "none/x", "file/x"])
def test_it_says_where_nothing_can_be_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UnwritablePath, match="cannot be written: "):
        write_atomically(str(tmp_path / place), [b"a"])
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_it_says_that_a_folder_is_closed(closed: Path) -> None:
    with pytest.raises(UnwritablePath, match="denied"):
        write_atomically(str(closed / "x"), [b"a"])


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only where there is a device that is full")
def test_it_says_that_the_disk_is_full() -> None:
    with pytest.raises(UnwritablePath, match="No space"):
        write_atomically("/dev/full", [b"a"])
