"""What cannot be answered → its status and a document that says why (RFC 9457)."""

from __future__ import annotations

import json
import re

from starlette.responses import Response

from partnerkg import errors
from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pipeline.publish import negotiation
from partnerkg.pipeline.publish.media import HTML
from partnerkg.serve.site import trouble
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

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


class WrongType(Refusal):
    status = 415
    message = N_("A request of the type `{type}` cannot be read; send {known}.")


# Of errors that are told in other words to those who have no command line, the words. Where the engine behind
# a server is, and what it says, is for the log alone.
_SAID: dict[type[PartnerkgError], str] = {
    errors.OutOfTime: N_("No answer within {seconds} s, the most that is allowed here; ask for less."),
    errors.OutOfMemory: N_(
        "No answer within {megabytes} MB of memory, the most that is allowed here; ask for less."
    ),
    errors.MissingParameter: N_("The query `{query}` needs `{name}`; for example {name}={example}."),
    errors.WrongValue: N_("`{value}` is not a value of `{name}`: {reason}; {suggestion}"),
    errors.WrongName: errors.WrongName.message,
    errors.WrongUse: BadRequest.message,
    errors.UnknownQuery: N_("No query named `{name}`; {suggestion} /api/queries lists them."),
    errors.EngineFailed: errors.EngineFailed.message,
    errors.TooSlow: N_(
        "The server that holds the graph gave no answer within {seconds} s; ask for less, or try again later."
    ),
    errors.TooBusy: N_("The server that holds the graph is busy; come back in {seconds} s."),
    errors.TooLarge: errors.TooManyBytes.message,
    errors.CutShort: N_("The server that holds the graph cut its answer short; ask for it in parts."),
    errors.RefusedQuery: N_("The server that holds the graph refuses the query: {reason}."),
}
_STATUS: dict[type[PartnerkgError], int] = {
    errors.WrongSparql: 400,
    errors.MissingParameter: 400,
    errors.UnknownParameter: 400,
    errors.WrongValue: 400,
    errors.WrongUse: 400,
    errors.NothingWanted: 400,
    errors.UnknownThing: 404,
    errors.UnknownQuery: 404,
    errors.NotAcceptable: 406,
    errors.OutOfTime: 422,
    errors.WorkerEnded: 422,
    errors.TooManyRows: 422,
    errors.TooManyBytes: 422,
    errors.NoLinks: 422,
    errors.Busy: 503,
    errors.TooBusy: 503,
    errors.TooLarge: 422,
    errors.CutShort: 422,
    errors.RefusedQuery: 422,
    errors.EngineFailed: 502,
    errors.TooSlow: 504,
}


def status(error: PartnerkgError) -> int:
    """Return the status that an error has."""
    if isinstance(error, Refusal):
        return error.status
    return next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 500)


def name(error: PartnerkgError) -> str:
    """Return what programs know an error by, such as `out-of-time`."""
    kinds = type(error).__mro__
    return _name(next((kind for kind in kinds if kind in _STATUS), kinds[0]))


def _name(kind: type[PartnerkgError]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def known() -> list[tuple[str, int, str]]:
    """Return the name, the status and the sentence of each error that a request may meet, by status."""
    refused: dict[type[PartnerkgError], int] = {kind: kind.status for kind in Refusal.__subclasses__()}
    kinds: dict[type[PartnerkgError], int] = {**_STATUS, **refused, errors.Unexpected: 500}
    rows = ((_name(kind), code, _SAID.get(kind, kind.message)) for kind, code in kinds.items())
    return sorted(rows, key=lambda row: (row[1], row[0]))


def said(error: PartnerkgError, language: str) -> str:
    """Return an error as one line in a language."""
    translate = translations(language)[0]
    if isinstance(error, errors.Ambiguous):  # what is meant is chosen from lines that follow
        first, *choices = error.text(translate).split("\n")
        return f"{first} {'; '.join(choice.strip() for choice in choices)}"
    template = next((_SAID[kind] for kind in type(error).__mro__ if kind in _SAID), error.message)
    return Message(template, **error.details).text(translate)


def response(error: PartnerkgError, request: Request) -> Response:
    """Return an error as JSON, or as a page or a line of text for those who would rather have that."""
    language = negotiation.language(request.headers.get("accept-language"), LANGUAGES) or "en"
    code, prefix = status(error), request.app.state.settings.prefix
    wanted = negotiation.best(request.headers.get("accept"), _TYPES)
    if wanted == HTML:  # a page has its language in its address
        language = next((one for one in LANGUAGES if request.url.path.startswith(f"/{one}/")), language)
    detail = said(error, language)
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
