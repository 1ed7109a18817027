"""Many pages read into a project at once: one bad page stops nobody, what one names is known to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from partnerkg.errors import KnownReading, MissingFile
from partnerkg.pipeline import drafts, init
from partnerkg.pipeline import pages as of_pages
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.pipeline.output import Output

AUDIENCE = Audience("en")
PAGE = (
    "# Nos librairies partenaires\n\n- La Plume d’oie ({town})\n- Le Zibeline n° {number} (Lens)\n- {odd}\n"
)
COUNT = 10


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of ten pages and one that is none."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(COUNT):
        odd = "Quimper-Lectures" if number in (3, 7) else f"Librairie du numéro {number} (Lille)"
        text = PAGE.format(town="Arras" if number % 2 else "Béthune", number=number, odd=odd)
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
    (folder / "bad.md").write_bytes(bytes(range(256)) * 4)
    (folder / "other").mkdir()
    (folder / "other" / "page-0.md").write_text(
        PAGE.format(town="Douai", number=0, odd="Rien"), encoding="utf-8"
    )
    return folder


def read(project: str, *paths: str) -> Output:
    return drafts.read(KnowledgeGraph(project), AUDIENCE, paths, drafts.How())


@pytest.fixture(scope="module")
def project(pages: Path) -> str:
    made = str(pages / "ours")
    init.made(AUDIENCE, made, publisher="Nous")
    return made


@pytest.fixture(scope="module")
def done(pages: Path, project: str) -> Output:
    return read(project, str(pages), str(pages / "other" / "page-0.md"))


def review(project: str, name: str) -> dict[str, dict[str, object]]:
    text = Path(project, "graph", "readings", f"{name}.yaml").read_text(encoding="utf-8")
    return {entry["name"]: entry for entry in yaml.safe_load(text)["review"]}


def test_it_reads_all_but_the_bad_one_and_names_that(done: Output, project: str) -> None:
    readings = {path.stem for path in Path(project, "graph", "readings").iterdir()}
    assert readings == {*(f"page-{number}" for number in range(COUNT)), "page-0-2"}
    assert done.findings
    assert "bad.md" in str(done.notes[0])
    assert "Could not be read: 1 of 12 pages" in str(done.notes[-1])


def test_it_ends_with_one_sentence_over_all(done: Output) -> None:
    assert list(done.pieces)[-1].startswith("11 readings written: 33 entries")


def test_it_knows_what_the_pages_before_named(done: Output, project: str) -> None:
    slugs = {review(project, f"page-{number}")["La Plume d’oie"]["organization"] for number in (1, 3, 5)}
    assert slugs == {"la-plume-d-oie-arras"}
    assert review(project, "page-0")["La Plume d’oie"]["organization"] == "la-plume-d-oie-bethune"


def test_it_never_takes_one_name_without_a_town_for_another(done: Output, project: str) -> None:
    first, second = (review(project, name)["Quimper-Lectures"] for name in ("page-3", "page-7"))
    assert "perhaps" not in first
    assert (second["organization"], second["verdict"]) == (f"{first['organization']}-2", "open")
    assert (second["doubt"], second["perhaps"]) == ("identity", [first["organization"]])


def test_it_leaves_alone_what_was_read_before(done: Output, pages: Path, project: str) -> None:
    again = read(project, str(pages / "page-0.md"), str(pages / "page-1.md"))
    assert not again.findings
    assert "2 pages were read before" in str(again.notes[0])
    with pytest.raises(KnownReading):
        read(project, str(pages / "page-0.md"))


def test_it_says_what_is_wrong_where_nothing_came_of_any(pages: Path, project: str) -> None:
    with pytest.raises(MissingFile):
        read(project, "absent-1.md", "absent-2.md")


def test_it_gives_up_a_page_that_takes_too_long_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "names.md"
    page.write_text("# Nos partenaires\n\n" + "Librairie Meura, Cap Nord, " * 400, encoding="utf-8")
    monkeypatch.setattr(of_pages, "LARGE", 1_000)
    monkeypatch.setattr(of_pages, "LONGEST", 0.001)
    error = of_pages.one(str(page)).error
    assert isinstance(error, of_pages.SlowPage)
    assert str(page) in str(error)
