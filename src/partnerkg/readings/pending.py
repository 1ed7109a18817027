"""What a reading proposes and nobody has decided, and what was decided: `review` and `decisions`."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.model.claim import VERDICTS, Pending, Thing
from partnerkg.model.facts import SUBJECTS
from partnerkg.readings.entry import Section, claims
from partnerkg.readings.located import Located
from partnerkg.readings.words import slug

REVIEW, DECISIONS, SECTIONS = "review", "decisions", "sections"
SECTION, VERDICT, DOUBT, RULE = "section", "verdict", "doubt", "rule"
IDENTITY = "identity"  # the doubt whether it is an organisation that is known
KIND = "kind"  # the doubt of what kind it is
PERHAPS = "perhaps"  # organisations that may be meant, by slug or address
OF_REVIEW = (SECTION, VERDICT, DOUBT, RULE, PERHAPS)


def pending(node: Located, sections: dict[str, Section]) -> list[Pending]:
    """Return the entries of a list `review`; what is wrong with one is a fault of the file."""
    found = (node.faults.attempt(_entry, item, number, sections) for number, item in enumerate(node.items()))
    return [entry for entry in found if entry]


def _entry(node: Located, number: int, sections: dict[str, Section]) -> Pending:
    keys = node.named()
    for key in (SECTION, VERDICT):
        if key not in keys:
            raise node.wrong(N_("the key `{key}` is missing; add it."), key=key)
    section = keys[SECTION].choice(sections)
    verdict = keys[VERDICT].choice(VERDICTS)
    said = {key: keys[key].text() if key in keys else "" for key in (DOUBT, RULE)}
    entry = {key: value for key, value in keys.items() if key not in OF_REVIEW}
    made = claims(node.like(entry), sections[section])
    kind = next(kind for kind in SUBJECTS if kind in entry)
    thing = Thing(kind, slug(entry[kind]))
    perhaps = tuple(one.text() for one in keys[PERHAPS].items()) if PERHAPS in keys else ()
    return Pending(thing, section, verdict, said[DOUBT], said[RULE], tuple(made), node.line, number, perhaps)
