"""Quads, and those of files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, parse

from partnerkg.errors import BrokenFile, Message, MissingFile, UnreadableFile


def quads(data: Iterable[Quad | str | os.PathLike[str]]) -> Iterator[Quad]:
    """Yield the quads among `data`, and those of the files it names.

    MissingFile if there is no such file, UnreadableFile if its ending names no RDF format, BrokenFile if it
    is not well-formed.
    """
    for item in data:
        if isinstance(item, Quad):
            yield item
        else:
            yield from _parsed(os.fspath(item))


def _parsed(path: str) -> Iterator[Quad]:
    format_ = RdfFormat.from_extension(os.path.splitext(path)[1].removeprefix("."))
    if format_ is None:
        raise UnreadableFile(path=path, reason=Message("its ending is that of no RDF format"))
    try:
        yield from parse(path=path, format=format_, rename_blank_nodes=True)
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or error) from None
    except SyntaxError as error:
        raise BrokenFile(path=path, line=error.lineno, reason=error.msg) from None
