"""Constants that can only be errors: a query asked with them would be empty without a word."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.sparql.query import Query

PATTERNS = {"REGEX": 3, "REPLACE": 4}  # and how many arguments they have with flags
# Of constants alone each of these has a value, or is an error whatever the data say.
PURE = ("IRI", "URI", "STRLANG", "STRDT", "SUBSTR", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS")
XSD = "http://www.w3.org/2001/XMLSchema#"


def check(query: Query, known: Mapping[str, str]) -> None:
    """Raise WrongSparql for a constant of a query that the engine cannot but fail over.

    `known` are prefixes that need no declaration. What stands in a COALESCE may fail.
    """
    if not query.words.isdisjoint((*PATTERNS, *PURE, "LANGMATCHES")) or has_values(query):
        from partnerkg.sparql import valueless

        valueless.check(query, known)


def has_values(query: Query) -> bool:
    """Return whether there may be a value with a datatype of XML Schema, or a cast to one."""
    return "^^" in query.text or XSD in query.text or "xsd:" in query.text
