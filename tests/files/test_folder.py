"""A folder that appears whole or not at all."""

from __future__ import annotations

import pytest

from partnerkg.errors import UnwritableAsAll, UnwritableValue
from partnerkg.files.folder import CHECKSUMS, OccupiedFolder, appearing


def test_it_appears_when_all_went_well(tmp_path):
    with appearing(str(tmp_path / "out")) as folder:
        folder.add("data/a.txt", [b"a"])
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "data" / "a.txt").read_bytes() == b"a"


def test_it_leaves_nothing_when_something_went_wrong(tmp_path):
    with pytest.raises(ZeroDivisionError), appearing(str(tmp_path / "out")):
        _ = 1 // 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("force", [False, True])
def test_it_does_not_replace_what_somebody_put_there_while_it_was_filled(tmp_path, force):
    out = tmp_path / "out"
    with pytest.raises(OccupiedFolder), appearing(str(out), force=force) as folder:
        folder.add("a.txt", [b"a"])
        out.mkdir()
        (out / "theirs.txt").write_text("theirs")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "theirs.txt").read_text() == "theirs"


def test_it_replaces_a_release_where_that_is_asked_for(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / CHECKSUMS).touch()
    with appearing(str(out), force=True) as folder:
        folder.add("a.txt", [b"a"])
    assert [path.name for path in out.iterdir()] == ["a.txt"]


def test_it_advises_no_other_format_where_all_are_written(tmp_path):
    with (
        pytest.raises(UnwritableAsAll, match="x cannot be written as gexf: y; mend it"),
        appearing(str(tmp_path / "out")),
    ):
        raise UnwritableValue(what="x", format="gexf", reason="y", known="csvw")
    assert not list(tmp_path.iterdir())
