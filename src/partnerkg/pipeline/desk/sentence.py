"""What keeping an entry writes, as one sentence: the publisher, how they are related, who, where."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import N_
from partnerkg.model import french
from partnerkg.model.name import fold
from partnerkg.readings.doubts import ACTIVITY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RELATIONS = {  # of one publisher, of several
    "partner": (N_("has as partner"), N_("have as partner")),
    "supports": (N_("has the support of"), N_("have the support of")),
    "supported_by": (N_("gives support to"), N_("give support to")),
    "members": (N_("is a member of"), N_("are a member of")),
    "member_of": (N_("has as member"), N_("have as member")),
    "part_of": (N_("has as a part of it"), N_("have as a part of them")),
}
_WHERE = {"fr": ("à", "sur le territoire de"), "en": ("in", "in the territory of")}
FOR = N_("for")
UNRELATED = (N_("speaks of"), N_("speak of"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of a sentence in their order, as a form has them; `relation` is a key of `RELATIONS` or "".

    `article` stands before `kind` (the label of a class), or before the name where that says the kind; both
    are empty where nothing is known. `before_town` are the words before the town or the territory, `activity`
    those that say what for.
    """

    publisher: str
    relation: str
    verb: str
    article: str
    kind: str
    name: str
    before_town: str
    town: str
    activity: str = ""

    def __str__(self) -> str:
        named = f"{self.article}{self.kind} {self.name}" if self.kind else f"{self.article}{self.name}"
        said = f"{self.publisher} {french.before(self.verb, named)}"
        where = f" {french.before(self.before_town, self.town)}" if self.town else ""
        return f"{said}{where}{self.activity}."


def sentence(
    publisher: str, fields: Mapping[str, str], kind: str, say: Callable[[str], str], language: str
) -> Sentence:
    """Return the sentence of the fields of an entry in a language; `kind` is the label of its class there."""
    name = fields.get("name", "")
    relation = next((key for key in RELATIONS if key in fields), "")
    one, several = RELATIONS.get(relation, UNRELATED)
    town = fields.get("town") or fields.get("territory", "")
    told = _tells(name, kind)
    return Sentence(
        publisher,
        relation,
        say(several if french.is_plural(publisher) else one),
        french.article(name if told else kind) if language == "fr" else "" if told else "the ",
        "" if told else kind,
        name,
        _WHERE[language][0 if fields.get("town") else 1] if town else "",
        town,
        f" {say(FOR)} {fields[ACTIVITY]}" if fields.get(ACTIVITY) else "",
    )


def _tells(name: str, kind: str) -> bool:
    """Return whether a name begins with its kind: "Collège Gambetta"; what has no kind needs none."""
    first = fold(name).split()[:1]
    return not kind or first == fold(kind).split()[:1] or bool(french.article(name))
