"""What can go wrong with servers."""

from __future__ import annotations

from partnerkg.errors.base import N_, PartnerkgError


class WrongAddress(PartnerkgError):
    message = N_("`{url}` is no address of a SPARQL endpoint: {reason}.")


class EngineFailed(PartnerkgError):
    """What is amiss with an engine itself, whatever it is asked; its sentence is that for strangers."""

    message = N_("The server that holds the graph does not answer as it should; try again later.")


class Unreachable(EngineFailed):
    message = N_("{url} cannot be reached: {reason}; check the address, and that the server runs.")


class TooSlow(EngineFailed):
    message = N_(
        "{url} gave no answer within {seconds} s; ask for less, or give it more time with "
        "PARTNERKG_ENDPOINT_TIMEOUT."
    )


class TooLarge(PartnerkgError):
    message = N_(
        "{url} gives an answer of more than {most} bytes; ask for less, or take more with "
        "PARTNERKG_ENDPOINT_BYTES."
    )


class WrongSetting(PartnerkgError):
    message = N_("The environment variable {name} is `{value}`; it takes {what}.")


class NoAccess(EngineFailed):
    message = N_(
        "{url} refuses access (HTTP {status}); set PARTNERKG_USER and PARTNERKG_PASSWORD (and "
        "PARTNERKG_AUTHENTICATION=digest for Virtuoso's /sparql-auth), or PARTNERKG_AUTHORIZATION."
    )


class RefusedQuery(PartnerkgError):
    message = N_("{url} refuses the query: {reason}.")


class FailedEndpoint(EngineFailed):
    message = N_("{url} failed with HTTP {status}: {reason}; the server's log may say more.")


class NoSparql(EngineFailed):
    message = N_("{url} does not answer as SPARQL does: {reason}; check the path, often /sparql or /query.")


class BrokenAnswer(NoSparql):
    message = N_("{url} answered with {type} that cannot be read: {why}.")


class NoNumber(NoSparql):
    message = N_(
        "A query that counts got no number as its answer; the server does not answer as SPARQL does."
    )


class UnreadableTerms(NoSparql):
    message = N_("{url} gave {terms}: {first}; ask for the rest, or mend the data.")


class Moved(EngineFailed):
    message = N_("{url} sends on to {address}; give that address if you trust it.")


class TooBusy(EngineFailed):
    message = N_(
        "{url} is busy (HTTP {status}) and asks to wait {seconds} s; ask again then, or give it more "
        "time with PARTNERKG_ENDPOINT_TIMEOUT."
    )


class NoUnion(EngineFailed):
    message = N_(
        "The default graph of {url} leaves out its named graphs; make it their union: "
        "`oxigraph serve --union-default-graph`, in Fuseki `tdb2:unionDefaultGraph true`."
    )


class Incomplete(EngineFailed):
    message = N_("{url} gave {given} of {triples} of <{graph}>; ask for a larger limit of rows.")


class CutShort(PartnerkgError):
    message = N_(
        "{url} cut its answer short ({reason}); ask for it in parts, with ORDER BY, LIMIT and OFFSET."
    )


class Unpushable(PartnerkgError):
    message = N_("{triples} cannot be put on a server and compared there: {reason}.")


class Busy(PartnerkgError):
    message = N_("Too much is asked at once; come back in {seconds} s.")


class TooManyRows(PartnerkgError):
    message = N_("The answer has more than {most} rows or statements; ask for less, with LIMIT for example.")


class TooManyBytes(PartnerkgError):
    message = N_("The answer has more than {most} bytes; ask for less, with LIMIT for example.")


class NotAcceptable(PartnerkgError):
    message = N_("There is no answer of the type `{accept}`; there is: {known}.")
