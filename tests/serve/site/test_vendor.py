"""What others made for browsers: it is what `frontend/` says, small, and asks nobody for anything."""

from __future__ import annotations

import hashlib
import json
import re
from gzip import compress
from pathlib import Path

import pytest

from partnerkg.serve.site import assets

ROOT = Path(__file__).parents[3]
VENDOR = ROOT / "src" / "partnerkg" / "serve" / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "MANIFEST.json").read_text())["files"]
LOCK = ROOT / "frontend" / "package-lock.json"


def test_each_file_is_as_its_manifest_says():
    there = {path.name: path.read_bytes() for path in VENDOR.iterdir() if path.name != "MANIFEST.json"}
    made = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in there.items()
    }
    assert made == MANIFEST


def test_the_server_has_each_file():
    assert {f"static/vendor/{name}" for name in MANIFEST} == set(assets.VENDOR)


def test_the_editor_is_small():
    assert len(compress((VENDOR / "sparql.js").read_bytes())) < 150_000


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_it_names_no_host_that_it_could_ask(name):
    """The W3C’s are names of elements and datatypes."""
    if name == "THIRD-PARTY.txt":
        return
    hosts = re.findall(r"(?:https?:)?//([\w-]+(?:\.[\w-]+)+)", (VENDOR / name).read_text(encoding="utf-8"))
    assert set(hosts) <= {"www.w3.org"}


def test_the_versions_are_exact_and_no_registry_is_named():
    wanted = json.loads((ROOT / "frontend" / "package.json").read_text())
    versions = [*wanted["dependencies"].values(), *wanted["devDependencies"].values()]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
    assert "resolved" not in LOCK.read_text()
    assert "ignore-scripts=true" in (ROOT / "frontend" / ".npmrc").read_text().splitlines()


def test_the_licence_of_each_part_is_told():
    parts = json.loads(LOCK.read_text())["packages"]
    bundled = {
        path.rpartition("node_modules/")[2]
        for path, said in parts.items()
        if path and not (said.get("dev") or said.get("optional"))
    }
    told = (VENDOR / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert all(
        re.search(rf"^{re.escape(name)} [\d.]+ \(.*(MIT|Apache-2\.0)", told, re.MULTILINE) for name in bundled
    )
