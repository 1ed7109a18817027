"""Each row that no words prove leads to a question with the rows that it counts, as it is typed."""

from __future__ import annotations

import shlex

import pytest

from partnerkg.errors import WrongHeader
from partnerkg.query import catalogue
from partnerkg.query.run import run, solve
from partnerkg.store import embedded

LEADING = [question for question in catalogue.catalogue() if question.looked_at]
FEW = 12  # rows of a question that are followed


@pytest.fixture(scope="module")
def store():
    store = embedded.read()
    store.need()
    return store


def typed(command):
    """Return the question and the values of a line that is typed."""
    program, verb, name, *options = shlex.split(command)
    assert (program, verb) == ("partnerkg", "query")
    return name, {
        option.removeprefix("--"): value for option, value in zip(options[::2], options[1::2], strict=True)
    }


@pytest.mark.parametrize("question", LEADING, ids=lambda question: question.name)
def test_what_a_row_says_to_type_gives_as_many_rows_as_it_counts(question, store):
    examples = {
        name: parameter.example for name, parameter in question.parameters.items() if not parameter.optional
    }
    answer = solve(question, store, examples)
    for row, leads in list(zip(answer.rows, answer.leads, strict=True))[:: max(len(answer) // FEW, 1)]:
        told = dict(zip(answer.columns, row, strict=True))
        assert {lead.question for lead in leads} == set(question.looked_at)
        for lead in leads:
            name, values = typed(lead.command)
            rows = run(catalogue.catalogue()[name], store, **values)
            assert lead.column is None or len(rows) == int(told[lead.column].value), (lead, told)


def test_a_row_that_denies_leads_to_what_is_said_of_its_things(store):
    answer = solve(catalogue.catalogue()["organization_missing_identifiers"], store, {})
    place = answer.columns.index("organization")
    for row, (lead,) in list(zip(answer.rows, answer.leads, strict=True))[:3]:
        _, values = typed(lead.command)
        subjects = {said[0] for said in run(catalogue.catalogue()["statement_sources"], store, **values)}
        assert subjects == {row[place]}


@pytest.mark.parametrize(
    ("lists", "wrong"),
    [
        ('{"question": "y", "thing": "?whom"}', "`whom`, which is no column"),
        ('{"thing": "?who"}', "which question"),
    ],
)
def test_what_leads_nowhere_is_refused(tmp_path, lists, wrong):
    path = tmp_path / "who.rq"
    path.write_text(
        '#+ summary: {"en": "Who?", "fr": "Qui ?"}\n#+ columns: {"who": "x"}\n'
        f"#+ lists: {lists}\nSELECT DISTINCT ?who {{ ?who a ?kind }}"
    )
    with pytest.raises(WrongHeader, match=wrong):
        catalogue.read(str(path))
