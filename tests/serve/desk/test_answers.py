"""The desk asked over HTTP as a browser without scripts asks it."""

from __future__ import annotations

import html
import re

import pytest
from tests.serve.desk.conftest import review, verdicts

from partnerkg.pipeline.desk import Sitting
from partnerkg.pipeline.opened import at

TOKEN = "t" * 43
HERE = "http://127.0.0.1:8080"


@pytest.fixture
def client(project):
    from starlette.testclient import TestClient

    from partnerkg.serve.desk.app import app

    with TestClient(app(Sitting(at(str(project)), "page"), TOKEN, "en"), HERE) as client:
        yield client


def form(text: str) -> dict[str, str]:
    """Return what the form of a screen sends if nothing is changed."""
    found = re.findall(r'<input(?: type="hidden")? name="([^"]*)" value="([^"]*)"', text)
    return {name: html.unescape(value) for name, value in found}


def answer(client, address: str, do: str, **changes: str):
    sent = form(client.get(address).text) | changes | {"do": do}
    return client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE})


def test_a_verdict_is_saved_and_the_next_doubt_comes(client, project):
    first = answer(client, f"/{TOKEN}/en/", "keep")
    assert "<mark>école des Tilleuls</mark>" in first.text
    answer(client, str(first.url), "reject")
    assert list(verdicts(project).values())[:3] == ["keep", "reject", "open"]


def test_what_is_corrected_is_saved_with_the_verdict(client, project):
    answer(client, f"/{TOKEN}/en/", "keep", name="lycée Louis Blériot")
    entry = review(project)[0]
    assert entry["verdict"] == "keep"
    assert {"claim": "name", "status": "interpreted", "name": "lycée Louis Blériot"} in entry["claims"]


def test_who_saw_something_else_changes_nothing(client, project):
    seen = form(client.get(f"/{TOKEN}/en/").text)
    answer(client, f"/{TOKEN}/en/", "reject")
    late = client.post(f"/{TOKEN}/en/", data=seen | {"do": "keep"}, headers={"Origin": HERE})
    assert (late.status_code, "was changed meanwhile" in late.text) == (409, True)
    assert verdicts(project)["lycée Blériot"] == "reject"


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", f"/{TOKEN[:-1]}u/en/", {}, 404),
        ("GET", "/", {}, 404),
        ("GET", "/static/desk.js", {}, 404),
        ("GET", f"/{TOKEN}/en/", {"Host": "desk.example:8080"}, 421),
        ("GET", f"/{TOKEN}/en/", {"Host": "127.0.0.1"}, 421),
        ("POST", f"/{TOKEN}/en/", {"Origin": "http://page.example"}, 403),
        ("POST", f"/{TOKEN}/en/", {"Origin": "null"}, 403),
        ("POST", f"/{TOKEN}/en/", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("PUT", f"/{TOKEN}/en/", {}, 405),
    ],
)
def test_it_refuses_whoever_is_not_the_desk_itself(client, project, method, path, headers, status):
    sent = form(client.get(f"/{TOKEN}/en/").text) | {"do": "keep"}
    body = {"data": sent} if method == "POST" else {}
    assert client.request(method, path, headers=headers, **body).status_code == status
    assert set(verdicts(project).values()) == {"open"}


def test_the_page_is_shown_as_text(client):
    shown = client.get(f"/{TOKEN}/en/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown.text
    assert "<script>" not in shown.text
    assert "default-src 'none'" in shown.headers["content-security-policy"]
