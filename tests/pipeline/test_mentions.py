"""Pages to mentions, through the command as a person gives it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "# Nos partenaires\n\n- Le Bateau Livre (Lille)\n- Le Bateau Livre (Montauban)\n- Quilombo\n"


def read(*arguments: str, page: bytes = PAGE.encode()) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "partnerkg", "--lang", "en", "read", *arguments]
    return subprocess.run(command, input=page, capture_output=True, check=False)


def test_it_gives_a_program_one_object_a_mention() -> None:
    lines = [json.loads(line) for line in read("-").stdout.splitlines()]
    assert lines[0] == {
        "page": "-",
        "start": 21,
        "end": 44,
        "quote": "Le Bateau Livre (Lille)",
        "name": "Le Bateau Livre",
        "kind": "company",
        "place": "Lille",
        "place_code": "59350",
        "heading": "Nos partenaires",
        "relation": "partner",
        "status": "stated",
        "organization": "https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille",
        "doubt": True,
        "reason": "kind",
    }


def test_it_knows_an_organisation_by_its_name_and_town_only() -> None:
    organizations = [json.loads(line)["organization"] for line in read("-").stdout.splitlines()]
    assert organizations[1:] == [None, None]


def test_it_leaves_out_who_speaks() -> None:
    names = [json.loads(line)["name"] for line in read("-", "--publisher", "quilombo").stdout.splitlines()]
    assert names == ["Le Bateau Livre", "Le Bateau Livre"]


def test_it_says_that_a_page_names_nobody() -> None:
    done = read("-", page="Étalez la pâte.\n".encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"partnerkg: - names no partner.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_reads_what_the_bytes_mean(encoding: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Nos partenaires :\n- Médiathèque de Sées\n- Théâtre d’Angoulême\n".encode(encoding))
    names = [json.loads(line)["name"] for line in read(str(page)).stdout.splitlines()]
    assert names == ["Médiathèque de Sées", "Théâtre d’Angoulême"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"", "- is no page that can be read: it is empty; give HTML, Markdown, plain text or a table."),
        (
            b"\x7fELF\0\0",
            "- is no page that can be read: it is no text; give HTML, Markdown, plain text or a table.",
        ),
    ],
)
def test_it_refuses_what_is_no_page(page: bytes, said: str) -> None:
    done = read("-", page=page)
    assert (done.returncode, done.stderr.decode()) == (2, f"partnerkg: {said}\n")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="nothing here has no end")
def test_it_reads_no_more_than_a_page_can_have() -> None:
    done = read("/dev/zero")
    assert done.returncode == 2
    assert b"/dev/zero is no page that can be read: it has more than 10 MB; give HTML" in done.stderr


def test_it_refuses_an_address_and_an_absent_file() -> None:
    assert b"https://x.example is an address: add --fetch" in read("https://x.example").stderr
    assert read("nowhere.html").stderr == b"partnerkg: No file or folder at nowhere.html; check the path.\n"


def test_one_bad_page_never_stops_the_rest(tmp_path: Path) -> None:
    for name, page in {
        "a.md": PAGE.encode(),
        "b.bin": b"\0\0",
        "c.md": PAGE.encode(),
        ".hidden": b"\0",
    }.items():
        (tmp_path / name).write_bytes(page)
    done = read(str(tmp_path))
    pages = [Path(json.loads(line)["page"]).name for line in done.stdout.splitlines()]
    assert (pages, done.returncode) == (["a.md"] * 3 + ["c.md"] * 3, 1)
    assert "6 mentions in 2 pages" in done.stderr.decode()
    assert "b.bin is no page that can be read" in done.stderr.decode()


def test_many_pages_are_read_in_their_order_by_several_processes(tmp_path: Path) -> None:
    for number in range(30):
        page = f"# Nos partenaires\n\n- Librairie n{number} (Lille)\n"
        (tmp_path / f"{number:02}.md").write_text(page, encoding="utf-8")
    names = [json.loads(line)["name"] for line in read(str(tmp_path)).stdout.splitlines()]
    assert names == [f"Librairie n{number}" for number in range(30)]
