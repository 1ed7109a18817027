"""How bad a finding is (SHACL §2.1.4)."""

from __future__ import annotations

from enum import IntEnum

from pyoxigraph import NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

SH = namespace("sh")
_MILD = frozenset((SH.Debug, SH.Trace))  # SHACL 1.2: milder than sh:Info


class Severity(IntEnum):
    """How bad a finding is; a higher number is worse (SHACL §2.1.4)."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def iri(self) -> str:
        """Return the IRI: `sh:Violation` in full."""
        return SH[self.name.capitalize()].value

    @classmethod
    def named(cls, name: str | Severity) -> Severity:
        """Return the severity of that name or IRI (`warning`, sh:Warning); KeyError if there is none."""
        return name if isinstance(name, Severity) else cls[name.removeprefix(SH.iri).upper()]


def of(term: Term) -> tuple[Severity, str]:
    """Return how bad findings of a severity are, and its IRI if it is none of SHACL 1.0's.

    One of somebody's own is taken for a violation, those below sh:Info for remarks. ValueError if it is no
    IRI.
    """
    if not isinstance(term, NamedNode):
        raise ValueError("sh:severity")
    try:
        return Severity.named(term.value), ""
    except KeyError:
        return (Severity.INFO if term in _MILD else Severity.VIOLATION), term.value
