"""Several files as one: a zip archive whose bytes depend on its contents alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that zip knows; no day of ours belongs into a file


def zipped(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Return the archive of files by name, in pieces."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    yield written.getvalue()
