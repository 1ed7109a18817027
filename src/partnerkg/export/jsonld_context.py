"""The JSON-LD context of the ontology (https://www.w3.org/TR/json-ld11/#the-context)."""

from __future__ import annotations

import json

from partnerkg.errors import N_
from partnerkg.export import unwatched
from partnerkg.export.context import context

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/ld+json;profile=http://www.w3.org/ns/json-ld#context"
ENDING = ".context.jsonld"
SUMMARY = N_("the JSON-LD context of the ontology: a short name for each term")


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the context of the ontology that a store has, a definition a line."""
    definitions = context(store.everything())
    lines = (f"    {json.dumps(name)}: {json.dumps(said)}" for name, said in definitions.items())
    yield b'{\n  "@context": {\n' + ",\n".join(lines).encode() + b"\n  }\n}\n"
