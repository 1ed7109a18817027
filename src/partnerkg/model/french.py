"""French as sentences need it: the article of a kind of thing, the words before a town."""

from __future__ import annotations

from partnerkg.model.name import fold

_FEMININE = """academie agence association bibliotheque caisse compagnie communaute commune confederation
cooperative direction ecole entreprise federation fondation galerie halle librairie ligue ludotheque
mairie maison mediatheque metropole mission mutuelle operation organisation radio region revue societe
structure television troupe union universite ville"""
_MASCULINE = """bibliobus cafe centre cinema club college collectif comite conseil departement
ehpad etablissement festival foyer groupe journal lieu lycee magazine media ministere musee organisme pole
prix programme rectorat reseau salon service site syndicat theatre"""
_VOWELS = "aeiouy"


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
    """Return words and what follows them, "de le" and "à le" drawn together."""
    for long, short in (("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")):
        head, ending = long.split(" ", 1)
        if words.endswith(head) and following.casefold().startswith(ending):
            return f"{words.removesuffix(head)}{short}{following[len(ending) :]}"
    return f"{words} {following}"


def at(town: str) -> str:
    """Return where something is: "à Arras", "au Havre", "aux Mureaux"."""
    return before("à", town)


def is_plural(name: str) -> bool:
    """Return whether a name takes its verb in the plural: "Les Passe-Lignes"."""
    return fold(name).startswith(("les ", "des ", "nos "))
