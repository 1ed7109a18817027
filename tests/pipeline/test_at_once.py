"""Two commands at once on one project: the second waits, so that none loses what the other wrote."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerkg.errors import TakenProject
from partnerkg.files.locks import alone
from partnerkg.pipeline import decisions, drafts, init, mend, read
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.format import formatting
from partnerkg.pipeline.graph import KnowledgeGraph

pytestmark = pytest.mark.skipif(os.name != "posix", reason="nothing is locked there")
AUDIENCE = Audience("en")
PAGE = "# Nos librairies partenaires\n\n- La Plume d’oie (Arras)\n- Librairie du Coin (Lens)\n"
Act = Callable[[KnowledgeGraph], object]
ACTS: dict[str, Act] = {
    "format": formatting,
    "format of a folder in it": lambda graph: formatting(graph, [f"{graph.folder()}/graph"]),
    "format of a file in it": lambda graph: formatting(graph, [f"{graph.folder()}/graph/dataset.ttl"]),
    "repair": lambda graph: mend.repair(graph, AUDIENCE, [], write=True),
    "check --write": lambda graph: mend.fill(graph, AUDIENCE, []),
    "accept": lambda graph: decisions.accept(graph, AUDIENCE, everything=True),
    "reject": lambda graph: decisions.reject(graph, AUDIENCE, "page", ["LIBRAIRIE du coin"]),
    "build": lambda graph: read.readings(graph, AUDIENCE),
}


@pytest.fixture
def project(tmp_path: Path) -> KnowledgeGraph:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    init.made(AUDIENCE, str(tmp_path / "ours"), publisher="Nous")
    graph = KnowledgeGraph(str(tmp_path / "ours"))
    drafts.read(graph, AUDIENCE, [str(tmp_path / "page.md")], drafts.How())
    return graph


def waited(act: Callable[[], object], folder: str) -> bool:
    """Return whether something was not done while another wrote in the folder, and then was."""
    done: list[object] = []
    other = threading.Thread(target=lambda: done.append(act()), daemon=True)
    with alone(folder):
        other.start()
        other.join(0.3)
        waits = other.is_alive()
    other.join(30)
    return waits and len(done) == 1


@pytest.mark.parametrize("name", ACTS)
def test_it_waits_until_the_other_is_done(project: KnowledgeGraph, name: str) -> None:
    assert waited(lambda: ACTS[name](project), project.folder())


def test_a_look_waits_for_nobody(project: KnowledgeGraph) -> None:
    with alone(project.folder()):
        formatting(project, [f"{project.folder()}/graph"], check=True)
        mend.repair(project, AUDIENCE, [])


def test_of_two_that_make_a_project_one_does(tmp_path: Path) -> None:
    refused: list[str] = []

    def second() -> None:
        try:
            init.made(AUDIENCE, str(tmp_path), publisher="Vous")
        except TakenProject as error:
            refused.append(str(error))

    def first_comes_in_between() -> None:
        (tmp_path / "graph" / "dataset.ttl").write_text("# ours\n", encoding="utf-8")

    other = threading.Thread(target=second, daemon=True)
    with alone(str(tmp_path)):
        other.start()
        other.join(0.3)
        first_comes_in_between()
    other.join(30)
    assert refused
    assert (tmp_path / "graph" / "dataset.ttl").read_text(encoding="utf-8") == "# ours\n"
