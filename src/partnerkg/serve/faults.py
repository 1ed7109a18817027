"""What cannot be answered → its status and a document that says why (RFC 9457)."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from starlette.responses import Response

from partnerkg import errors
from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pipeline.publish import negotiation
from partnerkg.pipeline.publish.media import HTML
from partnerkg.serve.site import advice, trouble
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

LONGEST = 200  # characters of an address that are said again
PROBLEM = "application/problem+json"
LANGUAGES = ("en", "fr")
_TYPES = (PROBLEM, "application/json", "text/plain", HTML)


class Refusal(PartnerkgError):
    """Something about a request that the protocol has a status for; `headers` go with it."""

    status = 400

    @property
    def headers(self) -> dict[str, str]:
        """Return what the protocol wants to be said besides."""
        return {}


class BadRequest(Refusal):
    message = N_("The request cannot be understood: {reason}.")


class Forbidden(Refusal):
    status = 403
    message = N_("{reason}.")


class NotThere(Refusal):
    status = 404
    message = N_("There is nothing at {path}.")

    def __init__(self, path: str) -> None:
        super().__init__(path=path if len(path) < LONGEST else f"{path[:LONGEST]}…")


class WrongMethod(Refusal):
    status = 405
    message = N_("{method} does nothing here; use {allowed}.")

    @property
    def headers(self) -> dict[str, str]:
        return {"Allow": str(self.details["allowed"])}


class TooSlowSender(Refusal):
    status = 408
    message = N_("The request was not there within {seconds} s.")

    @property
    def headers(self) -> dict[str, str]:
        return {"Connection": "close"}


class TooLargeBody(Refusal):
    status = 413
    message = N_("The request has more than {most} bytes.")

    @property
    def headers(self) -> dict[str, str]:
        return {"Connection": "close"}


class UnknownArgument(Refusal):
    message = N_("`{name}` is no parameter of `{query}`; {suggestion} It takes: {known}.")


class WrongCoding(Refusal):
    status = 415
    message = N_("A request packed by `{coding}` cannot be read; send it as it is.")

    @property
    def headers(self) -> dict[str, str]:
        return {"Accept-Encoding": "identity"}


class WrongType(Refusal):
    status = 415
    message = N_("A request of the type `{type}` cannot be read; send {known}.")


class _Told(NamedTuple):
    """What strangers are told of an error: a status, and words where its own are not for them."""

    status: int
    words: str | None = None


# Where the engine behind a server is, what it says, how it may be given more, what is amiss: that is for the
# log alone.
_TOLD: dict[type[PartnerkgError], _Told] = {
    errors.WrongSparql: _Told(400),
    errors.MissingParameter: _Told(
        400, N_("The query `{query}` needs `{name}`; for example {name}={example}.")
    ),
    errors.UnknownParameter: _Told(400),
    errors.WrongValue: _Told(400, N_("`{value}` is not a value of `{name}`: {reason}; {suggestion}")),
    errors.WrongName: _Told(400),
    errors.Ambiguous: _Told(400),
    errors.WrongUse: _Told(400, BadRequest.message),
    errors.NothingWanted: _Told(400),
    errors.NoLinks: _Told(400),
    errors.NothingLinked: _Told(400),
    errors.UnwritableValue: _Told(400),
    errors.RefusedQuery: _Told(400, N_("The server that holds the graph refuses the query: {reason}.")),
    errors.UnknownThing: _Told(404),
    errors.UnknownQuery: _Told(404, N_("No query named `{name}`; {suggestion} /api/queries lists them.")),
    errors.NotAcceptable: _Told(406),
    errors.OutOfTime: _Told(
        422, N_("No answer within {seconds} s, the most that is allowed here; ask for less.")
    ),
    errors.OutOfMemory: _Told(
        422, N_("No answer within {megabytes} MB of memory, the most that is allowed here; ask for less.")
    ),
    errors.WorkerEnded: _Told(422),
    errors.TooManyRows: _Told(422),
    errors.TooManyBytes: _Told(422),
    errors.TooLarge: _Told(422, errors.TooManyBytes.message),
    errors.CutShort: _Told(
        422, N_("The server that holds the graph cut its answer short; ask for it in parts.")
    ),
    errors.Unexpected: _Told(500, N_("Something went wrong here; the log of the server says what.")),
    errors.MissingExtra: _Told(
        501, N_("This server does not write that form: {name} is not installed here.")
    ),
    errors.EngineFailed: _Told(502, errors.EngineFailed.message),
    errors.Busy: _Told(503),
    errors.TooBusy: _Told(503, N_("The server that holds the graph is busy; come back in {seconds} s.")),
    errors.TooSlow: _Told(
        504,
        N_(
            "The server that holds the graph gave no answer within {seconds} s; "
            "ask for less, or try again later."
        ),
    ),
}


def _told(error: PartnerkgError) -> tuple[type[PartnerkgError], _Told]:
    """Return the kind by which an error is known here, and what is told of it."""
    if isinstance(error, Refusal):
        return type(error), _Told(error.status)
    kind = next((kind for kind in type(error).__mro__ if kind in _TOLD), errors.Unexpected)
    return kind, _TOLD[kind]


def status(error: PartnerkgError) -> int:
    """Return the status that an error has."""
    return _told(error)[1].status


def name(error: PartnerkgError) -> str:
    """Return what programs know an error by, such as `out-of-time`."""
    return _name(_told(error)[0])


def _name(kind: type[PartnerkgError]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def known() -> list[tuple[str, int, str]]:
    """Return the name, the status and the sentence of each error that a request may meet, by status."""
    refused = ((kind, _Told(kind.status)) for kind in Refusal.__subclasses__())
    kinds: Iterable[tuple[type[PartnerkgError], _Told]] = (*_TOLD.items(), *refused)
    rows = ((_name(kind), told.status, told.words or kind.message) for kind, told in kinds)
    return sorted(rows, key=lambda row: (row[1], row[0]))


def said(error: PartnerkgError, language: str, *, page: bool = False) -> str:
    """Return an error as one line in a language, for a page or for programs."""
    error, translate = advice.given(error, page=page), translations(language)[0]
    if isinstance(error, errors.Ambiguous):  # what is meant is chosen from lines that follow
        first, *choices = error.text(translate).split("\n")
        return f"{first} {'; '.join(choice.strip() for choice in choices)}"
    return Message(_told(error)[1].words or error.message, **error.details).text(translate)


def response(error: PartnerkgError, request: Request) -> Response:
    """Return an error as JSON, or as a page or a line of text for those who would rather have that."""
    language = negotiation.language(request.headers.get("accept-language"), LANGUAGES) or "en"
    code, prefix = status(error), request.app.state.settings.prefix
    wanted = negotiation.best(request.headers.get("accept"), _TYPES)
    if wanted == HTML:  # a page has its language in its address
        language = next((one for one in LANGUAGES if request.url.path.startswith(f"/{one}/")), language)
    detail = said(error, language, page=wanted == HTML)
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if isinstance(error, Refusal):
        headers |= error.headers
    if isinstance(error, errors.Busy | errors.TooBusy):
        headers["Retry-After"] = str(error.details["seconds"])
    if wanted == "text/plain":
        return Response(detail + "\n", code, headers, "text/plain; charset=utf-8")
    if wanted == HTML:
        return Response(trouble.page(code, detail, language, prefix), code, headers, HTML)
    content = {"type": f"{prefix}/problems#{name(error)}", "title": name(error)}
    document = json.dumps(content | {"status": code, "detail": detail}, ensure_ascii=False) + "\n"
    return Response(document, code, headers, PROBLEM)
