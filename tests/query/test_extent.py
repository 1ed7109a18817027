"""Whether an answer is all there is, by what the lists it rests on say."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import partnerkg
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.query.catalogue import catalogue
from partnerkg.query.extent import COMPLETE, PARTIAL, UNKNOWN, Extent, Listed
from partnerkg.query.results import Solutions

BASE = "https://w3id.org/partnerkg/id/source-list/"
NETWORK = """
PREFIX pk: <https://w3id.org/partnerkg/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organization: <https://w3id.org/partnerkg/id/organization/>
PREFIX source-list: <https://w3id.org/partnerkg/id/source-list/>
PREFIX list-completeness: <https://w3id.org/partnerkg/concept/list-completeness/>
organization:net a pk:Network . organization:other a pk:Network .
organization:a org:memberOf organization:net .
source-list:of-another pk:listSubject organization:other ; pk:listInverseProperty org:memberOf ;
    pk:listCompleteness list-completeness:open ; pk:completenessWords "etc." .
"""
LIST = "source-list:page-net-members pk:listSubject organization:net ; pk:listInverseProperty org:memberOf"
SAYS_ALL = '; pk:listCompleteness list-completeness:complete ; pk:completenessWords "these three"'
GOES_ON = SAYS_ALL.replace(":complete ", ":continued-elsewhere ")


def ask(tmp_path, *lines):
    path = tmp_path / "net.ttl"
    path.write_text(NETWORK + "".join(f"{line} .\n" for line in lines), encoding="utf-8")
    answer = partnerkg.open(path).query("network_members", network="net")
    assert len(answer) == 1
    return answer.completeness


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ((), UNKNOWN),
        ((LIST,), UNKNOWN),
        ((f"{LIST} ; pk:everyItemRead true",), UNKNOWN),
        ((LIST + SAYS_ALL,), UNKNOWN),
        ((f"{LIST}{SAYS_ALL} ; pk:everyItemRead true",), COMPLETE),
        ((f"{LIST}{SAYS_ALL} ; pk:everyItemRead false",), PARTIAL),
        ((f"{LIST} ; pk:everyItemRead false",), PARTIAL),
        ((f"{LIST}{GOES_ON} ; pk:everyItemRead true",), PARTIAL),
        ((f"{LIST}{SAYS_ALL} ; pk:everyItemRead true", LIST.replace("page", "second")), UNKNOWN),
        ((f"{LIST}{SAYS_ALL} ; pk:everyItemRead true", LIST.replace("page", "second") + GOES_ON), PARTIAL),
    ],
)
def test_it_is_complete_only_if_every_page_says_so_and_all_was_read(tmp_path, lines, state):
    assert ask(tmp_path, *lines).state == state


def test_it_says_why_in_the_words_of_the_page(tmp_path):
    complete = ask(tmp_path, f"{LIST}{SAYS_ALL} ; pk:everyItemRead true").message()
    assert str(complete) == (
        "Complete answer, on the day the page was read: it says “these three” (page-net-members)."
    )
    partial = ask(tmp_path, f"{LIST} ; pk:everyItemRead false").message()
    assert str(partial) == "Partial answer: not every item of its lists was read (page-net-members)."


def test_it_gives_no_more_than_three_reasons():
    found = Extent(Listed(f"{BASE}{name}", "open", "etc.", None) for name in "abcde")
    assert str(found.message()) == (
        "Partial answer: the page says “etc.” (a), “etc.” (b), “etc.” (c), and 2 more."
    )


@given(st.lists(st.sampled_from([COMPLETE, "open", "continued-elsewhere", None]), max_size=5))
def test_it_is_never_complete_where_a_page_does_not_say_so(said):
    found = Extent(Listed(f"{BASE}{place}", what, what, True) for place, what in enumerate(said))
    assert (found.state == COMPLETE) == (set(said) == {COMPLETE})
    assert (found.state == PARTIAL) == bool({"open", "continued-elsewhere"} & set(said))
    assert "{" not in str(found.message())


def test_it_is_looked_for_only_when_it_is_asked_for():
    asked = []
    answer = Solutions(("a",), [])
    answer.rest_on(lambda: asked.append(1))
    assert (asked, answer.completeness, answer.completeness, asked) == ([1], None, None, [1])


def test_it_goes_with_an_answer_to_another_process():
    answer = partnerkg.open().query("network_values")
    again = pickle.loads(pickle.dumps(answer))
    assert (again.rows, again.columns) == (answer.rows, answer.columns)
    assert again.completeness.record() == answer.completeness.record()


EXPECTED = {
    "publisher_partners": ["lis-avec-moi-bookshops"],
    "network_members": [],
    "network_values": ["lis-avec-moi-librairies-sorcieres-values"],
    "programme_partners": ["lis-avec-moi-premieres-pages-actions"],
    "place_partners": ["coleres-du-present-companions", "lis-avec-moi-bookshops"],
    "bookshop_places": ["lis-avec-moi-bookshops"],
    "place_small_libraries": [],
    "activity_categories": ["lis-avec-moi-bookshops", "lis-avec-moi-premieres-pages-actions"],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_shipped_questions_rest_on_these_open_lists(name):
    question = catalogue()[name]
    values = {key: parameter.example for key, parameter in question.parameters.items()}
    found = partnerkg.open().query(name, **values).completeness
    assert [listed.name for listed in found.reasons] == EXPECTED[name]


@pytest.mark.parametrize("name", [question.name for question in catalogue() if question.completeness])
def test_it_needs_no_room_that_its_question_does_not_read(name):
    question = catalogue()[name]
    values = {key: parameter.example for key, parameter in question.parameters.items()}
    graph = KnowledgeGraph()  # whose files are read when a question needs them
    answer = graph.query(name, **values)
    before = set(graph.store._waiting)
    assert answer.completeness is not None
    assert set(graph.store._waiting) == before
