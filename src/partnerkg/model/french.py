"""French as sentences need it: the article of a kind of thing, the words before a town."""

from __future__ import annotations

from string import Formatter

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_FEMININE = """academie agence association bibliotheque caisse compagnie communaute commune confederation
cooperative direction ecole entreprise federation fondation galerie halle librairie ligue ludotheque
mairie maison mediatheque metropole mission mutuelle operation organisation radio region revue societe
structure television troupe union universite ville"""
_MASCULINE = """bibliobus cafe centre cinema club college collectif comite conseil departement
ehpad etablissement festival foyer groupe journal lieu lycee magazine media ministere musee organisme pole
prix programme rectorat reseau salon service site syndicat theatre"""
_VOWELS = "aeiouy"
_ELIDED = ("de", "que", "ne", "se", "jusque", "lorsque", "puisque")
_DRAWN_TOGETHER = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
# Whether an h is mute no rule tells: these names and words have one, as the official code says of towns.
_ASPIRED = ("onze", "onzieme", "oui")
_MUTE = """habitat harmonie hazebrouck henin herault herouville hesdin heure hirson histoire hopital horizon
hotel humanite"""


def article(noun: str) -> str:
    """Return the article of the first word of a noun with its space: "la ", "le ", "l’"; "" if not known."""
    first = (fold(noun).split() or [""])[0]
    feminine = first in _FEMININE.split()
    if not feminine and first not in _MASCULINE.split():
        return ""
    if first[0] in _VOWELS:
        return "l’"
    return "la " if feminine else "le "


def before(words: str, following: str) -> str:
    """Return words and what follows them, "de le" and "à le" drawn together, "de" elided before a vowel."""
    return "".join(follows(f"{words} ", following))


def follows(words: str, following: str) -> tuple[str, str]:
    """Return words, with their space, and what follows them: "près de ", "Arras" is "près d’", "Arras"."""
    last = words.removesuffix(" ").rpartition(" ")[2].casefold()
    for long, short in _DRAWN_TOGETHER.items():
        head, ending = long.split(" ", 1)
        if words.endswith(" ") and last == head and following.casefold().startswith(ending):
            return f"{words.removesuffix(f'{head} ')}{short}", following[len(ending) :]
    if words.endswith(" ") and last in _ELIDED and _begins_with_a_vowel(following):
        return f"{words[:-2]}’", following
    return words, following


def _begins_with_a_vowel(words: str) -> bool:
    """Return whether words begin with a vowel, as they are spoken: "Arras", "Ypres", "Hénin", not "Yann"."""
    first = (fold(words).split() or [""])[0]
    if first[:1] == "y":
        return first[1:2] not in _VOWELS
    return words[:1].isalpha() and (first[:1] in _VOWELS or first in _MUTE.split()) and first not in _ASPIRED


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return a sentence whose holes are filled: "à moins de {count} km de {town}"."""
    pieces: list[str] = []
    for words, name, _, _ in Formatter().parse(template):
        pair = (words, "") if name is None else follows("".join(pieces) + words, values[name])
        pieces = [*([] if name is not None else pieces), *pair]
    return "".join(pieces)


def at(town: str) -> str:
    """Return where something is: "à Arras", "au Havre", "aux Mureaux"."""
    return before("à", town)


def is_plural(name: str) -> bool:
    """Return whether a name takes its verb in the plural: "Les Passe-Lignes"."""
    return fold(name).startswith(("les ", "des ", "nos "))
