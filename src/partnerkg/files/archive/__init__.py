"""Several files as one: a zip archive whose bytes depend on its contents alone."""

from __future__ import annotations

from tempfile import TemporaryFile

from partnerkg.files.spooled import pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that zip knows; no day of ours belongs into a file


def zipped(files: Mapping[str, Iterable[bytes]]) -> Iterator[bytes]:
    """Return the archive of files by name, in pieces; contents and archive pass through temporary files."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    with TemporaryFile(prefix="partnerkg-") as written:
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for name, chunks in files.items():
                entry = ZipInfo(name, EPOCH)
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with TemporaryFile(prefix="partnerkg-") as content:
                    content.writelines(chunks)
                    entry.file_size = content.tell()  # by which the form of large files is chosen
                    with archive.open(entry, "w") as place:
                        place.writelines(pieces(content))
        yield from pieces(written)
