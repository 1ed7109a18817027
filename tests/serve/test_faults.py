"""What a stranger is told went wrong: status, name and words of one problem."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import partnerkg.errors
from partnerkg.errors import (
    Ambiguous,
    FailedEndpoint,
    Message,
    MissingFile,
    OutOfMemory,
    PartnerkgError,
    UnknownThing,
    WorkerEnded,
)
from partnerkg.serve import faults
from partnerkg.serve.site import advice

_HOLE = re.compile(r"{(\w+)}")


def kinds(of: type[PartnerkgError] = PartnerkgError) -> list[type[PartnerkgError]]:
    """Return the errors that all rooms share; those of one room have the name and status of what they are."""
    for file in pkgutil.iter_modules(partnerkg.errors.__path__):
        importlib.import_module(f"partnerkg.errors.{file.name}")
    return [kind for one in of.__subclasses__() for kind in (one, *kinds(one))]


def test_every_error_has_the_status_and_the_words_that_are_documented_for_its_name():
    known = {name: (status, words) for name, status, words in faults.known()}
    assert len(known) == len(faults.known())
    holes = _HOLE.findall(" ".join(words for _, words in known.values()))
    shared = {kind for kind in kinds() if kind.__module__.startswith(("partnerkg.errors", faults.__name__))}
    for kind in shared - {Ambiguous, faults.Refusal}:  # the first lists what may be meant
        error = kind.__new__(kind)
        PartnerkgError.__init__(error, **dict.fromkeys([*holes, *_HOLE.findall(kind.message)], "what"))
        status, words = known[faults.name(error)]
        assert faults.status(error) == status, kind
        assert faults.said(error, "en") == str(Message(words, **error.details)), kind


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OutOfMemory(megabytes=9), (422, "out-of-memory", "No answer within 9 MB of memory, the most ")),
        (WorkerEnded(how="signal SIGABRT"), (422, "worker-ended", "The process that was to answer ended ")),
        (MissingFile(path="/srv/secret.ttl"), (500, "unexpected", "Something went wrong here; ")),
        (
            FailedEndpoint(url="http://10.0.0.1/", status=500, reason="x"),
            (502, "engine-failed", "The server that holds the graph "),
        ),
    ],
)
def test_a_problem_is_told_by_its_own_name_and_nothing_of_what_is_inside(error, told):
    status, name, words = told
    assert (faults.status(error), faults.name(error)) == (status, name)
    assert faults.said(error, "en").startswith(words)
    assert "10.0.0.1" not in faults.said(error, "en")
    assert "/srv" not in faults.said(error, "en")


def test_what_is_counted_goes_by_the_name_in_the_answer(web):
    def counted():
        return re.search(r'partnerkg_refused_total{reason="wrong-sparql"} (\d+)', web.get("/metrics").text)

    before = counted()
    answer = web.get("/sparql?query=SELECT").json()
    assert (answer["title"], answer["type"]) == ("wrong-sparql", "/problems#wrong-sparql")
    assert int(counted()[1]) == int(before[1] if before else 0) + 1
    assert 'id="wrong-sparql"' in web.get("/en/problems").text


def test_the_data_of_a_question_asked_wrongly_is_refused_as_everywhere(web):
    answer = web.get("/en/questions/network_members.csv?network=nobody")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["title"] == "unknown-thing"


def test_no_command_is_advised_where_there_is_no_command_line(web):
    for address, advised in (
        ("/api/show?name=zzzz", "`/api/search?text=WORDS` finds"),
        ("/api/queries/network_membres", "/api/queries lists them"),
    ):
        said = web.get(address).json()["detail"]
        assert (advised in said, "partnerkg " in said) == (True, False)


def test_a_page_advises_what_can_be_done_on_pages():
    error = UnknownThing(name="x", suggestion=Message("`partnerkg search WORDS` finds what there is."))
    assert str(advice.given(error, page=True)).endswith("is called `x`; the search finds what there is.")
