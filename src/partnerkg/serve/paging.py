"""Which part of an answer is wanted, and how: what every question of the API takes besides its own."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import N_, Message
from partnerkg.pipeline.publish import media
from partnerkg.pipeline.publish.media import JSON
from partnerkg.serve import pages, requests
from partnerkg.serve.faults import LANGUAGES, BadRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.serve.requests import Pairs

LIMIT, MOST, FURTHEST = 100, 10_000, 1_000_000
FORMATS = {"json": JSON, "csv": "text/csv", "tsv": "text/tab-separated-values"}


@dataclass(frozen=True)
class Paging:
    """So many rows from a place on, in a language, with the words behind them; as a media type."""

    limit: int
    offset: int
    language: str
    why: bool
    format: str
    bytes: int


def read(request: Request, given: Pairs, ending: str) -> Paging:
    """Return what is wanted; BadRequest for a value that is none, NotAcceptable."""
    form = FORMATS[ending] if ending else media.chosen(request.headers.get("accept"), _offered())
    why = _truth(given)
    if why and form != JSON:
        raise BadRequest(reason=Message("only JSON has a place for the words behind rows"))
    return Paging(
        _whole(given, "limit", LIMIT, 1, MOST),
        _whole(given, "offset", 0, 0, FURTHEST),
        language(request, given),
        why,
        form,
        request.app.state.settings.limits.bytes,
    )


def _offered() -> dict[str, str]:
    return dict.fromkeys(FORMATS.values(), "")


def language(request: Request, given: Pairs) -> str:
    """Return the language that is asked for, else the one that is read best; BadRequest for another."""
    chosen = requests.single(given, "language")
    if chosen is None:
        return pages.language(request)
    if chosen not in LANGUAGES:
        raise BadRequest(reason=Message("the languages are {known}", known=", ".join(LANGUAGES)))
    return chosen


def _whole(given: Pairs, name: str, default: int, least: int, most: int) -> int:
    written = requests.single(given, name)
    if written is None:
        return default
    if not (written.isascii() and written.isdigit() and len(written) < 10 and least <= int(written) <= most):
        what = N_("`{name}` is a whole number from {least} to {most}, not `{value}`")
        raise BadRequest(reason=Message(what, name=name, least=least, most=most, value=written))
    return int(written)


def _truth(given: Pairs) -> bool:
    written = requests.single(given, "why")
    if written not in (None, "true", "false"):
        raise BadRequest(
            reason=Message("`{name}` is true or false, not `{value}`", name="why", value=written)
        )
    return written == "true"
