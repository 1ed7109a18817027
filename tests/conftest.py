"""What all tests may use: an invented project, an invented page and its reading."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from partnerkg.store import embedded

WORLD = Path(__file__).parent / "world"
# Rooms and files that start processes, go through the whole graph, or try every shape.
SLOW = {
    *("cli", "pipeline", "release", "repository", "serve", "serve/site", "serve/desk", "shapes", "workers"),
    *("documentation/test_pages", "documentation/test_reading", "store/test_held", "query/test_labelled"),
    *("query/test_convert", "completeness/test_agreement", "completeness/rows", "export/test_networks"),
    *(
        "export/test_formats",
        "extract/test_view",
        "differential",
        "rdf/test_plain_lines",
        "sparql/test_repeats",
        "sparql/test_algebra",
    ),
    *("export/test_round_trips", "export/test_selection", "export/test_tables", "query/test_questions"),
    *("rdf/nesting/test_pieces", "rdf/test_difference", "rdf/test_doors", "readings/test_build"),
    *("completeness/test_measuring", "query/test_choices", "query/test_explain", "files/test_runs"),
    *("validate/test_places", "query/test_fitting", "query/test_picture", "query/test_extent"),
    *("query/test_agreement", "export/test_rdf12"),
}
# Where each test takes seconds, and what it promises is tested in small elsewhere: whole releases, every verb on
# the shipped graph, processes that are killed, servers.
LONG = {
    *("cli/test_completeness", "cli/test_documentation", "cli/test_ending", "cli/test_export_large"),
    *("cli/test_release", "identifiers/test_entries", "identifiers/test_sheet", "identifiers/test_take"),
    *(
        "pipeline/test_arguments",
        "pipeline/test_since",
        "query/proof/test_promise",
        "rdf/test_reading",
        "release/test_landing",
    ),
    *("release/test_release", "remote", "serve", "store/test_persisted", "conformance/test_w3c_protocol"),
    *("cli/test_walkthrough", "cli/test_review", "cli/test_identifiers", "pipeline/test_files"),
    *(
        "pipeline/test_killed",
        "pipeline/test_apart",
        "query/proof/test_words",
        "serve/desk",
        "serve/site",
        "workers",
    ),
    *("pipeline/test_projects", "rdf/nesting/test_pieces", "resolve/test_linked"),
}
settings.register_profile(
    "steady",
    deadline=None,  # a loaded machine is slow
    derandomize=True,  # what is found by chance is not for whoever runs the tests next: --hypothesis-profile=default
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
THOROUGH = {"serve", "serve_virtuoso", "reasoner", "peer"}  # servers, Java, other engines
TEXT = "NOS LIBRAIRIES :\nLa Plume (Arras), Le Vélin.\nLes écoles A et B de Lens.\n"


def place(words: str) -> str:
    """Return the three lines of a passage as a reading has them."""
    start = TEXT.index(words)
    end = start + len(words)
    between = json.dumps([TEXT[max(0, start - 20) : start], TEXT[end : end + 20]])
    return f"quote: {words}\n        at: [{start}, {end}]\n        between: {between}"


READING = f"""\
reading: 1
source:
  slug: page
  title: Une page
  address: https://page.example/partenaires
  language: fr
capture:
  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
  characters: {len(TEXT)}
  read: 2026-11-22
publisher:
  organization: nous
  class: Organization
  name: Nous
sections:
  - section: librairies
    heading:
        {place("NOS LIBRAIRIES")}
    category: independent-bookshops
    each: {{class: Bookshop, partner: true}}
    entries:
      - organization: la-plume-arras
        {place("La Plume (Arras)")}
        name: La Plume
        town: Arras
      - organization: le-velin
        {place("Le Vélin")}
        name: Le Vélin
"""


@pytest.fixture
def world() -> str:
    """Return the folder of the invented project, a dozen organisations."""
    return str(WORLD)


@pytest.fixture(scope="module")
def store() -> embedded.Embedded:
    """Return the store of the invented project."""
    return embedded.read(str(WORLD))


@pytest.fixture
def write(tmp_path: Path):
    """Return a function that writes a reading, changed by replacements, and returns its path."""

    def writing(*changes: tuple[str, str]) -> str:
        text = READING
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / "page.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return writing


@pytest.fixture(scope="session")
def absent() -> Callable[[str], NoReturn]:
    """Return a function that skips a test for want of something, and says what to install."""
    return pytest.skip


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of slow rooms, and those that take long or ask for a server or another engine."""
    for item in items:
        place = item.path.relative_to(Path(__file__).parent).with_suffix("")
        here = {place.as_posix(), place.parent.as_posix()}
        if LONG & here or THOROUGH & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.thorough)
        elif SLOW & here:
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Let a test that is skipped fail in continuous integration, which has installed what tests need."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome, report.longrepr = "failed", f"skipped: {report.longrepr[-1]}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what pages cost in a browser."""
    for report in terminalreporter.stats.get("passed", ()):
        for name, value in report.user_properties:
            if name == "costs":
                terminalreporter.section("what pages cost")
                terminalreporter.write_line(value)


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that may not be entered; the rights of root, who enters anywhere, are given up."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o700)


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Return the path of the text of the page."""
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    return str(path)
