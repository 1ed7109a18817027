"""Of which organisations a change speaks: an organisation has names, sites, identifiers, relations."""

from __future__ import annotations

import time

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from partnerkg.release.changes import Changes, compare
from partnerkg.release.formats import likeness

PREFIXES = """
PREFIX adms: <http://www.w3.org/ns/adms#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX e: <http://e/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX pk: <https://w3id.org/partnerkg/ontology#> PREFIX regorg: <http://www.w3.org/ns/regorg#>
PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX old: <http://schema.org/>
"""
SHOPS = """
e:net a org:Organization ; skos:prefLabel "Net" .
e:a a pk:Bookshop ; skos:prefLabel "A" ; org:classification e:shop ; org:hasSite e:site ; adms:identifier e:number .
e:b a pk:Library ; skos:prefLabel "B" .
e:site a org:Site ; org:siteAddress [ schema:addressLocality "Lille" ] .
e:number skos:notation "48812345600011" ; dct:creator e:register .
e:register a org:Organization ; skos:prefLabel "Register" .
e:joined org:member e:a ; org:organization e:net .
e:together a pk:Collaboration ; skos:prefLabel "Readings" ; pk:partner e:a ; pk:declaredBy e:b ; pk:activityKind e:reading .
e:shop skos:prefLabel "shop" . e:reading skos:prefLabel "reading" .
"""


def quads(text: str) -> list[Quad]:
    return list(parse(PREFIXES + text, format=RdfFormat.TRIG))


def changed(*replacements: tuple[str, str], text: str = SHOPS) -> Changes:
    after = text
    for old, new in replacements:
        assert old in after
        after = after.replace(old, new)
    return compare(quads(text), quads(after))


def altered(*replacements: tuple[str, str], text: str = SHOPS) -> dict[str, tuple[str, ...]]:
    found = changed(*replacements, text=text).organizations
    assert not found.renamed
    return {one.iri.rpartition("/")[2]: one.aspects for one in found.altered}


def test_an_organisation_that_moves_has_another_place() -> None:
    assert altered(('"Lille"', '"Arras"')) == {"a": ("place",)}
    assert altered(("org:hasSite e:site", "org:hasSite e:other")) == {"a": ("place",)}


def test_a_corrected_number_is_that_of_the_organisation_not_of_who_gives_numbers() -> None:
    assert altered(("00011", "00029")) == {"a": ("identifiers",)}


def test_an_organisation_that_is_reclassified_has_another_kind() -> None:
    assert altered(("e:a a pk:Bookshop", "e:a a pk:Association")) == {"a": ("kind",)}
    assert altered(("org:classification e:shop", "org:classification e:seller")) == {"a": ("kind",)}


def test_a_membership_belongs_to_both_its_ends() -> None:
    told = ("memberships",)
    assert altered(("e:joined org:member e:a ; org:organization e:net .", "")) == {"a": told, "net": told}
    assert altered(('"Net"', '"Net" ; org:hasMember e:b')) == {"b": told, "net": told}


def test_a_collaboration_belongs_to_its_partners_even_with_a_name() -> None:
    told = ("collaborations",)
    assert altered(("activityKind e:reading", "activityKind e:writing")) == {"a": told, "b": told}


def test_what_somebody_says_is_no_part_of_the_record_of_who_says_it() -> None:
    text = SHOPS + "e:claim <http://www.w3.org/ns/prov#wasAttributedTo> e:a ; e:words 1 ."
    assert altered(("e:words 1", "e:words 2"), text=text) == {}
    assert altered(("wasAttributedTo> e:a", "wasInformedBy> e:a"), text=text) == {"a": ("other",)}


def test_what_has_a_name_stands_for_itself() -> None:
    assert altered(('"shop"', '"Shop"'), ('"reading"', '"Reading"')) == {}


def test_it_says_all_that_changed_of_a_renamed_organisation_once() -> None:
    found = changed(('"A"', '"AA"'), ("e:a a pk:Bookshop", "e:a a pk:Library"), ("00011", "00029"))
    assert [one.aspects for one in found.organizations.renamed] == [("kind", "identifiers")]
    assert not found.organizations.altered
    assert "A, now AA; also: kind, identifiers  <http://e/a>" in found.text()


def test_counts_add_up_whatever_is_added_removed_merged_and_withdrawn() -> None:
    found = changed(
        ('"B"', '"B" ; dct:isReplacedBy e:a'),
        ('"Net"', '"Net" ; owl:deprecated true'),
        ('e:register a org:Organization ; skos:prefLabel "Register"', "e:new a org:Organization"),
    ).organizations
    assert (found.before, found.after) == (4, 2)
    assert (len(found.added), len(found.removed), len(found.merged)) == (1, 1, 2)


def test_what_was_withdrawn_before_counts_in_neither_and_comes_back_as_added() -> None:
    gone = SHOPS.replace('"B"', '"B" ; owl:deprecated true')
    assert changed(text=gone).organizations.before == 3
    back = compare(quads(gone), quads(SHOPS)).organizations
    assert [one.iri for one in back.added] == ["http://e/b"]


def test_it_reads_that_another_one_replaces_what_is_gone() -> None:
    found = changed(('e:b a pk:Library ; skos:prefLabel "B"', "e:a dct:replaces e:b")).organizations
    assert [(one.organization.iri, one.into[0].iri) for one in found.merged] == [("http://e/b", "http://e/a")]


@pytest.mark.parametrize(
    "kind",
    [
        "org:Organization",
        "org:FormalOrganization",
        "org:OrganizationalUnit",
        "schema:Organization",
        "old:BookStore",
        "schema:Library",
        "foaf:Organization",
        "regorg:RegisteredOrganization",
        "<http://data.europa.eu/m8g/PublicOrganisation>",
        "e:Guild",
    ],
)
def test_it_knows_organisations_of_any_vocabulary(kind: str) -> None:
    text = f'e:Guild rdfs:subClassOf foaf:Organization . e:o a {kind} ; e:size 1 . e:p a foaf:Person ; foaf:name "P" .'
    assert changed(text=text).organizations.before == 1
    assert altered(("e:size 1", "e:size 2"), text=text) == {"o": ("other",)}


@pytest.mark.parametrize(
    "name", ["skos:prefLabel", "schema:name", "old:name", "foaf:name", "regorg:legalName", "rdfs:label"]
)
def test_it_knows_names_of_any_vocabulary(name: str) -> None:
    found = changed(('"C"', '"D"'), text=f'e:o a foaf:Organization ; {name} "C" .').organizations
    assert [(one.before.name("en"), one.after.name("en")) for one in found.renamed] == [("C", "D")]


def test_a_name_that_is_not_the_first_is_another_name() -> None:
    text = 'e:o a foaf:Organization ; skos:prefLabel "C" ; foaf:name "D" .'
    assert altered(('"D"', '"E"'), text=text) == {"o": ("other-names",)}


def test_an_organisation_without_iri_is_the_same_where_it_moves() -> None:
    text = '[] a schema:BookStore ; schema:name "C" ; schema:address [ schema:addressLocality "Lille" ] .'
    found = changed(('"Lille"', '"Arras"'), text=text)
    assert [one.aspects for one in found.organizations.altered] == [("place",)]
    assert "  C: place\n" in found.text()


def test_it_points_out_that_what_is_new_has_the_name_of_what_is_gone() -> None:
    found = changed(("e:b a", "e:c a"), ('"B"', '"b"'))
    assert "  b (had this name and is removed: http://e/b)  <http://e/c>\n" in found.text()


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("Caf\u00e9", "Cafe\u0301", ["the Unicode form"]),
        ("Le Livre", "Le\u00a0Livre ", ["white space"]),
        ("LE Livre", "Le livre", ["capital letters"]),
        ("L'œil", "L’œil", ["apostrophes, quotes and dashes"]),
        ("\ufb01n", "fin", ["ligatures and the like"]),
        ("a\u200bb", "ab", ["invisible characters"]),
        ("Le Caf\u00e9", "le  Cafe\u0301", ["white space", "the Unicode form", "capital letters"]),
        ("Le Café", "Le Cafe", []),
    ],
)
def test_it_says_in_what_names_differ_that_look_alike(one: str, other: str, parts: list[str]) -> None:
    assert likeness.apart(one, other) == parts


def test_a_statement_shows_marks_that_stand_alone() -> None:
    found = changed(('"A"', '"Cafe\u0301"')).text()
    assert r'+ <http://e/a> skos:prefLabel "Cafe\u0301"' in found


def test_a_name_does_not_act_on_a_terminal() -> None:
    assert "A, now \\u001B[31mA\\u202E" in changed(('"A"', '"\\u001B[31mA\\u202E"')).text()


def test_one_changed_entry_of_many_blank_nodes_is_found_in_a_second() -> None:
    items = [f"[ e:at {number} ; e:of 'n' ]" for number in range(800)]
    text = f"e:o a org:Organization ; e:has ( {' '.join(items)} ) ."
    start = time.process_time()
    found = changed(("e:at 400 ", "e:at -1 "), text=text)
    assert (found.difference.removals, found.difference.additions) == (1, 1)
    assert time.process_time() - start < 2  # reading included


def test_one_statement_more_about_a_ring_of_blank_nodes_is_found_in_a_second() -> None:
    ring = "".join(f"_:b{number} e:p _:b{(number + 1) % 4000} . " for number in range(4000))
    start = time.process_time()
    found = changed(("_:b7 e:p ", "_:b7 e:q 1 ; e:p "), text=ring)
    assert (found.difference.removals, found.difference.additions) == (0, 1)
    assert time.process_time() - start < 5  # reading included
