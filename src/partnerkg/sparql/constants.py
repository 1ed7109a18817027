"""Constants that can only be errors: a query asked with them would be empty without a word."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.sparql.query import Query

PATTERNS = {"REGEX": 3, "REPLACE": 4}  # and how many arguments they have with flags
# Of constants alone each of these has a value, or is an error whatever the data say.
PURE = ("IRI", "URI", "STRLANG", "STRDT", "SUBSTR", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS")
XSD = "http://www.w3.org/2001/XMLSchema#"


def stand_in(query: Query) -> bool:
    """Return whether a query has constants of which `valueless` may complain."""
    return not query.words.isdisjoint((*PATTERNS, *PURE, "LANGMATCHES")) or has_values(query)


def has_values(query: Query) -> bool:
    """Return whether there may be a value with a datatype of XML Schema, or a cast to one."""
    return "^^" in query.text or XSD in query.text or "xsd:" in query.text
