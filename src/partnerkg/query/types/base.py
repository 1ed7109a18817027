"""A parameter of a question, and what every type of parameter can do."""

from __future__ import annotations

from partnerkg.errors import Message, WrongValue
from partnerkg.query.header import texts
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

    Json = dict[str, object]


class Type:
    """A type of parameter: reads what a person writes, writes it back, and says what may be written.

    `name` is what a header calls it, `placeholder` what help shows in place of a value, to be translated;
    `takes_things` says whether a value is a thing of the graph.
    """

    __slots__ = ()
    name: str
    placeholder: str
    takes_things = False

    def read(self, written: str, parameter: Parameter, store: Store) -> Term:
        """Return the term that a value stands for; WrongValue or UnknownThing with what would do."""
        raise NotImplementedError

    def write(self, terms: Sequence[Term], store: Store, language: str) -> Mapping[Term, str]:
        """Return each of the terms as a person writes it, so that no two of them are written the same."""
        return {term: text(term) for term in terms}

    def schema(self) -> Json:
        """Return the JSON Schema of a value as a program writes it."""
        return {"type": "string"}


class Parameter:
    """What a question must be told: a variable of its query, with the type of its value.

    `default` is the value where none is given; `choices` is a graph pattern whose solutions for the variable
    are the values that make sense.
    """

    __slots__ = ("choices", "class_", "default", "description", "example", "name", "optional", "type")

    def __init__(self, name: str, type_: Type, given: Mapping[str, object]) -> None:
        """Take the name, the type, and what the header of the question says of it."""
        self.name = name
        self.type = type_
        self.class_ = str(given["class"]) if "class" in given else None
        self.example = str(given["example"])
        self.optional = given.get("optional") is True
        self.default = str(given["default"]) if "default" in given else None
        self.choices = str(given["choices"]) if "choices" in given else None
        self.description = texts(given.get("description"))

    def __repr__(self) -> str:
        return f"<Parameter: {self.name}, {self.type.name}>"


def wrong(written: str, parameter: Parameter, reason: Message) -> WrongValue:
    """Return the error for a value that is not of its type, with the parameter's example."""
    suggestion = Message("for example {example}.", example=parameter.example)
    return WrongValue(value=written, name=parameter.name, reason=reason, suggestion=suggestion)
