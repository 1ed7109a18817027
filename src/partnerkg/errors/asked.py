"""What can go wrong with what somebody asks."""

from __future__ import annotations

from partnerkg.errors.base import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors.base import Translate


class UnknownQuery(PartnerkgError):
    message = N_("No query named `{name}`; {suggestion} `partnerkg query` lists them.")


class WrongHeader(PartnerkgError):
    message = N_("{path}, line {line}: the query header is wrong: {reason}.")


class UnknownParameter(PartnerkgError):
    message = N_("The query `{query}` has no parameter `{name}`; {suggestion} It takes: {known}.")


class MissingParameter(PartnerkgError):
    """A value is not given; `example` is one by its name, `typed` the same as a shell reads it."""

    message = N_("The query `{query}` needs --{name}; for example --{name} {typed}.")

    def __init__(self, **details: object) -> None:
        super().__init__(**{"typed": details["example"], **details})


class WrongValue(PartnerkgError):
    message = N_("`{value}` is not a value for --{name}: {reason}; {suggestion}")


class UnknownThing(PartnerkgError):
    message = N_("Nothing in the graph is called `{name}`; {suggestion}")


class WrongName(WrongValue):
    message = N_("`{value}`: {reason}; {suggestion}")


class Ambiguous(WrongValue):
    """Several things have a name: `choices` are lines that tell them apart, `more` how many are left out."""

    message = N_("`{value}`: which one? Write the name or the slug of one of these:")

    def text(self, translate: Translate = N_) -> str:
        choices, more = self.details["choices"], self.details["more"]
        assert isinstance(choices, Message)
        assert isinstance(more, int)
        lines = [super().text(translate), *(f"  {line}" for line in choices.text(translate).split("\n"))]
        if more > 0:
            lines.append(
                Message(N_("  … and {more} more; write more of the name."), more=more).text(translate)
            )
        return "\n".join(lines)


class WrongArgument(PartnerkgError):
    message = N_("`{name}` takes {what}, not `{value}`.")


class WrongSparql(PartnerkgError):
    message = N_("The SPARQL text is wrong: {reason}.")


class OtherPrefix(PartnerkgError):
    message = N_("`{name}:` is <{iri}> here, as the file says; elsewhere in partnerkg it is <{ours}>.")


class BeyondRange(PartnerkgError):
    message = N_(
        "The data have numbers beyond the range of the engine, such as {number}: it shows them, but "
        "comparisons and sums leave them out."
    )


class UnclearGraph(PartnerkgError):
    message = N_(
        "Line {line}: what stands in GRAPH {name} may lack rows or mix graphs: this engine asks the graphs "
        "together there, and they are too many, or without name, to be asked one by one; write GRAPH <…>."
    )


class SameNodes(PartnerkgError):
    message = N_(
        "Line {line}: BNODE of a text makes one node for all rows here, where SPARQL makes one for each; "
        "call it in one BIND, or write BNODE()."
    )


class NoSum(PartnerkgError):
    message = N_(
        "{name} is empty where a value is no number, or where the sum needs more than 64 bits, which SPARQL "
        "allows and this engine does not."
    )


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


class WrongColumns(PartnerkgError):
    message = N_("A graph needs two columns with IRIs; give `source` and `target`, two of: {known}.")


class NoLinks(PartnerkgError):
    message = N_(
        "A picture needs two columns with IRIs between which there are links, such as ?source and ?target; "
        "this answer has: {known}."
    )


class NothingLinked(NoLinks):
    message = N_("There is nothing to draw: no row of this answer has both ends of a link.")


class UnknownRecord(PartnerkgError):
    message = N_(
        "No shape wants anything of a class `{name}`; {suggestion} `partnerkg completeness` lists them."
    )


class UnknownGap(PartnerkgError):
    message = N_(
        "No shape wants a property `{name}` of {class_}; {suggestion} `partnerkg completeness` lists them."
    )


class NothingWanted(PartnerkgError):
    message = N_("The shapes want nothing of {name}, so it is neither complete nor incomplete.")


class UnknownGroup(PartnerkgError):
    message = N_("There is no group `{name}`; {suggestion} without --group all are listed.")


class UnknownRelease(PartnerkgError):
    message = N_(
        "No measurement of a release `{name}`; {suggestion} "
        "`partnerkg completeness --record VERSION` writes one."
    )


class WrongUse(PartnerkgError):
    message = N_("{reason}; `{program} --help` shows how.")


class UnknownVerb(PartnerkgError):
    message = N_("There is no command `{name}`; {suggestion} `partnerkg --help` lists them.")


class Unexpected(PartnerkgError):
    message = N_("Unexpected {kind}: {reason}; PARTNERKG_TRACEBACK=1 shows where it comes from.")


class UnknownTopic(PartnerkgError):
    message = N_("There is no page `{name}`; {suggestion} `partnerkg help` lists them.")
