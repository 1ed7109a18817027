"""A folder that appears whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from partnerkg.errors import N_, PartnerkgError, UnwritableAsAll, UnwritablePath, UnwritableValue
from partnerkg.files import scratch
from partnerkg.files.packed import fitting
from partnerkg.files.writing import settle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class OccupiedFolder(PartnerkgError):
    message = N_(
        "There is something at {path} already; choose a new folder, "
        "or say --force if it is a release to replace."
    )


@dataclass(frozen=True)
class File:
    """A file: its path in the release or in the project, its bytes counted and hashed.

    `summary` says by language what it is and for whom; `whole` that it holds all the graph says, in RDF 1.1.
    """

    path: str
    size: int
    sha256: str
    format: str = ""
    media_type: str = ""
    summary: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False


CHECKSUMS = "SHA256SUMS"  # by which a folder is known to be a release


class Folder:
    """A folder being written; every file is hashed as it is written."""

    def __init__(self, place: str, many: bool = False) -> None:
        """Take the place on the disk; `many` files are made safe together, at the end."""
        self._place = place
        self._many = many
        self.files: list[File] = []

    def add(self, path: str, chunks: Iterable[bytes]) -> File:
        """Write a file, its parts parted by `/`, packed if it ends in `.gz`, and return what it became."""
        target = os.path.join(self._place, *path.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        digest, size = sha256(), 0
        with open(target, "xb") as file:
            for block in fitting(path, chunks):
                file.write(block)
                digest.update(block)
                size += len(block)
            if not self._many:
                file.flush()
                os.fsync(file.fileno())
        made = File(path, size, digest.hexdigest())
        self.files.append(made)
        return made


def check(path: str, *, force: bool, mark: str = CHECKSUMS) -> None:
    """Raise OccupiedFolder if there is more at the path than an empty folder, or what `force` replaces.

    That is a folder with a file called `mark`: by default a release.
    """
    if not os.path.lexists(path):
        return
    is_known = os.path.isfile(os.path.join(path, mark))
    if not os.path.isdir(path) or (os.listdir(path) and not (force and is_known)):
        raise OccupiedFolder(path=path)


@contextmanager
def appearing(
    path: str, *, force: bool = False, mark: str = CHECKSUMS, many: bool = False
) -> Iterator[Folder]:
    """Give a folder to fill, which takes its place at the path when all went well, and else is gone.

    It is filled in a hidden folder beside. Only a process that is killed leaves that behind, never a part
    of it at the path, until the next that writes there removes it. OccupiedFolder, UnwritablePath;
    UnwritableAsAll for what one of its formats cannot say.
    """
    target = os.path.abspath(path)
    made = None
    try:
        check(target, force=force, mark=mark)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        made = scratch.directory(os.path.dirname(target))
        yield Folder(made, many)
        _settle(made, many)
        _replace(made, target, force=force, mark=mark)
    except UnwritableValue as error:  # there is no other format to choose
        said = {name: error.details[name] for name in ("what", "format", "reason")}
        raise UnwritableAsAll(**said) from error
    except FileExistsError as error:  # a file stands where a folder above it would
        raise UnwritablePath(path=path, reason=os.strerror(errno.ENOTDIR)) from error
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error
    finally:
        if made is not None:
            scratch.remove(made)


def _settle(made: str, many: bool) -> None:
    """Have the system write what stands in a folder: one after the other, or all there is at once."""
    if many and hasattr(os, "sync"):
        os.sync()
        return
    for place, _, _ in os.walk(made):
        settle(place)


def _replace(made: str, target: str, *, force: bool, mark: str) -> None:
    check(target, force=force, mark=mark)
    if os.path.isdir(target) and os.listdir(target):
        former = scratch.aside(target)
        os.rename(made, target)
        scratch.remove(former)
    else:
        if os.path.isdir(target):
            os.rmdir(target)
        os.rename(made, target)
    settle(os.path.dirname(target))
