"""A command that is killed while it puts files in place: the next one finds its way, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerkg.pipeline import decisions, drafts, init
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.readings.build import build

if not hasattr(os, "fork"):
    pytest.skip("needs fork", allow_module_level=True)
AUDIENCE = Audience("en")
PAGE = "# Nos librairies partenaires\n\n- La Plume d’oie (Arras)\n- Librairie du Coin (Lens)\n"
READING = Path("graph", "readings", "page.yaml")
KILLS = (0, 1, 2)  # files that are in place when a command is killed: none, the reading, one more


def accept(folder: Path) -> None:
    decisions.accept(KnowledgeGraph(str(folder)), AUDIENCE, everything=True)


def undo(folder: Path) -> None:
    decisions.undo(KnowledgeGraph(str(folder)), AUDIENCE, "page")


def read(folder: Path) -> None:
    drafts.read(KnowledgeGraph(str(folder)), AUDIENCE, [str(folder.parent / "page.md")], drafts.How())


def killed(act: Callable[[Path], None], folder: Path, after: int) -> bool:
    """Do something in a process that is killed once so many files are in place; whether it was."""
    child = os.fork()
    if child == 0:
        replace, left = os.replace, [after]

        def replacing(*paths: str) -> None:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            replace(*paths)

        os.replace = replacing  # type: ignore[assignment]
        try:
            act(folder)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def content(folder: Path) -> dict[str, bytes]:
    """Return what stands in a project, by path, without what a dead process left in the making."""
    found = {path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")}
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(found)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Nous")
    return tmp_path / "ours"


def each_kill(act: Callable[[Path], None], project: Path) -> None:
    """Kill something at every file that it puts in place, do it again, and look for a difference."""
    whole = project.parent / "whole"
    shutil.copytree(project, whole)
    act(whole)
    for after in KILLS:
        part = project.parent / f"killed-{after}"
        shutil.copytree(project, part)
        assert killed(act, part, after)
        if (part / READING).is_file() and (part / READING).read_bytes() == (whole / READING).read_bytes():
            build(str(part)).generated.write()  # the reading says it already, the graph perhaps not yet
        else:
            act(part)
        assert content(part) == content(whole), after


def test_accept_is_done_by_doing_it_again(project: Path) -> None:
    read(project)
    each_kill(accept, project)


def test_undo_is_done_by_doing_it_again(project: Path) -> None:
    read(project)
    accept(project)
    each_kill(undo, project)


def test_read_is_done_by_doing_it_again(project: Path) -> None:
    each_kill(read, project)  # the schema, the captured text, the reading
