"""What changed from one graph to another, and how it is said."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from partnerkg.errors import UnknownFormat
from partnerkg.release.changes import Changes, compare

OLD = """
PREFIX dct: <http://purl.org/dc/terms/> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organization: <https://w3id.org/partnerkg/id/organization/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX pk: <https://w3id.org/partnerkg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX claim: <https://w3id.org/partnerkg/claim/> PREFIX graph: <https://w3id.org/partnerkg/graph/>
claim:one { organization:a a pk:Bookshop ; skos:prefLabel "Les [Mots]"@fr . }
claim:two { organization:b a pk:Library ; skos:prefLabel "B"@fr ; pk:territory organization:a . }
graph:reference { organization:town-hall a pk:TownHall ; skos:prefLabel "Mairie"@fr . }
"""


def changed(*replacements: tuple[str, str]) -> Changes:
    text = OLD
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return compare(quads(OLD), quads(text))


def quads(text: str) -> list[Quad]:
    return list(parse(text, format=RdfFormat.TRIG))


def slugs(found) -> list[str]:
    return [one.iri.rpartition("/")[2] for one in found]


def test_it_says_that_nothing_changed() -> None:
    found = changed()
    assert not found
    assert found.text().startswith("Both say the same.\n")
    assert (found.organizations.before, found.organizations.after) == (2, 2)


def test_it_says_that_an_organisation_was_renamed_and_nothing_else() -> None:
    found = changed(('"B"', '"Bé"')).organizations
    assert [(one.before.name("fr"), one.after.name("fr")) for one in found.renamed] == [("B", "Bé")]
    assert not (found.added or found.removed or found.merged or found.altered)


def test_it_says_what_was_added_and_what_was_removed() -> None:
    found = changed(("organization:b", "organization:c")).organizations
    assert (slugs(found.added), slugs(found.removed)) == (["c"], ["b"])


def test_it_tells_what_was_merged_from_what_was_removed() -> None:
    found = changed(
        (
            'organization:b a pk:Library ; skos:prefLabel "B"@fr',
            "organization:b dct:isReplacedBy organization:a",
        )
    )
    assert [(one.organization.name("fr"), slugs(one.into)) for one in found.organizations.merged] == [
        ("B", ["a"])
    ]
    assert not found.organizations.removed
    assert "B, now Les [Mots] (organization:a)" in found.text()


def test_it_says_that_an_organisation_was_withdrawn_without_replacement() -> None:
    found = changed(("pk:territory", "owl:deprecated true ; pk:territory"))
    assert slugs(one.organization for one in found.organizations.merged) == ["b"]
    assert "B, withdrawn without replacement" in found.text()


def test_it_says_of_which_organisations_something_else_changed() -> None:
    found = changed(("pk:territory organization:a", "pk:territory organization:b"))
    assert slugs(found.organizations.altered) == ["b"]


def test_it_counts_no_organisation_that_only_the_places_name() -> None:
    assert not changed(("Mairie", "Hôtel de ville")).organizations.renamed


def test_it_does_not_take_another_claim_for_another_fact() -> None:
    found = changed(("claim:one", "claim:other"))
    assert (found.difference.additions, found.difference.new, found.organizations.altered) == (
        2,
        frozenset(),
        (),
    )


def test_it_writes_a_patch_that_turns_one_graph_into_the_other() -> None:
    later = OLD.replace('"B"', '"Bé"').replace("claim:one", "claim:other")
    data = set(quads(OLD))
    for line in compare(data, quads(later)).text("patch").splitlines()[1:-1]:
        (data.remove if line[0] == "D" else data.add)(*parse(line[2:], format=RdfFormat.N_QUADS))
    assert data == set(quads(later))


def test_it_escapes_marks_in_markdown_and_fences_statements() -> None:
    found = changed(("Les [Mots]", "Les ``` *Mots*")).text("markdown")
    assert (
        "- Les \\[Mots\\], now Les \\`\\`\\` \\*Mots\\* (<https://w3id.org/partnerkg/id/organization/a>)"
        in found
    )
    assert found.count("````") == 2


def test_it_shows_a_statement_on_one_line() -> None:
    found = changed(('"B"', '"B\\n\\u202e\\u0085"')).text()
    assert r'+ organization:b skos:prefLabel "B\n\u202E\u0085"@fr' in found


def test_it_gives_programs_the_same_as_people() -> None:
    found = json.loads(changed(('"B"', '"Bé"')).text("json"))
    assert found["statements"] == {"before": 7, "after": 7, "added": 1, "removed": 1}
    assert found["organizations"]["renamed"][0]["before"] == [{"language": "fr", "text": "B"}]
    assert [graph["graph"] for graph in found["graphs"]] == ["https://w3id.org/partnerkg/claim/two"]


def test_it_refuses_an_unknown_form() -> None:
    with pytest.raises(UnknownFormat, match="text, markdown, json, patch"):
        changed().text("html")
