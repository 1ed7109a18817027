"""A reading becomes claim graphs and the description of their evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from partnerkg import resources
from partnerkg.encode.claims import encode
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.namespaces import namespace, shorten
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import load

ROOT = Path(resources.root())


@pytest.fixture(scope="module")
def known():
    return Gazetteer.read(ROOT / "graph/reference/places.trig"), Vocabulary.read(str(ROOT / "ontology"))


@pytest.fixture
def lines(write, known):
    """Return a function: the quads of a reading with these changes, as "subject predicate object" by graph."""

    def encoding(*changes: tuple[str, str]) -> dict[str, set[str]]:
        (reading,) = load.read(write(*changes))
        graphs: dict[str, set[str]] = {}
        for quad in encode(reading, *known):
            graphs.setdefault(shorten(quad.graph_name.value), set()).add(_line(quad))
        return graphs

    return encoding


def _line(quad: Quad) -> str:
    value = str(quad.object) if isinstance(quad.object, Literal) else shorten(quad.object.value)
    return f"{shorten(quad.subject.value)} {shorten(quad.predicate.value)} {value}"


def test_a_claim_graph_holds_what_its_passage_proves(lines):
    assert lines()["claim:page/la-plume-arras"] == {
        "organization:la-plume-arras rdf:type pk:Bookshop",
        'organization:la-plume-arras skos:prefLabel "La Plume"@fr',
        "organization:la-plume-arras pk:nameStatus name-status:named",
        "organization:la-plume-arras org:hasSite site:la-plume-arras",
        "site:la-plume-arras rdf:type org:Site",
        "site:la-plume-arras pk:commune place:commune-62041",
        "organization:nous pk:hasPartner organization:la-plume-arras",
        "collaboration:nous-la-plume-arras rdf:type pk:Collaboration",
        "collaboration:nous-la-plume-arras pk:declaredBy organization:nous",
        "collaboration:nous-la-plume-arras pk:partner organization:la-plume-arras",
        "collaboration:nous-la-plume-arras pk:listedUnder category:independent-bookshops",
    }


def test_a_page_has_its_title_and_what_it_is_called_in_the_other_language(lines):
    both = lines(("title: Une page", "title: {fr: Une page, en: A page}"))
    titles = {line for graph in both.values() for line in graph if " dct:title " in line}
    assert titles == {'source:page dct:title "Une page"@fr', 'source:page dct:title "A page"@en'}


def test_a_claim_is_described_with_status_evidence_and_author(lines):
    described = {
        line for line in lines()["graph:provenance"] if line.startswith("claim:page/la-plume-arras ")
    }
    assert described == {
        "claim:page/la-plume-arras rdf:type pk:Claim",
        "claim:page/la-plume-arras pk:claimStatus status:stated",
        "claim:page/la-plume-arras pk:evidence evidence:page-la-plume-arras-17",
        "claim:page/la-plume-arras prov:wasAttributedTo organization:nous",
    }


def test_a_claim_that_the_words_do_not_state_is_the_readers_and_derived_from_the_page(lines):
    more = "town: Arras\n        claims: [{claim: more, status: interpreted, since: 1981}]"
    provenance = lines(("town: Arras", more))["graph:provenance"]
    claim = "claim:page/la-plume-arras-more"
    about = {line.removeprefix(f"{claim} ") for line in provenance if line.startswith(f"{claim} prov:")}
    (derived,) = (line for line in about if "wasDerivedFrom" in line)
    assert about - {derived} == {"prov:wasAttributedTo https://w3id.org/partnerkg/#reader"}
    assert derived.startswith("prov:wasDerivedFrom capture:page-")


def test_a_claim_that_the_words_state_is_the_publishers_alone(lines):
    about = [line for line in lines()["graph:provenance"] if line.startswith("claim:page/le-velin prov:")]
    assert about == ["claim:page/le-velin prov:wasAttributedTo organization:nous"]


def test_a_curated_claim_rests_on_the_address_of_the_page(lines):
    provenance = lines()["graph:provenance"]
    assert "claim:page/nous pk:claimStatus status:curated" in provenance
    assert "evidence:page-nous pk:seenOn source:page" in provenance


def test_a_passage_is_a_web_annotation_of_position_and_quote(lines):
    provenance = lines()["graph:provenance"]
    passage = next(
        line for line in provenance if line.startswith("evidence:page-la-plume-arras-17 pk:passage ")
    ).split()[-1]
    selector = passage.replace("passage:", "selector:")
    assert {line for line in provenance if line.startswith((passage + " ", selector))} >= {
        f"{passage} rdf:type oa:SpecificResource",
        f"{selector}-position oa:start " + str(Literal(17)),
        f"{selector}-position oa:end " + str(Literal(33)),
        f'{selector}-quote oa:exact "La Plume (Arras)"',
    }


def test_each_of_several_towns_has_its_site(lines):
    said = lines(("town: Arras", "towns: [Roubaix, Croix]"))["claim:page/la-plume-arras"]
    assert "site:la-plume-arras-roubaix pk:commune place:commune-59512" in said
    assert "site:la-plume-arras-croix pk:commune place:commune-59163" in said


def test_a_spelling_of_the_page_that_no_name_has_is_a_hidden_label(lines):
    said = lines(("name: La Plume", "name: La Plûme\n        written: La Plume"))["claim:page/la-plume-arras"]
    assert 'organization:la-plume-arras skos:hiddenLabel "La Plume"@fr' in said


def test_a_spelling_that_differs_in_capitals_only_is_none(lines):
    said = lines(("name: La Plume", "name: LA PLUME\n        written: La Plume"))["claim:page/la-plume-arras"]
    assert not [line for line in said if "hiddenLabel" in line]


def test_a_support_is_a_node_and_a_direct_triple(lines):
    said = lines(("town: Arras", "supported_by: le-velin"))["claim:page/la-plume-arras"]
    assert said >= {
        "organization:la-plume-arras pk:supportedBy organization:le-velin",
        "support:le-velin-la-plume-arras rdf:type pk:Support",
        "support:le-velin-la-plume-arras pk:supporter organization:le-velin",
        "support:le-velin-la-plume-arras pk:beneficiary organization:la-plume-arras",
        "support:le-velin-la-plume-arras pk:supportType support-type:unspecified",
    }


def test_a_membership_is_a_node_and_a_direct_triple(lines):
    said = lines(("town: Arras", "member_of: le-velin"))["claim:page/la-plume-arras"]
    assert said >= {
        "organization:la-plume-arras org:memberOf organization:le-velin",
        "membership:la-plume-arras-le-velin rdf:type org:Membership",
        "membership:la-plume-arras-le-velin org:member organization:la-plume-arras",
        "membership:la-plume-arras-le-velin org:organization organization:le-velin",
    }


def test_a_group_is_linked_as_group(lines):
    said = lines(("organization: le-velin", "group: velins"))["claim:page/velins"]
    assert said >= {
        "group:velins rdf:type pk:OrganisationGroup",
        "organization:nous pk:hasPartnerGroup group:velins",
        "collaboration:nous-velins pk:partnerGroup group:velins",
    }


def test_a_collaboration_carries_its_activities_programme_concerns_direction_and_territory(lines):
    detail = "{activities: [reading], programme: p, concerns: [prize:q], direction: joint, territory: Nord}"
    claims = f"town: Arras\n        claims: [{{claim: more, collaboration: {detail}}}]"
    node = "collaboration:nous-la-plume-arras-more"
    assert lines(("town: Arras", claims))["claim:page/la-plume-arras-more"] >= {
        f"{node} pk:activityKind activity:reading",
        f"{node} pk:withinProgramme programme:p",
        f"{node} pk:concerns prize:q",
        f"{node} pk:contributionDirection direction:joint",
        f"{node} pk:territory place:departement-59",
    }


def test_a_detail_of_another_claim_adds_to_its_collaboration_and_makes_none(lines):
    claims = "town: Arras\n        claims: [{claim: way, status: interpreted, collaboration: {of: more, direction: joint}}]"
    said = lines(("town: Arras", claims))["claim:page/la-plume-arras-way"]
    assert said == {"collaboration:nous-la-plume-arras-more pk:contributionDirection direction:joint"}


def test_a_count_keeps_its_bound_as_the_page_has_it(lines):
    said = lines(("town: Arras", "member_count: {more_than: 70, kind: bookshop}"))[
        "claim:page/la-plume-arras"
    ]
    count = "count:la-plume-arras-member-count"
    assert said >= {
        f"organization:la-plume-arras pk:memberCount {count}",
        f"{count} pk:lowerBound " + str(Literal(70)),
        f"{count} pk:lowerBoundInclusive " + str(Literal(False)),
        f"{count} pk:countedKind kind:bookshop",
    }


def test_a_count_has_its_day(lines):
    said = lines(("town: Arras", "member_count: {at_least: 54, kind: bookshop, on: 2013-05-11}"))
    day = Literal("2013-05-11", datatype=namespace("xsd").date)
    assert f"count:la-plume-arras-member-count dct:date {day}" in said["claim:page/la-plume-arras"]


def test_a_collaboration_keeps_what_is_done_and_for_whom_in_the_words_of_the_page(lines):
    detail = "collaboration: {activities: [reading], description: La Plume, receiver: Arras}"
    said = lines(("town: Arras", f"town: Arras\n        claims: [{{claim: more, {detail}}}]"))
    assert said["claim:page/la-plume-arras-more"] >= {
        'collaboration:nous-la-plume-arras-more dct:description "La Plume"@fr',
        'collaboration:nous-la-plume-arras-more pk:receiver "Arras"@fr',
    }


def test_a_label_that_is_ours_stands_in_a_claim_of_its_own(lines):
    graphs = lines(("name: La Plume", "name: Une librairie d’Arras\n        name_status: descriptive"))
    assert graphs["claim:page/la-plume-arras-label"] == {
        'organization:la-plume-arras skos:prefLabel "Une librairie d’Arras"@fr',
        "organization:la-plume-arras pk:nameStatus name-status:descriptive",
    }
    assert not [
        line for line in graphs["claim:page/la-plume-arras"] if "Label" in line or "nameStatus" in line
    ]
    assert "claim:page/la-plume-arras-label pk:claimStatus status:descriptive" in graphs["graph:provenance"]


def test_a_description_that_the_page_has_word_for_word_stays_with_its_words(lines):
    said = lines(("name: La Plume", "name: La Plume\n        name_status: descriptive"))
    assert "claim:page/la-plume-arras-label" not in said


def test_what_was_replaced_is_withdrawn_and_leads_to_what_took_its_place(lines):
    entry = "name: Le Vélin\n      - {organization: velin, replaced_by: organization:le-velin}"
    assert lines(("name: Le Vélin", entry))["claim:page/velin"] == {
        "organization:velin dct:isReplacedBy organization:le-velin",
        "organization:velin owl:deprecated " + str(Literal(True)),
    }


def test_what_was_withdrawn_is_marked(lines):
    entry = "name: Le Vélin\n      - {organization: velin, withdrawn: true}"
    said = lines(("name: Le Vélin", entry))["claim:page/velin"]
    assert said == {"organization:velin owl:deprecated " + str(Literal(True))}


def test_text_of_the_page_is_in_the_language_of_the_page(lines):
    said = lines(("town: Arras", "description: vend des livres"))["claim:page/la-plume-arras"]
    assert 'organization:la-plume-arras dct:description "vend des livres"@fr' in said


def test_years_are_years(lines):
    said = lines(("town: Arras", "since: 1981"))["claim:page/la-plume-arras"]
    year = Literal("1981", datatype=namespace("xsd").gYear)
    assert f"organization:la-plume-arras pk:existsSince {year}" in said


CATEGORY = "    category: independent-bookshops\n"
LIST = {
    "source-list:page-librairies rdf:type pk:SourceList",
    "source-list:page-librairies pk:listSubject organization:nous",
    "source-list:page-librairies pk:listProperty pk:hasPartner",
    "source-list:page-librairies pk:listHeading category:independent-bookshops",
}


def test_what_the_page_says_of_its_list_stands_apart_from_what_the_reader_says(lines):
    said = (
        "{completeness: open, words: Vélin, quote: Le Vélin, at: [35, 43], between: [a, b], read: every-item}"
    )
    graphs = lines((CATEGORY, f"{CATEGORY}    list: {said}\n"))
    (part,) = (line for line in graphs["claim:page/librairies-list"] if "dct:isPartOf capture:page-" in line)
    assert graphs["claim:page/librairies-list"] == LIST | {
        part,
        "source-list:page-librairies pk:listCompleteness list-completeness:open",
        'source-list:page-librairies pk:completenessWords "Vélin"',
    }
    true = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    assert graphs["claim:page/librairies-list-read"] == LIST | {
        part,
        f"source-list:page-librairies pk:everyItemRead {true}",
    }
    about = graphs["graph:provenance"]
    assert "claim:page/librairies-list pk:claimStatus status:stated" in about
    assert "claim:page/librairies-list-read pk:claimStatus status:curated" in about


def test_a_list_whose_items_lead_to_its_subject_has_the_inverse_property(lines):
    more = "town: Arras\n        claims: [{claim: m, list: {of: members, completeness: open, words: Arras}}]"
    graph = lines(("town: Arras", more))["claim:page/la-plume-arras-m"]
    listed = "source-list:page-la-plume-arras-members"
    assert f"{listed} pk:listSubject organization:la-plume-arras" in graph
    assert f"{listed} pk:listInverseProperty org:memberOf" in graph
    assert not any("listHeading" in line or "listProperty" in line for line in graph)
