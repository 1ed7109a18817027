"""`partnerkg infer`, as somebody types it."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from partnerkg.cli import run
from partnerkg.infer import INFERRED, rules


def test_it_writes_the_inferred_graph(tmp_path, world, capsysbinary):
    path = tmp_path / "inferred.nq"
    assert run(["--project", world, "infer", "--format", "nquads", "-o", str(path)]) == 0
    assert {quad.graph_name for quad in parse(path=str(path), format=RdfFormat.N_QUADS)} == {INFERRED}
    assert run(["--project", world, "infer", "--format", "nquads"]) == 0
    assert capsysbinary.readouterr().out == path.read_bytes()


def test_it_takes_the_format_from_the_ending(tmp_path, world):
    path = tmp_path / "inferred.ttl"
    assert run(["--project", world, "infer", "-o", str(path)]) == 0
    assert list(parse(path=str(path), format=RdfFormat.TURTLE))


def test_it_refuses_a_format_that_draws(world, capfd):
    assert run(["--project", world, "infer", "--format", "xlsx"]) == 2
    assert "xlsx is drawn by questions" in capfd.readouterr().err


def test_it_lists_the_rules_with_what_they_give(world, capfd):
    assert run(["--project", world, "infer", "--rules", "--lang", "fr"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == [rule.name for rule in rules()]
    assert "Un nom préféré est un libellé" in "".join(lines)
