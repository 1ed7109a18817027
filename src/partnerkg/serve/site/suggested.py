"""The questions that words speak of, with the values that they name: an answer is one click away."""

from __future__ import annotations

from partnerkg.pipeline.questions import fitting
from partnerkg.pipeline.site.choosing import chosen, is_answered, telling, usual
from partnerkg.pipeline.values import fold
from partnerkg.serve.site.filing import choices
from partnerkg.serve.site.form import sentence
from partnerkg.serve.site.themes import theme
from partnerkg.serve.site.typography import typeset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.view import View

MOST, TRIED = 3, 8
_FOR_STEWARDS = ("evidence", "graph")  # themes of which a search for organisations does not speak


def suggested(words: str, view: View) -> list[tuple[str, Markup]]:
    """Return questions that have an answer, address and sentence, those first whose values the words name."""
    if not words or view.site.ending:
        return []
    found: list[tuple[str, Markup]] = []
    for question, values in _tried(words, view):
        if len(found) < MOST and is_answered(question, values, view.whole):
            told = {} if values == usual(question, view.whole) else values
            found.append((view.to(f"questions/{question.name}", told), sentence(question, values, view)))
    return found


def filed(view: View) -> list[tuple[str, str, list[list[str]]]]:
    """Return the questions that a folder of files has a page for and that words can name the values of.

    Each is an address, a sentence, and the words of each value that has to be named, as a script looks for.
    """
    found = []
    for question in view.site.opened.questions:
        if theme(question) not in _FOR_STEWARDS and question.parameters:
            for told in choices(question, view.site):
                values = told or usual(question, view.whole)
                if names := _to_be_named(question, values, view):
                    address = view.to(f"questions/{question.name}", told)
                    words = typeset(str(sentence(question, values, view).striptags()), view.language)
                    found.append((address, words, names))
    return found


def _to_be_named(question: Question, values: Mapping[str, str], view: View) -> list[list[str]]:
    """Return the words of each value that is not the one taken where none is named."""
    wanted = [(one, values.get(name, "")) for name, one in question.parameters.items()]
    named = [
        chosen(parameter, value, view.whole, view.language).words
        for parameter, value in wanted
        if value and value != parameter.default
    ]
    return [fold(words).split() for words in named]


def _tried(words: str, view: View) -> Iterator[tuple[Question, Mapping[str, str]]]:
    """Yield questions whose values the words name, then one that takes none."""
    fits = [one for one in fitting(view.whole.opened, words) if theme(one.question) not in _FOR_STEWARDS]
    named = [one for one in fits if one.values and _is_told(one.question, one.values)]
    others = [one for one in fits if not one.question.parameters and one.said]
    for one in (*named[:TRIED], *others[:1]):
        yield one.question, telling(one.question, one.values, view.whole)


def _is_told(question: Question, named: Mapping[str, object]) -> bool:
    """Return whether nothing has to be guessed."""
    return all(name in named or one.default or one.optional for name, one in question.parameters.items())
