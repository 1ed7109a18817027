"""The desk asked over HTTP as a browser without scripts asks it."""

from __future__ import annotations

import html
import re

import pytest
import yaml
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
    chosen = re.findall(r'<input type="radio" name="(who)" value="([^"]*)" checked', text)
    for select, options in re.findall(r'<select name="([^"]*)">(.*?)</select>', text):
        chosen += [(select, value) for value in re.findall(r'value="([^"]*)"[^>]* selected', options)]
    return {name: html.unescape(value) for name, value in (*found, *chosen)}


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


def test_what_was_corrected_is_named_at_the_end(client, project):
    answer(client, f"/{TOKEN}/en/", "keep", name="lycée Louis Blériot")
    assert "1 corrected by hand" in client.get(f"/{TOKEN}/en/?screen=end").text
    answer(client, f"/{TOKEN}/en/", "undo")
    assert "corrected by hand" not in client.get(f"/{TOKEN}/en/?screen=end").text


def test_a_place_that_is_none_is_refused_and_what_was_written_stays(client, project):
    late = answer(client, f"/{TOKEN}/en/", "keep", town="Nowhere-sur-Rien", name="le lycée")
    assert (late.status_code, 'role="alert"' in late.text, 'value="le lycée"' in late.text) == (
        409,
        True,
        True,
    )
    assert verdicts(project)["lycée Blériot"] == "open"


def test_not_sure_is_a_decision_and_the_thing_stays_apart(client, project):
    answer(client, f"/{TOKEN}/en/", "keep", who="4")
    assert verdicts(project)["lycée Blériot"] == "unsure"


def test_who_it_is_must_be_who_was_shown(client, project):
    late = answer(client, f"/{TOKEN}/en/", "keep", who="1 https://graph.example/id/organization/else")
    assert (late.status_code, verdicts(project)["lycée Blériot"]) == (409, "open")


def test_a_name_that_is_corrected_to_a_known_one_can_be_kept_as_that(client, project):
    sent = form(client.get(f"/{TOKEN}/en/").text) | {"name": "Le Bateau Livre", "town": "Lille", "do": "look"}
    looked = client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE}).text
    value = re.search(r'value="(\d https[^"]*le-bateau-livre-lille)"', looked)[1]
    client.post(f"/{TOKEN}/en/", data=sent | {"who": value, "do": "keep"}, headers={"Origin": HERE})
    assert review(project)[0]["organization"] == "le-bateau-livre-lille"


def doubt_of(client, name: str) -> str:
    """Return the address of the doubt of a name."""
    numbers = (f"/{TOKEN}/en/?doubt={number}" for number in range(1, 9))
    return next(one for one in numbers if f"<mark>{name}</mark></h1>" in client.get(one).text)


def known(project) -> dict:
    return next(one for one in review(project) if one["quote"] == "Le Bateau Livre")


def test_who_is_known_is_offered_with_the_words_of_another_page(client, project):
    there = doubt_of(client, "Le Bateau Livre")
    page = client.get(there).text
    assert "Same name" in page
    assert "<mark>Le Bateau Livre (Lille)</mark>" in page
    value = re.search(r'value="(1 https[^"]*)"', page)[1]
    answer(client, there, "keep", who=value)
    assert (known(project)["organization"], known(project)["verdict"]) == ("le-bateau-livre-lille", "keep")


def test_another_of_the_same_name_is_never_taken_for_the_known_one(client, project):
    there = doubt_of(client, "Le Bateau Livre")
    answer(client, there, "keep", who=re.search(r'value="(1 https[^"]*)"', client.get(there).text)[1])
    answer(client, there, "keep", who="3")
    assert known(project)["organization"] not in ("le-bateau-livre-lille", "")
    assert "same" not in known(project)


def test_a_group_keeps_what_is_ticked_and_the_rest_is_asked_alone(client, project):
    shown = client.get(f"/{TOKEN}/en/?group=1").text
    assert shown.index("<button disabled hidden>") < shown.index('value="group"')  # Enter keeps no group
    lines = re.findall(r'name="line" value="([^"]*)"', shown)
    assert len(lines) == 3
    sent = {"line": lines[1:], "do": "group", "number": "1"}
    after = client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE})
    assert list(verdicts(project).values())[:3] == ["open", "keep", "keep"]
    assert "<mark>lycée Blériot</mark>" in after.text


def test_undo_takes_back_as_often_as_was_decided(client, project):
    answer(client, f"/{TOKEN}/en/", "keep")
    answer(client, f"/{TOKEN}/en/", "reject")
    for _ in range(2):
        answer(client, f"/{TOKEN}/en/", "undo")
    assert set(verdicts(project).values()) == {"open"}
    assert "There is nothing to take back." in answer(client, f"/{TOKEN}/en/", "undo").text


def test_it_publishes_at_the_end_and_withdraws_what_it_published(client, project):
    while 'value="publish"' not in client.get(f"/{TOKEN}/en/").text:
        answer(client, f"/{TOKEN}/en/", "keep")
    decided = review(project)
    done = client.post(f"/{TOKEN}/en/", data={"do": "publish"}, headers={"Origin": HERE})
    assert "Published: it is in the graph and on its pages." in done.text
    assert "lycée Blériot" in client.get(f"/{TOKEN}/site/en/search").text
    assert "lycée Blériot" in (project / "graph" / "claims" / "page.trig").read_text()
    client.post(f"/{TOKEN}/en/", data={"do": "withdraw"}, headers={"Origin": HERE})
    assert "lycée Blériot" not in client.get(f"/{TOKEN}/site/en/search").text
    assert sorted(review(project), key=lambda one: one["at"]) == sorted(decided, key=lambda one: one["at"])


def test_what_no_rule_has_read_can_be_added(client, project):
    page = client.get(f"/{TOKEN}/en/").text
    found = re.search(r'value="(add \d+-\d+)" formnovalidate>Add<span class="vh"> Zoé Zibeline<', page)
    after = client.post(f"/{TOKEN}/en/", data={"do": found[1]}, headers={"Origin": HERE})
    assert "<mark>Zoé Zibeline</mark>" in after.text
    assert (review(project)[-1]["name"], review(project)[-1]["verdict"]) == ("Zoé Zibeline", "open")


def test_a_field_offers_what_is_known(client):
    towns = client.get(f"/{TOKEN}/offers", params={"field": "town", "q": "bethu"}).json()
    assert towns[0][0] == "Béthune"
    names = client.get(f"/{TOKEN}/offers", params={"field": "name", "q": "bateau l"}).json()
    assert "Le Bateau Livre" in [name for name, _ in names]


def test_two_windows_lose_nothing(client, project):
    first, second = (form(client.get(f"/{TOKEN}/en/?doubt={number}").text) for number in (1, 2))
    for sent, verdict in ((second, "reject"), (first, "keep")):
        done = client.post(f"/{TOKEN}/en/", data=sent | {"do": verdict}, headers={"Origin": HERE})
        assert done.status_code == 200
    assert list(verdicts(project).values())[:2] == ["keep", "reject"]


def kept_all(client):
    while 'value="publish"' not in (page := client.get(f"/{TOKEN}/en/").text):
        answer(client, f"/{TOKEN}/en/", "keep")
    return page


def activity(project) -> dict:
    claims = [claim for claim in review(project)[0].get("claims", ()) if claim["claim"] == "activity"]
    return claims[0] if claims else {}


def test_an_activity_is_kept_by_its_name_in_either_language(client, project):
    assert '<option value="book loan">' in client.get(f"/{TOKEN}/en/").text
    answer(client, f"/{TOKEN}/en/", "keep", activity="Prêt de livres")
    assert activity(project)["collaboration"] == {"activities": ["book-loan"]}
    assert 'name="activity" value="book loan"' in client.get(f"/{TOKEN}/en/?doubt=1").text


def test_an_activity_that_is_not_known_rests_on_the_words_of_the_page(client, project):
    late = answer(client, f"/{TOKEN}/en/", "keep", activity="sauts à ski")
    assert (late.status_code, 'role="alert"' in late.text, activity(project)) == (409, True, {})
    answer(client, f"/{TOKEN}/en/", "keep", activity="lisons chaque mois")
    said = activity(project)
    assert said["quote"] == "lisons chaque mois avec le lycée Blériot"
    assert said["collaboration"] == {"description": "lisons chaque mois"}


def test_it_proposes_what_the_page_says_of_a_list_and_publishes_it_with_its_words(client, project):
    page = kept_all(client)
    assert "<mark>et bien d’autres</mark>" in page
    sent = {"list": "librairies", "completeness": "open", "words": "et bien d’autres", "read": "1"}
    done = client.post(f"/{TOKEN}/en/", data=sent | {"do": "publish"}, headers={"Origin": HERE})
    assert "Published" in done.text
    reading = yaml.safe_load((project / "graph" / "readings" / "page.yaml").read_text())
    said = next(one for one in reading["sections"] if one["section"] == "librairies")["list"]
    assert {key: said[key] for key in ("completeness", "quote", "read")} == {
        "completeness": "open",
        "quote": "et bien d’autres",
        "read": "every-item",
    }
    claims = (project / "graph" / "claims" / "page.trig").read_text()
    assert "list-completeness:open" in claims
    client.post(f"/{TOKEN}/en/", data={"do": "withdraw"}, headers={"Origin": HERE})
    assert "list-completeness:open" not in (project / "graph" / "claims" / "page.trig").read_text()


def test_words_that_do_not_stand_there_say_nothing_of_a_list(client, project):
    kept_all(client)
    before = (project / "graph" / "readings" / "page.yaml").read_text()
    sent = {"list": "librairies", "completeness": "complete", "words": "rien de plus", "do": "lists"}
    late = client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE})
    assert (late.status_code, 'value="rien de plus"' in late.text) == (409, True)
    assert (project / "graph" / "readings" / "page.yaml").read_text() == before


def test_what_was_said_of_a_list_is_published_alone_and_taken_back(client, project):
    kept_all(client)
    client.post(f"/{TOKEN}/en/", data={"do": "publish"}, headers={"Origin": HERE})
    sent = {"list": "librairies", "completeness": "", "words": "", "read": "1", "do": "lists"}
    saved = client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE})
    assert "Publish what is said of the lists" in saved.text
    assert "Publish what is said of the lists" not in answer(client, f"/{TOKEN}/en/", "undo").text
    client.post(f"/{TOKEN}/en/", data=sent, headers={"Origin": HERE})
    client.post(f"/{TOKEN}/en/", data={"do": "publish"}, headers={"Origin": HERE})
    assert "librairies-list-read" in (project / "graph" / "claims" / "page.trig").read_text()


def test_another_desk_takes_back_what_this_one_decided(client, project):
    from starlette.testclient import TestClient

    from partnerkg.serve.desk.app import app

    answer(client, f"/{TOKEN}/en/", "keep")
    with TestClient(app(Sitting(at(str(project)), "page"), TOKEN, "en"), HERE) as later:
        assert "Last decision: “lycée Blériot”, kept." in later.get(f"/{TOKEN}/en/").text
        answer(later, f"/{TOKEN}/en/", "undo")
    assert verdicts(project)["lycée Blériot"] == "open"


ODD = [
    "",
    "0",
    "-1",
    "9" * 30,
    "é\u202e",
    "\x00",
    "<script>",
    "a" * 3000,
    "same",
    "other",
    "[]",
    "1;2",
    "%zz",
]


def test_whatever_a_form_sends_is_answered(client):
    from random import Random

    draw = Random(1)
    first = form(client.get(f"/{TOKEN}/en/").text)
    for _ in range(30):
        changed = {
            name: draw.choice(ODD) for name in draw.sample([*first, "who", "name", "kind", "town", "x"], 3)
        }
        sent = {**first, **changed, "do": draw.choice([*ODD, "accept", "reject", "undo", "who", "edit"])}
        method, path = (
            draw.choice(["GET", "POST", "POST"]),
            draw.choice(["", "page", "3", "../x", "end", "é", "done"]),
        )
        found = client.request(
            method,
            f"/{TOKEN}/{draw.choice(['en', 'fr', 'xx'])}/{path}",
            data=sent,
            params=changed,
            headers={"Origin": HERE},
        )
        assert found.status_code < 500, (method, path, sent)
        assert "Unexpected" not in found.text, (method, path, sent)
