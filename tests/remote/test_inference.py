"""What follows from a graph on a server."""

from __future__ import annotations

from partnerkg.infer import infer, rules
from partnerkg.store import remote


def test_it_is_what_follows_from_the_files(oxigraph, shipped):
    known = rules()
    assert infer(remote.read(oxigraph), known) == infer(shipped, known)
