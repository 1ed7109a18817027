"""What a real bash offers after TAB."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND, WORLD

TAB = """
eval "$(partnerkg completion bash)"
COMP_LINE="$1" COMP_POINT=${#1} COMP_TYPE=9 COMP_WORDBREAKS=$' \\t\\n"\\x27><=;|&(:'
_python_argcomplete partnerkg
printf '%s\\n' "${COMPREPLY[@]}"
"""
PATH = f"{Path(COMMAND).parent}:{os.environ['PATH']}"


@pytest.fixture
def offered(tmp_path):
    """Return a function that gives what bash offers after a line."""

    def offering(line):
        found = subprocess.run(
            ["bash", "--norc", "-c", TAB, "bash", line],
            check=True,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "PATH": PATH, "LC_ALL": "C.UTF-8"},
        )
        return [one.strip() for one in found.stdout.splitlines() if one.strip()]

    return offering


@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("partnerkg que", {"query", "questions"}),
        ("partnerkg --la", {"--lang"}),
        ("partnerkg --lang ", {"en", "fr"}),
        ("partnerkg completion ", {"bash", "zsh", "fish"}),
        ("partnerkg query network_m", {"network_members", "network_member_counts"}),
        ("partnerkg query network_members ", {"--network", "--why", "--format"}),
        ("partnerkg query network_members --network ", {"librairies-sorcieres"}),
        ("partnerkg query network_members --network=lib", {"librairies-sorcieres"}),
        ("partnerkg query place_kind_partners --commune lil", {"Lille", "Lillers"}),
        ("partnerkg query network_members --format mark", {"markdown"}),
        ("partnerkg show Cap", {"cap-nord-arras"}),
        ("partnerkg show Média", {"mediatheque-verlaine-arras"}),
        ("partnerkg show Cap\\ N", {"cap-nord-arras"}),
        ("partnerkg help read", {"readings"}),
        ("partnerkg export --source lis", {"lis-avec-moi"}),
        ("partnerkg export --kind book", {"bookshop", "book-fair"}),
        ("partnerkg export --organization les-lis", {"les-lisieres"}),
        ("partnerkg export --query network_v", {"network_values"}),
        ("partnerkg export --format xl", {"xlsx"}),
        ("partnerkg validate --focus les-lis", {"les-lisieres"}),
        ("partnerkg completeness --organization les-lis", {"les-lisieres"}),
        ("partnerkg completeness --missing Book", {"Bookshop"}),
        ("partnerkg completeness --missing Bookshop ", {"siret", "commune"}),
        (f"partnerkg --project {WORLD} show la-p", {"la-plume-rivebois"}),
        (f"partnerkg show --project {WORLD} la-p", {"la-plume-rivebois"}),
    ],
)
def test_it_offers_what_may_come_next(offered, line, among):
    assert among <= set(offered(line))


def test_it_offers_nothing_else(offered):
    assert set(offered("partnerkg query network_members --network ")) == {"librairies-sorcieres"}
    assert set(offered("partnerkg sho")) == {"show"}
    assert set(offered("partnerkg help pag")) == {"pages"}
    assert set(offered("partnerkg show 'cap-n")) == {"cap-nord-arras"}


@pytest.mark.parametrize(
    "line", ["partnerkg nonsense ", "partnerkg query nonsense --x ", "partnerkg --project /no show a"]
)
def test_it_offers_nothing_and_says_nothing_where_a_line_is_wrong(offered, line):
    assert offered(line) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_writes_a_script_for_each_shell(run, shell):
    assert "partnerkg" in run("completion", shell).stdout


def test_another_shell_is_refused(run):
    assert run("completion", "tcsh").returncode == 2


@pytest.mark.parametrize(
    ("command", "setup", "typed", "done"),
    [
        (
            ("bash", "--rcfile", ".zshrc", "-i"),
            "",
            "partnerkg query network_members --network lib\t\n",
            "Le Bateau Livre",
        ),
        (
            ("zsh", "-i"),
            "autoload -Uz compinit; compinit -u -d dump",
            "partnerkg show Cap\\ N\t\n",
            "town: Arras",
        ),
    ],
)
def test_a_person_presses_tab(tmp_path, absent, command, setup, typed, done):
    if not shutil.which(command[0]):
        absent(f"no {command[0]} here: apt-get install {command[0]}")
    (tmp_path / ".zshrc").write_text(f'PS1="> "\n{setup}\neval "$(partnerkg completion {command[0]})"\n')
    process, screen = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        given = {**os.environ, "PATH": PATH, "TERM": "dumb", "LC_ALL": "C.UTF-8", "ZDOTDIR": str(tmp_path)}
        os.execvpe(command[0], command, given)
    try:
        os.write(screen, typed.encode())
        seen, end = "", time.monotonic() + 30
        while done not in seen and time.monotonic() < end:
            if select.select([screen], [], [], 0.2)[0]:
                seen += os.read(screen, 4096).decode(errors="replace")
    finally:
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(screen)
    assert done in seen
