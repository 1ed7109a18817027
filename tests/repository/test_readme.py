"""What the READMEs show is what the commands print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import partnerkg
from partnerkg import cli, resources

ROOT = Path(resources.root())
SHOWN = re.compile(r"```console\n\$ (partnerkg [^\n]*)\n(.*?)\n```", re.DOTALL)
LOCALES = {"README.md": "en_GB.UTF-8", "README.fr.md": "fr_FR.UTF-8"}
COMMANDS = [
    pytest.param(name, command, output, id=f"{name} {command}")
    for name in LOCALES
    for command, output in SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("name", "command", "output"), COMMANDS)
def test_a_readme_shows_what_a_command_prints(name, command, output):
    program = str(Path(sys.executable).parent / "partnerkg")
    environment = {**os.environ, "LC_ALL": LOCALES[name], "COLUMNS": "80"}
    found = subprocess.run(
        [program, *command.split()[1:]], check=True, capture_output=True, text=True, env=environment
    )
    assert found.stdout.rstrip() == output


@pytest.mark.parametrize("name", LOCALES)
def test_a_readme_shows_three_commands(name):
    assert len([command for command in COMMANDS if command.values[0] == name]) == 3


@pytest.mark.parametrize("name", LOCALES)
def test_the_query_of_a_readme_finds_the_words(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    query = re.search(r"```sparql\n(.*?)```", text, re.DOTALL)[1]
    (row,) = partnerkg.open().sparql(query).records()
    assert "a member of the French Librairies Sorcières network" in row["words"]


def inline(name):
    """Return the commands in the sentences of a README: the verb and the options of each."""
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    for command in re.findall(r"`(partnerkg\s[^`]+)`", text):
        words = command.split()
        while words[1].startswith("--"):  # a choice for all verbs, with its value
            del words[1:3]
        yield words[1], tuple(sorted({word for word in words if re.fullmatch(r"-[a-z]|--[a-z-]+", word)}))


@pytest.mark.parametrize("name", LOCALES)
def test_the_commands_in_the_sentences_of_a_readme_exist_with_their_options(name, capsys):
    found = set(inline(name))
    assert len(found) > 15
    for verb, options in found:
        help_ = ["query", "network_members", "--help"] if verb == "query" else [verb, "--help"]
        assert cli.run(help_) == 0, verb
        shown = capsys.readouterr().out
        assert [option for option in options if option not in shown] == [], verb


@pytest.mark.parametrize("name", LOCALES)
def test_the_python_of_a_readme_runs(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)[1]
    exec(compile(code, name, "exec"), {})


def test_both_readmes_show_the_same_commands():
    assert len(set(inline("README.md")) ^ set(inline("README.fr.md"))) == 0


@pytest.mark.parametrize("name", [*LOCALES, "CONTRIBUTING.md", "docs/architecture.md", "docs/readings.md"])
def test_the_links_of_a_text_lead_somewhere(name):
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
