"""What can go wrong with readings and places."""

from __future__ import annotations

from partnerkg.errors.base import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.errors.base import Translate


class WrongReading(PartnerkgError):
    message = N_("{path}, line {line}: {problem}")


class WrongReadings(WrongReading):
    """All that is wrong with the readings of a project: `faults`, in their order, a line each."""

    most = 200  # lines shown

    def __init__(self, faults: Iterable[WrongReading]) -> None:
        super().__init__()
        self.faults = tuple(faults)

    def text(self, translate: Translate = N_) -> str:
        lines = [fault.text(translate) for fault in self.faults[: self.most]]
        if len(self.faults) > self.most:
            rest = Message(N_("… and {more} more of the kind."), more=len(self.faults) - self.most)
            lines.append(rest.text(translate))
        return "\n".join(lines)


class StrangeFiles(PartnerkgError):
    message = N_(
        "{paths}: not made by this command, or changed since; move away what you want to keep and run the "
        "command again, or write a reading for what it says."
    )


class NoPublisher(PartnerkgError):
    message = N_(
        "Nobody says who speaks in the page; add --publisher NAME, or name the project’s own publisher."
    )


class KnownReading(PartnerkgError):
    message = N_("{path} is there already; add --again to read the page anew and keep what was decided.")


class OtherPage(PartnerkgError):
    message = N_(
        "{path} was read from {known}, and {page} says that it stands at {address}; rename the file to read "
        "it as a page of its own, or add --again if the page has moved."
    )


class SameText(PartnerkgError):
    message = N_("{page} has the very words that {path} was read from; nothing was read from it.")


class NothingDecided(PartnerkgError):
    message = N_("Nothing was decided in {path} that could be taken back.")


class NoReading(PartnerkgError):
    message = N_("There is no reading `{name}` in {folder}; {suggestion} `partnerkg read PAGE` makes one.")


class NoEntry(PartnerkgError):
    message = N_(
        "No entry `{name}` is waiting there; {suggestion} `partnerkg check` lists those to be decided."
    )


class ChangedEntry(PartnerkgError):
    message = N_("`{name}` was changed meanwhile; look at it again.")


class NoCapture(PartnerkgError):
    message = N_("The text of {path} is not in {folder}; give its page: partnerkg check --write --page FILE.")


class UnknownPlace(PartnerkgError):
    message = N_(
        "No place named `{name}`; {suggestion} "
        "Add it to graph/reference/communes.yaml and run `partnerkg places`."
    )


class NoSuchPlace(UnknownPlace):
    message = N_(
        "No commune, intercommunality, département or region named `{name}`; {suggestion} Correct it, or say "
        "in words what it is (`territory_name`)."
    )


class NoTown(PartnerkgError):
    message = N_("`{name}` is a territory and no town; write it as `territory`, or give the town.")


class AmbiguousPlace(PartnerkgError):
    message = N_("`{name}` names more than one place; write one of these instead: {known}.")


class UnknownCode(PartnerkgError):
    message = N_("{path} has no place `{code}` named `{name}`; check both in communes.yaml.")


class WrongSiren(PartnerkgError):
    message = N_("{siren}, the SIREN of {name}, has no valid check digit; compare it with the source.")
