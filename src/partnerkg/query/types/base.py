"""What every type of parameter can do."""

from __future__ import annotations

from partnerkg.errors import Message, WrongValue
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Parameter
    from partnerkg.store.base import Store

    Json = dict[str, object]


class Type:
    """A type of parameter: reads what a person writes, writes it back, and says what may be written.

    `name` is what a header calls it, `placeholder` what help shows in place of a value, to be translated.
    """

    __slots__ = ()
    name: str
    placeholder: str

    def read(self, written: str, parameter: Parameter, store: Store) -> Term:
        """Return the term that a value stands for; WrongValue or UnknownThing with what would do."""
        raise NotImplementedError

    def write(self, terms: Sequence[Term], store: Store, language: str) -> Mapping[Term, str]:
        """Return each of the terms as a person writes it, so that no two of them are written the same."""
        return {term: text(term) for term in terms}

    def schema(self) -> Json:
        """Return the JSON Schema of a value as a program writes it."""
        return {"type": "string"}


def wrong(written: str, parameter: Parameter, reason: Message) -> WrongValue:
    """Return the error for a value that is not of its type, with the parameter's example."""
    suggestion = Message("for example {example}.", example=parameter.example)
    return WrongValue(value=written, name=parameter.name, reason=reason, suggestion=suggestion)
