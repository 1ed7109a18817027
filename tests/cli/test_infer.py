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


RULES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:next ; sh:rule [ a sh:SPARQLRule ; sh:construct
    "CONSTRUCT { $this <http://example.org/after> ?z . ?z <http://example.org/seen> [] } WHERE { $this (<http://example.org/next>|<http://example.org/after>)/<http://example.org/next> ?z }" ] ;
    sh:rule [ a sh:TripleRule ; sh:subject [ sh:path ex:next ] ; sh:predicate ex:before ; sh:object sh:this ] .
ex:Idle sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate ex:x ; sh:object 1 ] .
"""


def test_it_runs_the_rules_of_shapes_until_nothing_new_follows(tmp_path, capfd):
    data, shapes = tmp_path / "data.ttl", tmp_path / "rules.ttl"
    data.write_text(
        "@prefix ex: <http://example.org/> . ex:a ex:next ex:b . ex:b ex:next ex:c . ex:c ex:next ex:d .",
        encoding="utf-8",
    )
    shapes.write_text(RULES, encoding="utf-8")
    asked = ["--project", str(data), "infer", "--shapes", str(shapes), "--format", "nquads"]
    assert run(asked) == 0
    given, said = capfd.readouterr()
    found = {
        (quad.subject.value[-1], quad.predicate.value[19:], quad.object.value[-1])
        for quad in parse(given.encode(), format=RdfFormat.N_QUADS)
    }
    assert found == {
        *(("a", "after", "c"), ("a", "after", "d"), ("b", "after", "d")),
        *(("b", "before", "a"), ("c", "before", "b"), ("d", "before", "c")),
    }
    assert "ex:Idle: its sh:rule runs for no node" in said
    assert "statements about nodes without name are left out" in said


def test_it_says_that_shapes_have_no_rule(tmp_path, world, capfd):
    shapes = tmp_path / "rules.ttl"
    shapes.write_text(RULES.split("sh:rule", maxsplit=1)[0].rstrip(" ;\n") + " .", encoding="utf-8")
    assert run(["--project", world, "infer", "--shapes", str(shapes)]) == 2
    assert "there is no sh:rule in it" in capfd.readouterr().err


def test_nothing_follows_about_a_file_from_an_ontology_whose_terms_it_does_not_use(tmp_path, capfd):
    data = tmp_path / "data.ttl"
    data.write_text('<http://e/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "A" .', encoding="utf-8")
    assert run(["--project", str(data), "infer", "--format", "ntriples"]) == 0
    assert [line.split()[0] for line in capfd.readouterr().out.splitlines()] == ["<http://e/a>"]
