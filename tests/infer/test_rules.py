"""Each rule alone, against the fixtures in the folder of its name.

`given.ttl` holds what is said, with things that look alike and give nothing; `expected.ttl` what follows.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Triple

from partnerkg import resources
from partnerkg.errors import BrokenFile, WrongHeader
from partnerkg.infer import INFERRED, Rule, WrongRule, infer, rules
from partnerkg.infer.rules import ONTOLOGY, read
from partnerkg.namespaces import expand
from partnerkg.rdf.read import parse
from partnerkg.sparql import tokens
from partnerkg.store.base import CLAIMS
from partnerkg.store.embedded import Embedded
from partnerkg.store.project import Part

FIXTURES = Path(__file__).parent / "fixtures"
FOREIGN = Path(resources.root()) / "ontology" / "foreign.ttl"
RULES = rules()
RULE = """#+ summary: {"en": "Partners.", "fr": "Partenaires."}
#+ order: 1
#+ basis: "alignment"
CONSTRUCT { ?b pk:hasPartner ?a } WHERE { ?a pk:hasPartner ?b }
"""
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def triples(path: Path) -> set[Triple]:
    return {Triple(quad.subject, quad.predicate, quad.object) for quad in parse(str(path))}


def follows(path: Path, *known: Rule) -> set[Triple]:
    found = infer(Embedded({CLAIMS: [Part(str(path))]}), known)
    assert {quad.graph_name for quad in found} <= {INFERRED}
    return {Triple(quad.subject, quad.predicate, quad.object) for quad in found}


@each_rule
def test_it_gives_what_follows_and_nothing_else(rule):
    folder = FIXTURES / rule.name
    assert follows(folder / "given.ttl", rule) == triples(folder / "expected.ttl") != set()


def test_it_has_fixtures_of_no_other_rule():
    assert {path.name for path in FIXTURES.iterdir()} == {rule.name for rule in RULES}


@each_rule
def test_it_gives_terms_that_exist(rule):
    listed = {quad.subject.value for quad in parse(str(FOREIGN))}
    named = {token.text for token in tokens.tokens(rule.text) if ":" in token.text and token.text[-1] != ":"}
    foreign = {name for name in named if name.split(":")[0] in ("foaf", "org", "schema", "skos")}
    assert {expand(name) for name in foreign} <= listed


def test_it_takes_the_axioms_before_the_words_of_others():
    orders = [(rule.order, rule.basis) for rule in RULES]
    assert max(o for o, basis in orders if basis == ONTOLOGY) < min(o for o, b in orders if b != ONTOLOGY)


def test_it_follows_rules_through_until_nothing_is_new(tmp_path):
    path = tmp_path / "given.ttl"
    path.write_text(
        "@prefix : <urn:x:> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
        ":C rdfs:subClassOf :D . :p rdfs:domain :C ; rdfs:subPropertyOf :q . :q rdfs:range :E . :a :p :b ."
    )
    found = follows(path, *sorted(RULES, key=lambda rule: -rule.order))
    assert {str(triple).split(" ", 1)[1] for triple in found} == {
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:C>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:D>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:E>",
        "<urn:x:q> <urn:x:b>",
    }


@pytest.mark.parametrize(("graph", "number"), [(INFERRED, 0), ("<urn:x:claim>", 1)])
def test_it_takes_no_earlier_inference_for_a_premise(tmp_path, graph, number):
    path, rule = tmp_path / "given.trig", tmp_path / "rule.rq"
    rule.write_text(RULE)
    path.write_text(f"GRAPH {graph} {{ <urn:x:a> <{expand('pk:hasPartner')}> <urn:x:b> }}")
    assert len(follows(path, read(str(rule)))) == number


def test_it_says_nothing_of_blank_nodes(tmp_path):
    path = tmp_path / "given.ttl"
    path.write_text("_:a <http://www.w3.org/2004/02/skos/core#prefLabel> 'A'@fr .")
    assert follows(path, *RULES) == set()


def test_it_leaves_the_graph_as_it_is():
    import partnerkg

    graph = partnerkg.open()
    before = graph.summary()
    found = graph.inferred()
    assert sum(found.counts.values()) == len(found) > 3000
    assert graph.summary() == before
    assert graph.sparql("ASK { GRAPH graph:inferred { ?s ?p ?o } }") is False
    assert graph.sparql("ASK { ?s pk:collaboratesWith ?o }") is False


def test_it_takes_the_rules_of_a_project_first(tmp_path):
    (tmp_path / "ontology" / "rules").mkdir(parents=True)
    (tmp_path / "ontology" / "rules" / "label.rq").write_text(RULE)
    mine = {rule.name: rule for rule in rules(str(tmp_path))}
    assert set(mine) == {rule.name for rule in RULES}
    assert mine["label"].summary["fr"] == "Partenaires."


@pytest.mark.parametrize(
    ("old", "new", "error", "words"),
    [
        ('"fr": "Partenaires."', '"de": "Partner."', WrongHeader, "line 1"),
        ("order: 1", "order: true", WrongHeader, "line 2"),
        ("#+ order: 1\n", "", WrongHeader, "`order` is missing"),
        ('"alignment"', '"alignement"', WrongHeader, "did you mean `alignment`"),
        ("#+ order", "#+ after: 1\n#+ order", WrongHeader, "no key `after`"),
        ("CONSTRUCT { ?b pk:hasPartner ?a }", "ASK", WrongRule, "CONSTRUCT"),
        ("WHERE {", "WHERE { SERVICE <urn:x:y> {}", WrongRule, "SERVICE"),
        ("Partners", "Part\udce9", BrokenFile, "line 1"),
    ],
)
def test_it_refuses_what_is_no_rule(tmp_path, old, new, error, words):
    path = tmp_path / "rule.rq"
    path.write_text(RULE.replace(old, new), encoding="utf-8", errors="surrogateescape")
    with pytest.raises(error) as caught:
        read(str(path))
    assert words in str(caught.value)


def test_it_says_where_a_rule_is_no_sparql(tmp_path):
    path = tmp_path / "rule.rq"
    path.write_text(RULE.replace("?a pk:hasPartner ?b }", "?a pk:hasPartner }"))
    with pytest.raises(WrongRule) as caught:
        follows(FIXTURES / "label" / "given.ttl", read(str(path)))
    assert str(path) in str(caught.value)
