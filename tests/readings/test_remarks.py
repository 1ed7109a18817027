"""What the reader remarks about outside pages."""

from __future__ import annotations

import pytest

from partnerkg.readings import load

PAGE = """\
enrichment: 1
pages:
  - source: {slug: p, title: P, address: "https://p.example", language: fr}
    entries:
      - {organization: a, %s}
"""


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        ("since: 1990", [("a", "external", ["since"])]),
        ("note: not the club", [("a", "curated", ["note"])]),
        (
            "since: 1990, note: not the club, identity_candidate: organization:b",
            [("a", "external", ["since"]), ("a-remark", "curated", ["identity_candidate", "note"])],
        ),
    ],
)
def test_what_no_page_says_is_the_readers_own(tmp_path, said, claims):
    path = tmp_path / "pages.yaml"
    path.write_text(PAGE % said, encoding="utf-8")
    (reading,) = load.read(str(path))
    found = [(one.slug, one.status, sorted(fact.name for fact in one.facts)) for one in reading.claims]
    assert found == claims
