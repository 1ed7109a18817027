"""A number that a question prints is that of the rows of the question it names."""

from __future__ import annotations

import pytest
from tests.conftest import WORLD

from partnerkg.errors import WrongHeader
from partnerkg.query import catalogue
from partnerkg.query.run import run
from partnerkg.store import embedded

COUNTING = [question for question in catalogue.catalogue() if question.counts]


@pytest.mark.parametrize("project", [None, str(WORLD)], ids=["shipped", "world"])
@pytest.mark.parametrize("question", COUNTING, ids=lambda question: question.name)
def test_each_number_equals_the_rows_it_leads_to(question, project):
    store, compared = embedded.read(project), 0
    for row in run(question, store):
        told = dict(zip(question.columns, row, strict=True))
        for column, name in question.counts.items():
            leads = catalogue.catalogue()[name]
            values = {key: told[key] for key in leads.parameters if key in told}
            assert values, (question.name, name)
            assert len(run(leads, store, **values)) == int(told[column].value), (column, told)
            compared += 1
    assert compared


def test_every_column_of_a_reading_leads_to_its_rows():
    question = catalogue.catalogue()["source_readings"]
    assert {*question.counts} == {"items", "quotes", "claims", "doubtful"}


def test_a_column_that_is_none_counts_nothing(tmp_path):
    path = tmp_path / "who.rq"
    path.write_text(
        '#+ summary: {"en": "Who?", "fr": "Qui ?"}\n#+ columns: {"who": "x"}\n#+ counts: {"whom": "y"}\n'
        "SELECT DISTINCT ?who { ?who a ?kind }"
    )
    with pytest.raises(WrongHeader, match="no column"):
        catalogue.read(str(path))
