"""A doubt as a form: who it may be, and the sentence whose words can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partnerkg.errors import N_
from partnerkg.model import french
from partnerkg.model.judgement import NEW, SAME, UNSURE
from partnerkg.model.name import fold
from partnerkg.pipeline.desk.look import NEIGHBOUR
from partnerkg.pipeline.desk.sentence import RELATIONS
from partnerkg.readings.doubts import ACTIVITY
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.pipeline.desk.look import Choice, Looks
    from partnerkg.pipeline.desk.quote import Said
    from partnerkg.pipeline.known import Who
    from partnerkg.readings.doubts import Doubt

    Say = Callable[[str], str]

GROUP = "group"
_SHARED = {  # name, kind, town
    (True, True, True): N_("Same name, kind and town."),
    (True, True, False): N_("Same name and kind; the town is not the same, or not said."),
    (True, False, True): N_("Same name and town; the kind is not the same, or not said."),
    (True, False, False): N_("Same name; neither kind nor town say more."),
    (False, True, True): N_("A name that is alike, same kind and town."),
    (False, True, False): N_("A name that is alike, same kind."),
    (False, False, True): N_("A name that is alike, same town."),
    (False, False, False): N_("A name that is alike."),
}
SORTS = {
    SAME: N_("known already"),
    NEIGHBOUR: N_("neighbour, known already"),
    NEW: N_("new"),
    UNSURE: N_("not sure"),
}
_NOBODY = {  # who is none of those that are known
    NEW: (N_("another “{name}”"), ""),
    UNSURE: (N_("nobody knows which"), N_("Kept apart, never taken for another.")),
}


@dataclass(frozen=True, slots=True)
class Option:
    """Who a doubt may be: the key that chooses it, what is sent for it, what is said of it."""

    key: str
    value: str
    title: str
    sort: str
    words: str = ""
    class_: str = ""
    chosen: bool = False
    quote: Said | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The sentence that will be written, as fields; `relations` and `classes` are what can be chosen.

    A relation is its key and its verb, a class its name, its label and the article before it.
    """

    who: Sequence[Option]
    publisher: str
    relation: str
    relations: Sequence[tuple[str, str]]
    class_: str
    classes: Sequence[tuple[str, str, str]]
    article: str
    name: str
    before: str
    town: str
    territory: str
    activity: str
    activities: Sequence[str]


def form(doubt: Doubt, said: Mapping[str, str], key: str, looks: Looks, language: str) -> Form:
    """Return the form of a doubt with what somebody has said of it, and a choice, that are not saved."""
    say = translations(language)[0]
    fields = {
        "name": doubt.name,
        **doubt.fields,
        **{name: value for name, value in said.items() if name != "relation"},
    }
    choices = looks.choices(doubt, said)
    taken = next((one for one in choices if one.key == key), None)
    others = any(one.who for one in choices)
    relation = said.get("relation") or next((one for one in RELATIONS if one in doubt.fields), "")
    several = french.is_plural(looks.publisher)
    verbs = [(one, say(verbs[several])) for one, verbs in RELATIONS.items()]
    classes = [] if doubt.kind == GROUP else looks.classes()
    class_ = looks.class_name(fields.get("class", ""))
    articles = {name: article for name, _, article in classes}
    return Form(
        [_option(one, fields, taken, (looks, say, others)) for one in choices],
        looks.publisher,
        relation,
        verbs if relation else [("", say(N_("speaks of"))), *verbs],
        class_,
        classes,
        articles.get(class_, ""),
        fields["name"],
        "à" if language == "fr" else "in",
        fields.get("town", ""),
        fields.get("territory", ""),
        looks.doing(fields.get(ACTIVITY, "")),
        list(looks.activities().values()),
    )


def _option(
    choice: Choice, fields: Mapping[str, str], taken: Choice | None, seen: tuple[Looks, Say, bool]
) -> Option:
    looks, say, others = seen
    who, chosen = choice.who, choice is taken if taken else choice.chosen
    sort = SORTS[choice.what]
    if who is None:
        title, words = _NOBODY[choice.what]
        alone = choice.what == NEW and not others
        named = fields["name"] if alone else say(title).replace("{name}", fields["name"])
        return Option(choice.key, choice.key, named, sort, say(words) if words else "", chosen=chosen)
    kind = "" if french.article(who.name) else who.kind  # "Collège Gambetta" says what it is
    title = ", ".join(filter(None, (who.name, kind, who.town)))
    quote = looks.quote(who) if choice.what == SAME else None
    return Option(
        choice.key,
        f"{choice.key} {who.iri}",
        title,
        sort,
        say(_why(who, fields, looks)) if choice.what == SAME else "",
        who.class_,
        chosen,
        quote,
    )


def _why(who: Who, fields: Mapping[str, str], looks: Looks) -> str:
    """Return what an organisation shares with what was read, in words."""
    is_called = fold(who.name) == fold(fields["name"])
    kind = bool(who.class_) and who.class_ == looks.class_name(fields.get("class", ""))
    town = bool(who.town) and fold(who.town) == fold(fields.get("town", ""))
    return _SHARED[is_called, kind, town]
