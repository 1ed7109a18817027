"""What is asked and what is found, as tables for notebooks: questions, one of them, finds."""

from __future__ import annotations

from pyoxigraph import Literal

from partnerkg.errors import N_, Message
from partnerkg.query.formats import Look
from partnerkg.query.headings import table
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.errors import Translate
    from partnerkg.model.terms import Row
    from partnerkg.query.catalogue import Question
    from partnerkg.query.search.found import Found
    from partnerkg.query.types.base import Parameter


def finds(found: Iterable[Found], language: str) -> str:
    """Return what was found: its name, what it is, where, and what a command takes for it."""
    rows = ([one.name, one.kind, one.town, one.id] for one in found)
    return _table(("name", "kind", "town", "id"), rows, language)


def questions(asked: Iterable[Question], language: str) -> str:
    """Return questions with their names and what they may be told."""
    rows = ([one.name, one.summary[language], " ".join(one.parameters)] for one in asked)
    return _table(("name", "summary", "parameters"), rows, language)


def question(asked: Question, language: str) -> str:
    """Return a question with what it takes and what its answer holds."""
    from partnerkg.pages import facts

    say = translations(language)[0]
    called = asked.headings.get(language, {})
    columns = {called.get(name, name): content[language] for name, content in asked.columns.items()}
    values = {name: _about(parameter, language) for name, parameter in asked.parameters.items()}
    said = [
        (N_("name"), [asked.name]),
        (N_("description"), list(filter(None, [asked.description.get(language)]))),
        (N_("values"), list(_named(values, say))),
        (N_("columns"), list(_named(columns, say))),
    ]
    return facts(asked.summary[language], [(say(name), texts) for name, texts in said])


def _named(texts: Mapping[str, str], translate: Translate) -> Iterator[str]:
    for name, words in texts.items():
        yield Message(N_("{label}: {values}"), label=name, values=words).text(translate)


def _about(parameter: Parameter, language: str) -> str:
    return " · ".join(filter(None, [parameter.description.get(language), parameter.example]))


def _table(columns: tuple[str, ...], rows: Iterable[list[str]], language: str) -> str:
    cells: list[Row] = [tuple(Literal(text) if text else None for text in row) for row in rows]
    solutions = table(columns, cells, language)
    solutions.look = Look(language=language)
    return solutions._repr_html_()
