"""Every check: passed by a whole release, failed by one that lacks what it wants."""

from __future__ import annotations

import pytest

from partnerkg import fair

ALWAYS_OPEN = {
    "URI1",
    "URI2",
    "VER2",
    "FIND2",
    "FIND3",
    "FIND_3_BIS",
    "CN1",
    "FsF-F1-02MD-2",
    "FsF-A1-02MD-1",
    "FsF-A1-02MD-2",
}
OPEN_AT_BEST = {"DOC1", "dcat:accessURL code=200", "dcat:downloadURL code=200", "DCAT-AP compliance"}
# What to write instead of what, so that the check fails.
BROKEN = {
    "PURL1": ("https://w3id.org/example/ontology", "https://example.org/ontology"),
    "VER1": (
        "owl:versionIRI <https://w3id.org/example/ontology/1.0.0>",
        "owl:versionIRI <https://w3id.org/example/ontology>",
    ),
    "OM1": ('dct:title "Example" ;', ""),
    "FIND1": ("vann:preferredNamespacePrefix", "rdfs:comment"),
    "HTTP1": ("https://w3id.org/example/ontology", "urn:example:ontology"),
    "RDF1": ("a owl:Ontology", "a owl:Thing"),
    "VOC1": ("a owl:Ontology", "a owl:Thing"),
    "VOC2": ("rdfs:subClassOf org:Organization", "rdfs:subClassOf owl:Thing"),
    "DOC1": ("The ontology https://w3id.org/example/ontology", ""),
    "OM2": ("owl:versionInfo", "rdfs:comment"),
    "OM3": ("foaf:logo", "rdfs:seeAlso"),
    "OM4.1": ("dct:license <https://creativecommons.org/licenses/by/4.0/> ;", ""),
    "OM4.2": ("dct:license <https://creativecommons.org/licenses/by/4.0/> ;", ""),
    "OM5.1": ("dct:created", "rdfs:comment"),
    "OM5.2": ("dct:publisher", "dct:contributor"),
    "VOC3": ('rdfs:label "shop"', 'rdfs:comment "shop"'),
    "VOC4": ('skos:definition "A shop."', 'skos:example "A shop."'),
    "FsF-F1-01MD-1": ("<https://w3id.org/example/> a", "_:it a"),
    "FsF-F1-02MD-1": ("<https://w3id.org/example/> a", "<https://example.org/> a"),
    "FsF-F2-01M-2": ("dct:creator", "dct:contributor"),
    "FsF-F2-01M-3": ("dcat:keyword", "dct:subject"),
    "FsF-F3-01M-2": ("<https://w3id.org/example/file> a", "<https://w3id.org/example/other> a"),
    "FsF-F4-01M-1": ('"@type":"Dataset"', '"@type":"WebPage"'),
    "FsF-A1-01M-1": ("dct:accessRights", "dct:subject"),
    "FsF-A1.1-01MD-1": ("<https://w3id.org/example/> a", "<urn:example> a"),
    "FsF-A1.1-01MD-2": ("<https://w3id.org/example/file.ttl>", "<ftp://example.org/file.ttl>"),
    "FsF-A1.2-01MD-1": ("<https://w3id.org/example/> a", "<urn:example> a"),
    "FsF-A1.2-01MD-2": ("<https://w3id.org/example/file.ttl>", "<ftp://example.org/file.ttl>"),
    "FsF-I1-01M-1": ('"@id":"https://w3id.org/example/"', '"@id":"https://w3id.org/other/"'),
    "FsF-I2-01M-2": ("prov:wasDerivedFrom", "dct:source"),
    "FsF-I3-01M-2": ("prov:wasDerivedFrom", "dct:subject"),
    "FsF-R1-01M-1": ("a dcat:Dataset", "dct:type dcat:Dataset"),
    "FsF-R1-01M-2": ("dcat:byteSize 10", "dct:extent 10"),
    "FsF-R1.1-01M-1": ("dct:license <http://publications", "dct:subject <http://publications"),
    "FsF-R1.2-01M-1": ("a dcat:Dataset", "dct:type dcat:Dataset"),
    "FsF-R1.3-01M-3": ("a dcat:Dataset", "dct:type dcat:Dataset"),
    "FsF-R1.3-02D-1": ("text/turtle", "application/vnd.ms-excel"),
    "dcat:keyword": ("dcat:keyword", "dct:subject"),
    "dcat:theme": ("dcat:theme", "dct:subject"),
    "dct:spatial": ("dct:spatial", "dct:subject"),
    "dct:temporal": ("dct:temporal", "dct:subject"),
    "dcat:accessURL code=200": ("dcat:accessURL", "dct:relation"),
    "dcat:downloadURL": ("dcat:downloadURL", "dct:relation"),
    "dcat:downloadURL code=200": ("dcat:downloadURL", "dct:relation"),
    "dct:format": ("dct:format", "dct:type"),
    "dcat:mediaType": ("dcat:mediaType", "dct:type"),
    "dct:format/dcat:mediaType from vocabulary": ("a dcat:Dataset", "dct:type dcat:Dataset"),
    "dct:format non-proprietary": ("file-type/RDF_TURTLE", "file-type/XLS"),
    "dct:format machine-readable": ("file-type/RDF_TURTLE", "file-type/PDF"),
    "DCAT-AP compliance": ("dcat:accessURL", "dct:relation"),
    "dct:license": ("dct:license <http://publications", "dct:subject <http://publications"),
    "dct:license from vocabulary": ("authority/licence/", "authority/other/"),
    "dct:accessRights": ("dct:accessRights", "dct:subject"),
    "dct:accessRights from vocabulary": ("authority/access-right/", "authority/other/"),
    "dcat:contactPoint": ("dcat:contactPoint", "dct:subject"),
    "dct:publisher": ("dct:publisher", "dct:subject"),
    "dct:rights": ("dct:rights", "dct:subject"),
    "dcat:byteSize": ("dcat:byteSize", "dct:extent"),
    "dct:issued": ("dct:issued", "dct:date"),
    "dct:modified": ("dct:modified", "dct:date"),
}
IDS = [check.id for framework in fair.frameworks() for check in framework.checks]


def _found(folder: str) -> dict[str, fair.Judged]:
    return {one.check.id: one for score in fair.assess(fair.read(folder)) for one in score.judged}


def test_every_check_has_a_name_of_its_own_and_a_broken_release():
    assert len(IDS) == len(set(IDS)) == 70
    assert set(IDS) == ALWAYS_OPEN | set(BROKEN)


def test_a_whole_release_passes_all_that_a_folder_can_pass(release):
    statuses = {id_: one.outcome.status for id_, one in _found(release()).items()}
    assert {id_ for id_, status in statuses.items() if status == "open"} == ALWAYS_OPEN | OPEN_AT_BEST
    assert {id_ for id_, status in statuses.items() if status == "fail"} == set()


@pytest.mark.parametrize("id_", BROKEN)
def test_a_release_that_lacks_it_fails(release, id_):
    outcome = _found(release(BROKEN[id_]))[id_].outcome
    assert outcome.status == "fail"
    assert outcome.seen.text()


@pytest.mark.parametrize("id_", sorted(ALWAYS_OPEN))
def test_what_only_the_web_can_tell_stays_open_in_any_folder(release, id_):
    judged = _found(release(("dct:title", "dct:subject")))[id_]
    assert (judged.outcome.status, judged.won, judged.lost) == ("open", 0, 0)


def test_a_licence_that_is_not_known_to_answer_is_open(release):
    folder = release(("https://creativecommons.org/licenses/by/4.0/", "https://example.org/licence"))
    assert _found(folder)["OM4.2"].outcome.status == "open"


def test_metadata_that_are_there_in_part_win_a_part(release):
    judged = _found(release(("foaf:logo", "rdfs:seeAlso"), ("bibo:status", "rdfs:comment")))["OM3"]
    assert judged.won == pytest.approx(4 / 6)
    assert judged.outcome.seen.text() == "missing: foaf:logo, bibo:status"


def test_terms_without_label_win_a_part(release):
    more = 'e:Bar a owl:Class ; skos:definition "A bar." .\n\ne:Shop a'
    assert _found(release(("e:Shop a", more)))["VOC3"].won == 0.5
