"""Odd values for every option and argument of every verb: an answer, findings or one clear line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator
from itertools import islice

import pytest

from partnerkg import cli
from partnerkg.cli import parser
from partnerkg.pipeline.opened import at
from partnerkg.serve.site import Site

ODD = (
    *("", " ", "-", "--", "\0", "a\x1b[2J", "\udcff", "²", "-1", "1e999", "99999999999999999999", "x" * 3000),
    *("http://[", "http://e/#f", "<>", "_:b", "pk:", "a=b", "=", "2026-13-45", "..\\", "%00", "nothing.ttl"),
    *("data.ttl", "empty", "broken.jsonld", "/dev/null"),
)
EACH = 3  # so many options in a row get all the values between them
DEAR = {
    "completeness": 6,
    "documentation": 9,
    "load": 6,
    "site": 9,
    "validate": 6,
}  # where a command takes longest
WAITING = ("serve", "mcp")  # for whoever asks next
NEEDED = {
    "diff": ["data.ttl", "data.ttl"],
    "documentation": ["-o", "pages"],
    "fair": ["empty"],
    "load": ["data.ttl", "-o", "store"],
    "push": ["http://127.0.0.1:9/sparql"],
    "release": ["0.2.0", "-o", "released"],
    "search": ["x"],
    "show": ["x"],
}


def _options(verb: str, monkeypatch: pytest.MonkeyPatch) -> list[argparse.Action]:
    """Return the options and arguments of a verb that take a value."""
    made: list[parser.Parser] = []
    built = parser.Parser.__init__

    def building(self: parser.Parser, *arguments: object, **named: object) -> None:
        built(self, *arguments, **named)
        made.append(self)

    with monkeypatch.context() as patch:
        patch.setattr(parser.Parser, "__init__", building)
        assert cli.run([verb, "--help"]) == 0
    found = {action.dest: action for one in made for action in one._actions if one.prog.endswith(f" {verb}")}
    return [action for action in found.values() if action.nargs != 0 and action.dest != "lang"]


def _commands(verb: str, actions: list[argparse.Action]) -> Iterator[list[str]]:
    each = DEAR.get(verb, EACH)
    for place, action in enumerate(actions):
        for odd in ODD[place % each :: each]:
            if not action.option_strings:
                yield [verb, odd]
            else:
                rest = NEEDED.get(verb, [])
                rest = rest[: rest.index("-o")] if "-o" in action.option_strings and "-o" in rest else rest
                yield [verb, f"{action.option_strings[-1]}={odd}", *rest]


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "data.ttl").write_text("<http://e/s> a <https://w3id.org/partnerkg/ontology#Bookshop> .")
    (tmp_path / "broken.jsonld").write_text('{"@id": "' + " " * 200_000)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))  # for "-"


@pytest.mark.thorough
@pytest.mark.parametrize("verb", [verb for verb in parser.VERBS if verb not in WAITING])
def test_no_value_is_unexpected(verb, here, capfd, monkeypatch):
    actions = _options(verb, monkeypatch)
    assert actions
    some = list(islice(Site(at("data.ttl")).paths(), 3))
    monkeypatch.setattr(Site, "paths", lambda site: iter(some))  # all the pages are not the point
    for arguments in _commands(verb, actions):
        code = cli.run(["--project", "data.ttl", *arguments])
        _, said = capfd.readouterr()
        assert code in (0, 1, 2), arguments
        assert "PARTNERKG_TRACEBACK" not in said, (arguments, said)
        assert "Traceback" not in said, (arguments, said)
        assert said or code != 2, arguments
        if not os.path.exists("data.ttl"):
            pytest.fail(f"{arguments} took a file away")


@pytest.mark.parametrize("base", ["", "x", "no iri", "http://[", "http://e/%zz", "//e/a"])
def test_a_base_is_an_iri(base, here, capfd):
    assert cli.run(["export", "data.ttl", "--base", base]) == 2
    assert f"`{base}` is no base" in capfd.readouterr().err


@pytest.mark.parametrize("argument", ["\0", "\udcff"])
def test_an_argument_is_text(argument, here, capfd):
    assert cli.run(["show", argument]) == 2
    assert "is no text in UTF-8" in capfd.readouterr().err
