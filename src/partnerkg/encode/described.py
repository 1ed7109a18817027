"""What the description of a project says of its addresses."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.model import iris
from partnerkg.namespaces import namespace
from partnerkg.rdf.read import parse

VOID = namespace("void")


def is_description(path: str) -> bool:
    """Return whether a file is that by which a folder is known as a project."""
    return path.endswith(resources.DATASET)


def base(path: str) -> str:
    """Return what the IRIs of a project begin with, as its description says (VoID §4.2); else partnerkg’s.

    BrokenFile.
    """
    if not os.path.isfile(path):
        return iris.space()
    found = {getattr(quad.object, "value", "") for quad in parse(path) if quad.predicate == VOID.uriSpace}
    return min(found, default=iris.space())
