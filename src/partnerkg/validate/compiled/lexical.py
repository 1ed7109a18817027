"""What is a well-formed literal of a datatype (XSD 1.1 part 2), as a SPARQL test on a variable."""

from __future__ import annotations

from partnerkg.namespaces import namespace

_ZONE = r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
_YEAR = r"-?([1-9][0-9]{3,}|0[0-9]{3})"
# The 29th of February of years that have one; no look-ahead, for engines differ there.
_LEAP = r"-?([0-9]*([02468][048]|[13579][26])00|[0-9]+(0[48]|[2468][048]|[13579][26]))-02-29"
_DAY = (
    r"((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_DATE = rf"({_YEAR}-{_DAY}|{_LEAP})"
_WHOLE = r"[+-]?[0-9]+"
FORMS = {
    # Of whole numbers those that may have more digits than an engine counts with.
    "integer": _WHOLE,
    "nonNegativeInteger": r"[+]?[0-9]+|-0+",
    "positiveInteger": r"[+]?0*[1-9][0-9]*",
    "nonPositiveInteger": r"-[0-9]+|[+]?0+",
    "negativeInteger": r"-0*[1-9][0-9]*",
    "boolean": r"true|false|1|0",
    "date": _DATE + _ZONE,
    "dateTime": rf"{_DATE}T{_TIME}{_ZONE}",
    "dateTimeStamp": rf"{_DATE}T{_TIME}{_ZONE[:-1]}",
    "time": _TIME + _ZONE,
    "gYear": _YEAR + _ZONE,
    "gYearMonth": rf"{_YEAR}-(0[1-9]|1[0-2]){_ZONE}",
    "gMonth": rf"--(0[1-9]|1[0-2]){_ZONE}",
    "gDay": rf"---(0[1-9]|[12][0-9]|3[01]){_ZONE}",
    "gMonthDay": rf"--({_DAY}|02-29){_ZONE}",
    "duration": r"-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?",
    "dayTimeDuration": r"-?P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?",
    "yearMonthDuration": r"-?P([0-9]+Y)?([0-9]+M)?",
    "hexBinary": r"([0-9a-fA-F]{2})*",
}
_NUMBERS = ("decimal", "double", "float")
RANGES: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "byte": (-(2**7), 2**7 - 1),
    "short": (-(2**15), 2**15 - 1),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
    "unsignedByte": (0, 2**8 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
}
NO_END = ("duration", "dayTimeDuration", "yearMonthDuration")  # "P" and "…T" alone are none


def test(datatype: str, variable: str) -> str | None:
    """Return a SPARQL expression that is true for well-formed literals of the datatype; None if all are.

    All are well-formed where nothing is known of the datatype, as in rdflib.
    """
    name = datatype.removeprefix(namespace("xsd").iri)
    if name == datatype:
        return None
    if name in _NUMBERS:
        return f"isNumeric({variable})"
    if name not in FORMS:
        return _in_range(variable, *RANGES[name]) if name in RANGES else None
    form = f'REGEX(STR({variable}), "^({FORMS[name]})$")'.replace("\\", "\\\\")
    return form + (f' && REGEX(STR({variable}), "[0-9][A-Z]$")' if name in NO_END else "")


def _in_range(variable: str, least: int | None, most: int | None) -> str:
    """The bounds are decimals: as integers some engines hold none of more than 64 bits."""
    number = f"<{namespace('xsd').iri}decimal>(STR({variable}))"
    whole = f'REGEX(STR({variable}), "^{_WHOLE}$")'
    return f"{whole} && {number} >= {least}.0 && {number} <= {most}.0"
