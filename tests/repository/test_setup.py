"""The set-up of a checkout is the same every day: each package at one version."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from partnerkg import resources

ROOT = Path(resources.root())
EXACT = re.compile(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.]*)")


def named(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def wanted() -> list[Requirement]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        given = tomllib.load(file)
    extras = given["project"]["optional-dependencies"].values()
    texts = chain(given["build-system"]["requires"], given["project"]["dependencies"], *extras)
    return [one for text in texts if (one := Requirement(text)).name != "partnerkg"]


@pytest.fixture(scope="module")
def versions() -> dict[str, str]:
    """Return the version of each package; a line that says anything but one exact version is an error."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [EXACT.fullmatch(line) for line in lines if not line.startswith("#")]
    return {named(match[1]): match[2] for match in found}


def test_it_takes_every_package_at_a_version_that_the_project_allows(versions: dict[str, str]) -> None:
    assert {
        str(one) for one in wanted() if not one.specifier.contains(versions.get(named(one.name), "0"))
    } == set()


def test_no_package_of_the_project_is_held_to_one_version() -> None:
    assert {str(one) for one in wanted() if "==" in str(one.specifier)} == set()
