"""What may have been meant by a name that stands for nothing, or for several things."""

from __future__ import annotations

from itertools import islice

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Ambiguous, Message
from partnerkg.query.search.things import things_of
from partnerkg.query.search.words import asked, has
from partnerkg.translation import LANGUAGES, Spoken, translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from partnerkg.query.search.found import Found
    from partnerkg.query.search.things import Things
    from partnerkg.store.base import Store

MOST = 3  # that are suggested
LISTED = 12  # of which one is to be chosen


def meant(
    name: str, store: Store, fits: Callable[[NamedNode], bool], choices: Iterable[NamedNode]
) -> Message:
    """Return the names of fitting things that are nearest to a name, as the end of a sentence.

    Where nothing is near, some of the choices are named, and how many more there are.
    """
    things = things_of(store)
    near = list(islice(_near(name, things, fits), MOST))
    if near:
        return Message(N_("did you mean {names}?"), names=_names(near, things))
    known = [thing for thing in choices if things.knows(thing)]
    if not known:
        return Message(N_("`partnerkg search WORDS` finds what there is."))
    named = _names(known[:MOST], things)
    if len(known) <= MOST:
        return Message(N_("the graph has {names}."), names=named)
    return Message(N_("the graph has {names} and {more} more."), names=named, more=len(known) - MOST)


def _near(name: str, things: Things, fits: Callable[[NamedNode], bool]) -> Iterator[NamedNode]:
    words = asked(name)
    some = (one for one in things.find(name, LANGUAGES[0]) if one.iri)
    named = (one for one in some if all(has(f"{one.matched} {one.iri}", word) for word in words))
    fitting = [thing for thing in (NamedNode(str(one.iri)) for one in named) if fits(thing)]
    if not fitting:
        near = (NamedNode(str(one.iri)) for one in things.nearest(name, LANGUAGES[0], LISTED))
        fitting = [thing for thing in near if fits(thing)]
    yield from fitting


def which(name: str, candidates: Iterable[NamedNode], store: Store) -> Ambiguous:
    """Return the error that asks which thing of that name is meant: each with kind, town and slug."""
    things, some = things_of(store), list(candidates)
    return Ambiguous(value=name, choices=_spoken(some[:LISTED], things, _line, "\n"), more=len(some) - LISTED)


def _names(things: list[NamedNode], known: Things) -> Spoken:
    return _spoken(things, known, _short, ", ")


def _spoken(
    things: list[NamedNode], known: Things, said: Callable[[Found, str], str], between: str
) -> Spoken:
    by_language = {
        language: [said(known.found(thing, language), language) for thing in things] for language in LANGUAGES
    }
    return Spoken({language: between.join(dict.fromkeys(texts)) for language, texts in by_language.items()})


def _short(found: Found, _: str) -> str:
    return f"`{found.name}`" + (f" ({found.town})" if found.town else "")


def _line(found: Found, language: str) -> str:
    about = ", ".join(filter(None, (found.kind, found.town)))
    name = f"{found.name} ({about})" if about else found.name
    return Message(N_("{name}: {id}"), name=name, id=found.id).text(translations(language)[0])
