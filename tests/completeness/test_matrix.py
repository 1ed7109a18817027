"""The matrix finds its cells by the names of classes and properties."""

from __future__ import annotations

import pytest

from partnerkg.errors import UnknownGap, UnknownRecord

EX = "https://example.org/"


@pytest.mark.parametrize(
    "class_",
    ["pk:Bookshop", "Bookshop", "bookshop", "librairie", "https://w3id.org/partnerkg/ontology#Bookshop"],
)
@pytest.mark.parametrize(
    "name", ["town", "commune", "org:hasSite/pk:commune", "pk:commune", "Record-Bookshop-town"]
)
def test_a_cell_goes_by_iri_short_name_and_label(found, class_, name):
    assert found.cell(class_, name).wanted.shape == f"{EX}Record-Bookshop-town"


def test_an_unknown_class_or_property_is_an_error_with_the_nearest(found):
    with pytest.raises(UnknownRecord, match="`Bokshop`; did you mean `pk:Bookshop`"):
        found.cell("Bokshop", "town")
    with pytest.raises(UnknownGap, match="`twn` of pk:Bookshop; did you mean `org:hasSite/pk:commune`"):
        found.cell("pk:Bookshop", "twn")


def test_the_command_of_every_cell_leads_to_it(shipped_completeness):
    for cell in shipped_completeness.cells:
        assert shipped_completeness.cell(*shipped_completeness.address(cell.wanted)) is cell


def test_it_measures_some_things_alone(found):
    kept = found.within([f"{EX}b"])
    cell = kept.cell("Bookshop", "town")
    assert (cell.answered, cell.of) == (0, 1)
    assert kept.score.things == 1
