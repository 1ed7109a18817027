"""How a graph is served: where, under which address, and how much a stranger may ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from partnerkg.errors import N_, Message, PartnerkgError, Suggestion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.publish.service import Bounds


class WrongLimit(PartnerkgError):
    message = N_("--limits takes NAME=NUMBER, not `{given}`: {reason}")


class WrongBase(PartnerkgError):
    message = N_(
        "`{url}` is no address that others can reach: it begins with http:// or https:// and has no ? or #."
    )


# Processes that do what is quick, for each that may take long: more than there are processors, so that it is
# the system that decides who works next, and what is quick waits for none that has begun something long.
QUICK = 6


@dataclass(frozen=True)
class Limits:
    """The most that one request may take.

    `seconds` and `memory` (megabytes) for its answer, which has at most so many `rows` and `bytes`; `queue`
    is how many may wait, `body` how many bytes may be sent, `sending` in how many seconds.
    """

    seconds: int = 10
    memory: int = 1024
    rows: int = 100_000
    bytes: int = 50_000_000
    queue: int = 512
    body: int = 1_000_000
    sending: int = 10


@dataclass(frozen=True)
class Settings:
    """`base` is the address that others know the server by, empty if it is where it listens.

    `workers` is how many processes answer what is answered soon, as many as there are processors or more.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    base: str = ""
    limits: Limits = field(default_factory=Limits)

    @property
    def prefix(self) -> str:
        """Return the path under which others know the server, without `/` at its end."""
        return urlsplit(self.base).path.rstrip("/")

    def bounds(self) -> Bounds:
        """Return what holds the processes to the limits."""
        from partnerkg.pipeline.publish.service import Bounds

        limits = self.limits
        share = max(1, limits.queue // 2)
        quick = QUICK * self.workers
        return Bounds(quick, self.workers, limits.seconds, limits.memory, limits.queue, share)


def limits(given: Iterable[str]) -> Limits:
    """Return the limits with those that somebody wrote as NAME=NUMBER; WrongLimit."""
    chosen: dict[str, int] = {}
    known = Limits.__dataclass_fields__
    for one in given:
        name, equals, number = one.partition("=")
        if name not in known:
            near = Suggestion(name, known)
            more = near if near.template else Message("it has: {known}", known=", ".join(known))
            raise WrongLimit(given=one, reason=Message("there is no such limit; {more}", more=more))
        if not (equals and number.isascii() and number.isdigit() and 0 < int(number) < 10**12):
            raise WrongLimit(given=one, reason=Message("it is no whole number above 0"))
        chosen[name] = int(number)
    return Limits(**chosen)


def base(url: str) -> str:
    """Return the address that others know the server by, without `/` at its end; WrongBase."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise WrongBase(url=url)
    return url.rstrip("/")
