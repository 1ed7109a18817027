"""Where the reading of a page and its text are kept, and which of those that are there are about the page."""

from __future__ import annotations

import os
import re
from functools import cached_property
from pathlib import Path

from partnerkg.errors import KnownReading, NoReading, OtherPage, Suggestion
from partnerkg.pipeline.init import CAPTURES
from partnerkg.readings.draft import numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.document import Source
    from partnerkg.readings.draft import Draft

READINGS = os.path.join("graph", "readings")
_ADDRESS = re.compile(r"^source:\n(?:[ ].*\n)*?[ ]+address: (.+)$", re.M)
_SHORT = 8  # digits of a hash in the name of a captured text


class Files:
    """The readings and captures of a project, while pages are read into it: one, or `several` at once."""

    def __init__(self, root: Path, *, several: bool) -> None:
        self._readings = root / READINGS
        self._captures = root / CAPTURES
        self._several = several
        self._taken: set[Path] = set()

    def of(self, source: Source, page: str, *, again: bool) -> Path:
        """Return the file of a reading; KnownReading if it is there already, NoReading `again` if it is not.

        Pages of one name that are read together have numbers; OtherPage where only one is read.
        """
        if again:
            return self._read_before(source)
        for name in numbered(source.slug):
            target = self._readings / f"{name}.yaml"
            if target not in self._taken and not self._is_of_another(target, source, page):
                break
        self._taken.add(target)
        if target.exists():
            raise KnownReading(path=os.path.relpath(target))
        return target

    def _is_of_another(self, target: Path, source: Source, page: str) -> bool:
        """Return whether a reading is that of a page with another address; OtherPage if only one is read."""
        own, known = source.address, _address(target) if target.exists() else ""
        if not own or not known or _bare(known) == _bare(own):
            return False
        if not self._several:
            raise OtherPage(path=os.path.relpath(target), known=known, page=page, address=own)
        return True

    def _read_before(self, source: Source) -> Path:
        """Return the reading of a page that is read again: that of its address, else that of its name."""
        known = sorted(self._readings.glob("*.yaml"))
        address = _bare(source.address)
        found = [path for path in known if address and _bare(_address(path)) == address]
        target = found[0] if len(found) == 1 else self._readings / f"{source.slug}.yaml"
        if not target.exists():
            near = Suggestion(source.slug, [one.stem for one in known])
            folder = os.path.relpath(self._readings)
            raise NoReading(name=source.slug, folder=folder, suggestion=near)
        return target

    def capture(self, target: Path, made: Draft) -> Path:
        """Return the file of the captured text of a reading."""
        return self._captures / f"{target.stem}.{str(made.capture['sha256'])[:_SHORT]}.txt"

    def keep(self, kept: Path) -> None:
        """Take in a captured text that was written."""
        self._by_hash.setdefault(kept.name.split(".")[-2], []).append(kept)

    @cached_property
    def _by_hash(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for path in sorted(self._captures.glob("*.*.txt")):
            found.setdefault(path.name.split(".")[-2], []).append(path)
        return found

    def twin(self, made: Draft, kept: Path, text: str) -> Path | None:
        """Return the reading of the very same words by the same publisher: who is in one twice is no two."""
        said = f"\npublisher:\n  organization: {made.publisher['organization']}\n"
        for other in self._by_hash.get(kept.name.split(".")[-2], ()):
            reading = self._readings / f"{other.name.split('.')[0]}.yaml"
            same = other != kept and other.is_file() and other.read_bytes() == text.encode()
            if same and reading.exists() and said in reading.read_text(encoding="utf-8"):
                return reading
        return None


def _address(reading: Path) -> str:
    """Return the address of the page of a reading, empty if it has none."""
    found = _ADDRESS.search(reading.read_text(encoding="utf-8"))
    return found[1].strip("\"'") if found else ""


def _bare(address: str) -> str:
    """Return an address without what tells no page from another."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
