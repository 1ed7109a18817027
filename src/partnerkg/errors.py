"""What can go wrong, said once: what, where, what next, on one line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802 - gettext's name for a text marked here and translated elsewhere
    """Return the text unchanged; it marks it for the message catalogue."""
    return text


class Message:
    """A sentence with named holes, kept apart from its values so that it can be translated."""

    __slots__ = ("details", "template")

    def __init__(self, template: str, **details: object) -> None:
        self.template = template
        self.details = details

    def text(self, translate: Translate = N_) -> str:
        """Return the sentence in the language of `translate`, on one line."""
        filled = {name: _detail(name, value, translate) for name, value in self.details.items()}
        template = translate(self.template) if self.template else ""  # gettext gives its header for ""
        return " ".join(template.format_map(filled).split())

    def __str__(self) -> str:
        return self.text()


def _detail(name: str, value: object, translate: Translate) -> object:
    if isinstance(value, Message):
        return value.text(translate)
    if name == "reason" and isinstance(value, str) and value:
        return translate(value)  # what the operating system says, if the catalogue has it
    return value


class Suggestion(Message):
    """The nearest right names, as the end of a sentence; empty when nothing is near."""

    __slots__ = ()

    def __init__(self, wrong: str, known: Iterable[str], said: Mapping[str, str] | None = None) -> None:
        """Compare with the known names; `said` gives those that are to be said differently."""
        from difflib import get_close_matches

        near = get_close_matches(wrong, list(known), n=3, cutoff=0.5)
        names = dict.fromkeys((said or {}).get(name, name) for name in near)
        if names:
            super().__init__(N_("did you mean {names}?"), names=", ".join(f"`{name}`" for name in names))
        else:
            super().__init__("")


class PartnerkgError(Exception):
    """The parent of all; `message` is the sentence, `details` fill it."""

    message = "{reason}"

    def __init__(self, **details: object) -> None:
        super().__init__()
        self.details = details

    def text(self, translate: Translate = N_) -> str:
        """Return the error as one line in the language of `translate`."""
        return Message(self.message, **self.details).text(translate)

    def __str__(self) -> str:
        return self.text()


class MissingFile(PartnerkgError):
    message = N_("No file or folder at {path}; check the path.")


class UnreadableFile(PartnerkgError):
    message = N_("{path} cannot be read: {reason}.")


class UnwritablePath(PartnerkgError):
    message = N_(
        "{path} cannot be written: {reason}; check the path and your rights, or choose another place."
    )


class BrokenFile(PartnerkgError):
    message = N_("{path}, line {line}: {reason}.")


class UnknownQuery(PartnerkgError):
    message = N_("No query named `{name}`; {suggestion} `partnerkg query` lists them.")


class WrongHeader(PartnerkgError):
    message = N_("{path}, line {line}: the query header is wrong: {reason}.")


class UnknownParameter(PartnerkgError):
    message = N_("The query `{query}` has no parameter `{name}`; {suggestion} It takes: {known}.")


class MissingParameter(PartnerkgError):
    message = N_("The query `{query}` needs --{name}; for example --{name} {example}.")


class WrongValue(PartnerkgError):
    message = N_("`{value}` is not a value for --{name}: {reason}; {suggestion}")


class UnknownThing(PartnerkgError):
    message = N_("Nothing in the graph has the slug or IRI `{name}`; {suggestion}")


class WrongSparql(PartnerkgError):
    message = N_("The SPARQL text is wrong: {reason}.")


class WrongAddress(PartnerkgError):
    message = N_("`{url}` is no address of a SPARQL endpoint: {reason}.")


class Unreachable(PartnerkgError):
    message = N_("{url} cannot be reached: {reason}; check the address, and that the server runs.")


class TooSlow(PartnerkgError):
    message = N_(
        "{url} gave no answer within {seconds} seconds; ask for less, or give it more time with "
        "PARTNERKG_ENDPOINT_TIMEOUT."
    )


class TooLarge(PartnerkgError):
    message = N_(
        "{url} gives an answer of more than {most} bytes; ask for less, or take more with "
        "PARTNERKG_ENDPOINT_BYTES."
    )


class WrongSetting(PartnerkgError):
    message = N_("The environment variable {name} is `{value}`; it takes {what}.")


class NoAccess(PartnerkgError):
    message = N_(
        "{url} refuses access (HTTP {status}); set PARTNERKG_USER and PARTNERKG_PASSWORD (and "
        "PARTNERKG_AUTHENTICATION=digest for Virtuoso's /sparql-auth), or PARTNERKG_AUTHORIZATION."
    )


class RefusedQuery(PartnerkgError):
    message = N_("{url} refuses the query: {reason}.")


class FailedEndpoint(PartnerkgError):
    message = N_("{url} failed with HTTP {status}: {reason}; the server's log may say more.")


class NoSparql(PartnerkgError):
    message = N_("{url} does not answer as SPARQL does: {reason}; check the path, often /sparql or /query.")


class BrokenAnswer(NoSparql):
    message = N_("{url} answered with {type} that cannot be read: {why}.")


class UnreadableTerms(NoSparql):
    message = N_("{url} gave {count} terms that cannot be read: {first}; ask for the rest, or mend the data.")


class LeftOut(UserWarning):
    """What an answer lacks, said beside it; its argument is the PartnerkgError that says it."""


class Moved(PartnerkgError):
    message = N_("{url} sends on to {address}; give that address if you trust it.")


class TooBusy(PartnerkgError):
    message = N_(
        "{url} is busy (HTTP {status}) and asks to wait {seconds} seconds; ask again then, or give it more "
        "time with PARTNERKG_ENDPOINT_TIMEOUT."
    )


class NoUnion(PartnerkgError):
    message = N_(
        "The default graph of {url} leaves out its named graphs; make it their union: "
        "`oxigraph serve --union-default-graph`, in Fuseki `tdb2:unionDefaultGraph true`."
    )


class Incomplete(PartnerkgError):
    message = N_("{url} gave {given} of the {count} triples of <{graph}>; ask for a larger limit of rows.")


class CutShort(PartnerkgError):
    message = N_(
        "{url} cut its answer short ({reason}); ask for it in parts, with ORDER BY, LIMIT and OFFSET."
    )


class Unpushable(PartnerkgError):
    message = N_("{count} triples cannot be put on a server and compared there: {reason}.")


class UnknownFormat(PartnerkgError):
    message = N_("There is no format `{name}`; choose one of: {known}.")


class UnknownExport(UnknownFormat):
    message = N_("There is no format `{name}`; {suggestion} There are: {known}.")


class NoText(PartnerkgError):
    message = N_("{name} is no text for a terminal; add -o FILE.")


class UnguessableFormat(PartnerkgError):
    message = N_("The ending of {path} is that of no format; choose one of: {known}.")


class OutOfTime(PartnerkgError):
    message = N_("No answer within {seconds} s; ask for less, or give it more time with --timeout.")


class WorkerEnded(PartnerkgError):
    message = N_("The process that was to answer ended without an answer ({how}); ask for less.")


class OutOfMemory(WorkerEnded):
    message = N_(
        "No answer within {megabytes} MB of memory; ask for less, or give it more with PARTNERKG_MEMORY."
    )


class NoQuotes(PartnerkgError):
    message = N_("The format `{name}` has no place for the quotes of --why; choose one of: {known}.")


class MissingExtra(PartnerkgError):
    message = N_("{name} is not installed; `pip install 'partnerkg[{name}]'` brings it.")


class WrongColumns(PartnerkgError):
    message = N_("A graph needs two columns with IRIs; give `source` and `target`, two of: {known}.")


class NoLinks(PartnerkgError):
    message = N_(
        "A picture needs two columns with IRIs between which there are links, such as ?source and ?target; "
        "this answer has: {known}."
    )


class UnwritableValue(PartnerkgError):
    message = N_("{what} cannot be written as {format}: {reason}; choose {known}.")


class BrokenStore(PartnerkgError):
    message = N_("{path} is no store that can be read: {reason}; load it again with `partnerkg load`.")


class TakenPlace(PartnerkgError):
    message = N_("{path} is there already and is no store; choose another place, or remove it yourself.")


class BusyPlace(PartnerkgError):
    message = N_("Another process is loading {path}; wait until it is done, or choose another place.")


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


class UnknownRecord(PartnerkgError):
    message = N_(
        "No shape wants anything of a class `{name}`; {suggestion} `partnerkg completeness` lists them."
    )


class UnknownGap(PartnerkgError):
    message = N_(
        "No shape wants a property `{name}` of {class_}; {suggestion} `partnerkg completeness` lists them."
    )


class UnknownGroup(PartnerkgError):
    message = N_("There is no group `{name}`; {suggestion} without --group all are listed.")


class UnknownRelease(PartnerkgError):
    message = N_(
        "No measurement of a release `{name}`; {suggestion} "
        "`partnerkg completeness --record VERSION` writes one."
    )


class NoProject(PartnerkgError):
    message = N_("{path} is no partnerkg project: it has no folder `{folder}`.")


class UnknownPlace(PartnerkgError):
    message = N_(
        "No place named `{name}`; {suggestion} "
        "Add it to graph/reference/communes.yaml and run `partnerkg places`."
    )


class AmbiguousPlace(PartnerkgError):
    message = N_("`{name}` names more than one place; write one of these instead: {known}.")


class UnknownCode(PartnerkgError):
    message = N_("{path} has no place `{code}` named `{name}`; check both in communes.yaml.")


class WrongSiren(PartnerkgError):
    message = N_("{siren}, the SIREN of {name}, has no valid check digit; compare it with the source.")


class WrongUse(PartnerkgError):
    message = N_("{reason}; `{program} --help` shows how.")


class UnknownVerb(PartnerkgError):
    message = N_("There is no command `{name}`; {suggestion} `partnerkg --help` lists them.")


class Unexpected(PartnerkgError):
    message = N_("Unexpected {kind}: {reason}; PARTNERKG_TRACEBACK=1 shows where it comes from.")
