"""How the headers of the questions are worded."""

from __future__ import annotations

import json

from tests.french import misprinted

from partnerkg.query.catalogue import catalogue


def test_french_has_the_spaces_of_print():
    headers = [line for question in catalogue() for line in question.text.splitlines() if line[:2] == "#+"]
    texts = [text for line in headers if "{" in line for text in _french(json.loads(line.partition(":")[2]))]
    assert len(texts) > 200
    assert [text for text in texts if misprinted(text)] == []


def _french(said):
    if not isinstance(said, dict):
        return []
    own = [said["fr"]] if isinstance(said.get("fr"), str) else []
    return own + [text for value in said.values() for text in _french(value)]
