"""Going through the doubts of a reading in a terminal, key by key."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("prompt_toolkit")
pty = pytest.importorskip("pty")
COMMAND = str(Path(sys.executable).parent / "partnerkg")
PAGE = "# Nos partenaires\n\n- La Plume (Arras)\n- Le Vélin (Lens)\n- Le Phare (Douai)\n- Quilombo\n- Librairie du Coin (Arras)\n"


class Terminal:
    """A pseudo-terminal in which the command runs."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.shown = ""
        self.process, self._end = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            wanted = {**os.environ, "TERM": "xterm", "LC_ALL": "en_GB.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
            os.execve(COMMAND, [COMMAND, *arguments], wanted)

    def until(self, words: str, patience: float = 60) -> str:
        """Wait for words to be shown, and return all that is shown since the last were."""
        end = time.monotonic() + patience
        while words.replace(" ", "") not in self.shown.replace(" ", ""):
            assert time.monotonic() < end, self.shown
            if select.select([self._end], [], [], 0.1)[0]:
                try:
                    data = os.read(self._end, 65536)
                except OSError:  # the command has ended
                    data = b""
                assert data or words.replace(" ", "") in self.shown.replace(" ", ""), self.shown
                self.shown += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", data.decode(errors="replace"))
        shown, self.shown = self.shown, ""
        return shown

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())


@pytest.fixture
def reading(tmp_path: Path, run) -> Path:
    """Return a reading with four doubts."""
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    run("init", "ours", "--publisher", "Nous")
    run("--project", "ours", "read", "page.md")
    return tmp_path / "ours" / "graph" / "readings" / "page.yaml"


def verdicts(reading: Path) -> dict[str, str]:
    import yaml

    return {entry["name"]: entry["verdict"] for entry in yaml.safe_load(reading.read_text())["review"]}


def soon(reading: Path, wanted: dict[str, str], patience: float = 30) -> bool:
    """Return whether a reading has these verdicts before patience ends."""
    end = time.monotonic() + patience
    while not wanted.items() <= verdicts(reading).items():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_it_saves_each_decision_and_takes_it_back(reading: Path) -> None:
    terminal = Terminal(reading.parents[2], "review", "--terminal", "page")
    terminal.until("1/4")
    terminal.press("\r")
    assert soon(reading, {"La Plume": "keep"})
    terminal.press("r")
    assert soon(reading, {"Le Vélin": "reject"})
    terminal.press("4\r")
    assert soon(reading, {"Le Phare": "unsure"})
    terminal.press("u")
    assert soon(reading, {"Le Phare": "open"})
    time.sleep(0.3)  # a key that comes again at once is held down
    terminal.press("u")
    assert soon(reading, {"Le Vélin": "open"})
    terminal.press("q")
    terminal.until("3 still to be decided")


def test_it_keeps_a_group_only_by_its_own_key(reading: Path) -> None:
    terminal = Terminal(reading.parents[2], "review", "--terminal", "page")
    terminal.until("1/4")
    terminal.press("g\r")
    time.sleep(0.3)
    terminal.press("su")  # leaves the group, and there is nothing to take back
    terminal.press("\r")
    assert soon(reading, {"La Plume": "keep", "Le Vélin": "open", "Le Phare": "open"})
    terminal.press("g")
    terminal.until("same rule and section")
    time.sleep(0.3)
    terminal.press("g")
    assert soon(reading, {"Le Vélin": "keep", "Le Phare": "keep"})
    terminal.press("1\r")  # who it is: the one of Paris
    assert soon(reading, {"Quilombo": "keep"})
    terminal.press("a")
    terminal.until("Taken into the graph: 5;")
    assert "organization: quilombo-paris" in reading.read_text()


def test_it_does_not_run_through_while_a_key_is_held(reading: Path) -> None:
    terminal = Terminal(reading.parents[2], "review", "--terminal", "page")
    terminal.until("1/4")
    terminal.press("\r" * 10)
    assert soon(reading, {"La Plume": "keep"})
    time.sleep(0.3)
    terminal.press("q")
    terminal.until("3 still to be decided")


def test_it_needs_a_terminal(run, reading: Path) -> None:
    found = run("--project", "ours", "review", "--terminal", "page")
    assert (found.returncode, "it needs a terminal" in found.stderr) == (2, True)
