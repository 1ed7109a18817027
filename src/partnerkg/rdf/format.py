"""The one form of every `.ttl` and `.trig` file."""

from __future__ import annotations

from pyoxigraph import RdfFormat

from partnerkg.errors import N_, BrokenFile, Message, UnknownFormat
from partnerkg.rdf import forms, nesting, source, writer
from partnerkg.rdf.read import parse


def formatted(path: str, *, drop_comments: bool = False) -> bytes:
    """Return what the file should be, in canonical Turtle or TriG; the file itself stays as it is.

    Comments have no place in it: the first one is an error unless `drop_comments`. Raises what
    `read.parse` raises, and UnknownFormat for any ending but .ttl and .trig.
    """
    form = forms.form_of(path)
    if form not in (RdfFormat.TURTLE, RdfFormat.TRIG) or path.endswith(forms.PACKED):
        raise UnknownFormat(name=path, known=".ttl, .trig")
    line = None if drop_comments else next(nesting.comments(source.text(path)), None)
    if line is not None:
        reason = Message(N_("formatting would lose this comment; say it with rdfs:comment or remove it"))
        raise BrokenFile(path=path, line=line, reason=reason)
    write = writer.turtle if form == RdfFormat.TURTLE else writer.trig
    return "".join(
        write(parse(path, None), whole=True)
    ).encode()  # a relative IRI must not become one of this machine
