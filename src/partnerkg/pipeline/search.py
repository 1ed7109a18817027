"""Searching: words → what goes by them, the best first: things, words of the vocabulary, questions."""

from __future__ import annotations

from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.query.search import Finds, Found

COLUMNS = ("name", "kind", "town", "id")
LONGEST = 200  # characters that are looked for


def find(opened: Opened, words: str) -> Finds:
    """Return what goes by the words; WrongUse for none, or more of them than anybody looks for."""
    if not words.strip():
        raise WrongUse(reason=Message(N_("there are no words to search")), program="partnerkg search")
    if len(words) > LONGEST:
        reason = Message(N_("a search takes at most {most} characters"), most=LONGEST)
        raise WrongUse(reason=reason, program="partnerkg search")
    return opened.finder.find(words, opened.language)


def searched(
    opened: Opened,
    words: str,
    audience: Audience,
    *,
    limit: int | None = None,
    format: str | None = None,  # noqa: A002
) -> Output:
    """Return what goes by the words as rows, each with what a command takes; at most `limit`.

    Accents, case, signs and endings do not count, and a part of a word will do. A note says if nothing goes
    by all the words.
    """
    from pyoxigraph import Literal

    from partnerkg.query.headings import table as headed

    name = rows.chosen(format, audience)
    finds = find(opened, words)
    cells = ([one.name, one.kind, one.town, _id(one, opened, audience)] for one in finds)
    table = headed(
        COLUMNS,
        [tuple(Literal(text) if text else None for text in row) for row in cells],
        audience.language,
    )
    nothing = _nothing(opened, words)
    output = rows.first(table, name, opened.store, audience, limit=limit, nothing=nothing, title=words)
    if finds.partly:
        output.notes = (Message(N_("Nothing goes by all these words; these go by some.")), *output.notes)
    if finds and audience.width is not None:
        output.notes = (
            *output.notes,
            Message(N_("`partnerkg show NAME` shows one, `partnerkg query ID` asks a question.")),
        )
    return output


def _id(found: Found, opened: Opened, audience: Audience) -> str:
    """Return what a command takes; to a person nothing where the name will do."""
    alone = audience.width is not None and opened.finder.things.alone(found)
    return "" if alone else found.id


def _nothing(opened: Opened, words: str) -> Message:
    near = opened.finder.things.nearest(words, opened.language)
    if not near:
        return Message(N_("Nothing goes by these words; try fewer, or parts of them."))
    return Message(
        N_("Nothing goes by these words; did you mean {names}?"),
        names=", ".join(f"`{one.name}`" for one in near),
    )
