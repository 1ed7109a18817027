"""A mention: where a page names an organisation, and what its words say of it there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `[start, end)` of a page that name something, in code points of its text.

    `kind` is one of `extract.kinds.KINDS`; `place` a town or territory as written, with its code where one
    place is meant; `heading` what the words stand under; `relation` partner, support, member, venue, part or
    none; `status` stated, distributed or layout; `rule` what read it; `doubt` why a person should look, empty
    where nothing speaks against it; `address`, `since`, `source` and `web` what a table says in such columns;
    `edits` what a person changed in its row; `guessed` that no words say the kind, and little else does;
    `likened` that none do, but most named beside it are of it: enough not to ask, too little for a graph.
    """

    start: int
    end: int
    quote: str
    name: str
    kind: str = "other"
    place: str = ""
    place_code: str = ""
    heading: str = ""
    relation: str = "partner"
    status: str = "stated"
    rule: str = ""
    doubt: str = ""
    address: str = ""
    since: str = ""
    source: str = ""
    web: str = ""
    edits: str = ""
    guessed: bool = False
    likened: bool = False
