"""What a command made in the graph of a project: the list by which it knows its own files again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from partnerkg.errors import N_, Message, UnreadableFile

NAME = "made.json"


@dataclass(frozen=True)
class Made:
    """The files that commands made under a folder: SHA-256 by path, by command."""

    folder: Path
    hashes: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, folder: Path) -> Made:
        """Return the list of a folder, empty if it has none; UnreadableFile if it is none."""
        path = folder / NAME
        try:
            hashes = json.loads(path.read_bytes())
        except FileNotFoundError:
            return cls(folder, {})
        except (OSError, ValueError) as error:
            raise UnreadableFile(path=str(path), reason=str(error)) from None
        if not _is_list(hashes):
            reason = Message(N_("it does not list files with their SHA-256; remove it and build again"))
            raise UnreadableFile(path=str(path), reason=reason)
        return cls(folder, hashes)

    def by(self, command: str) -> list[Path]:
        """Return the files that a command made."""
        return [self.folder / name for name in self.hashes.get(command, {})]

    def knows(self, path: Path) -> bool:
        """Return whether some command made this file and nobody has changed it since."""
        name = path.relative_to(self.folder).as_posix()
        known = {hashes[name] for hashes in self.hashes.values() if name in hashes}
        return digest(path.read_bytes()) in known

    def after(self, command: str, files: Mapping[Path, bytes]) -> bytes:
        """Return the text of the list once a command has made these files and no others."""
        own = {path.relative_to(self.folder).as_posix(): digest(data) for path, data in files.items()}
        return (json.dumps({**self.hashes, command: own}, indent=2, sort_keys=True) + "\n").encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _is_list(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(files, dict) and all(isinstance(known, str) for known in files.values())
        for files in value.values()
    )
