"""A number that a question prints is that of the rows of the question it names."""

from __future__ import annotations

import re

import pytest
from tests.conftest import WORLD

from partnerkg.errors import WrongHeader
from partnerkg.query import catalogue
from partnerkg.query.run import run
from partnerkg.store import embedded

COUNTING = [question for question in catalogue.catalogue() if question.counts]
COUNT = re.compile(r"\(COUNT\((?:DISTINCT )?[^()]*\) AS \?(\w+)\)|BIND\(COALESCE\(\?\w+, 0\) AS \?(\w+)\)")
FEW = 24  # rows of a question that are followed


@pytest.fixture(scope="module", params=[None, str(WORLD)], ids=["shipped", "world"])
def store(request):
    store = embedded.read(request.param)
    store.need()
    return store


@pytest.mark.parametrize("question", COUNTING, ids=lambda question: question.name)
def test_each_number_equals_the_rows_it_leads_to(question, store):
    rows, compared = run(question, store).rows, 0
    for row in [*rows[:FEW], *rows[FEW :: max(len(rows) // FEW, 1)]]:
        told = dict(zip(question.columns, row, strict=True))
        for column, leads in question.counts.items():
            other = catalogue.catalogue()[leads.question]
            values = leads.values(other.parameters, told)
            assert values, (question.name, leads)
            assert len(run(other, store, **values)) == int(told[column].value), (column, told)
            compared += 1
    assert compared or not rows


def test_every_column_that_counts_leads_to_its_rows():
    counting = {
        (question.name, name)
        for question in catalogue.catalogue()
        for name in {name for pair in COUNT.findall(question.text) for name in pair} & {*question.columns}
    }
    assert counting - {(one.name, column) for one in COUNTING for column in one.counts} == set()


def written(tmp_path, counts):
    path = tmp_path / "who.rq"
    path.write_text(
        '#+ summary: {"en": "Who?", "fr": "Qui ?"}\n#+ columns: {"who": "x", "many": "number"}\n'
        f"#+ counts: {counts}\nSELECT DISTINCT ?who ?many {{ ?who a ?kind ; ?many ?kind }}"
    )
    return catalogue.read(str(path))


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ('{"whom": "y"}', "`whom`, which is no column"),
        ('{"many": {"question": "y", "thing": "?whom"}}', "`whom`, which is no column"),
        ('{"many": {"thing": "?who"}}', "does not say which question"),
    ],
)
def test_what_leads_nowhere_is_refused(tmp_path, counts, wrong):
    with pytest.raises(WrongHeader, match=wrong):
        written(tmp_path, counts)


def test_a_question_is_told_columns_and_values(tmp_path):
    leads = written(tmp_path, '{"many": {"question": "y", "thing": "?who", "kind": "pk:School"}}').counts[
        "many"
    ]
    assert leads.values(["thing", "kind", "more"], {"who": 1, "many": 2}) == {"thing": 1, "kind": "pk:School"}
    assert written(tmp_path, '{"many": "y"}').counts["many"].values(["who", "other"], {"who": 1}) == {
        "who": 1
    }
