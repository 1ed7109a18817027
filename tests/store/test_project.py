"""Which files make a project."""

from __future__ import annotations

import pytest

from partnerkg.errors import MissingFile, NoProject
from partnerkg.store import project


def test_it_reads_a_project_room_by_room(world):
    parts = project.parts(world)
    assert [part.path.rsplit("/")[-1] for part in parts["claims"]] == [
        "fete-du-livre.trig",
        "lire-en-ombre.trig",
    ]
    assert {part.path.rsplit("/")[-1] for part in parts["evidence"]} >= {"dataset.ttl", "reference.trig"}
    assert {part.graph for part in parts["ontology"]} == {"ontology"}
    assert not any("/shapes/" in part.path for part in parts["ontology"])


def test_it_refuses_a_folder_without_rdf(tmp_path):
    with pytest.raises(NoProject, match="no folder `graph`"):
        project.parts(str(tmp_path))


def test_it_refuses_what_is_not_there(tmp_path):
    with pytest.raises(MissingFile):
        project.parts(str(tmp_path / "nothing"))
