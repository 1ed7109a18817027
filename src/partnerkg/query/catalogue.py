"""The questions that can be asked: one `.rq` file each, with a header that says what it is for."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.errors import N_, Message, MissingFile, Suggestion, UnknownQuery, UnreadableFile
from partnerkg.query import checks
from partnerkg.query import header as headers
from partnerkg.query.counted import counted, listed
from partnerkg.query.header import items, mapping, texts
from partnerkg.query.types import type_of
from partnerkg.query.types.base import Parameter
from partnerkg.store.base import ROOMS
from partnerkg.translation import translations
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.errors import Translate
    from partnerkg.query.header import Header


class Question:
    """A question of the catalogue.

    `summary` and `description` are texts by language, and so is `nothing`, why there may be no rows; `form`
    is the question as a sentence with a hole for each parameter, `{name}`, empty if the header has none;
    `columns` says in each language what each column holds, in order, `headings` what the columns are called
    in a language, where it is not by their names; `reads` are the rooms of the project that the query looks
    at; `lists` are the questions, told what, that give what this one counts or finds missing. `links` are
    those that a row stands for: names of columns or parameters, two ends and the kind if there is one.
    `completeness` is a graph pattern that finds the lists on which the answer rests (`?list`) from the same
    parameters, None if the header has none. `joined` are columns whose values become one (`query.joined`)
    where all other variables are alike. `counts` says of columns which question, told what, has the rows that
    are counted. `language` is that in which a notebook shows it, `words` are
    everyday words by which people look for it.
    """

    __slots__ = (
        *("columns", "completeness", "description", "counts", "form", "headings", "joined", "links"),
        *("language", "lists", "name", "nothing", "parameters", "path"),
        *("reads", "summary", "tags", "text", "words"),
    )

    def __init__(self, path: str, text: str, header: Header) -> None:
        values = header.values
        self.language = "en"
        self.path = path
        self.name = os.path.basename(path).removesuffix(".rq")
        self.text = text
        self.summary = texts(values["summary"])
        self.form = texts(values.get("form"))
        self.description = texts(values.get("description"))
        self.nothing = texts(values.get("nothing"))
        self.columns = {name: _by_language(content) for name, content in mapping(values["columns"]).items()}
        self.headings = {tag: texts(names) for tag, names in mapping(values.get("headings")).items()}
        given = mapping(values.get("parameters"))
        self.parameters = {name: _parameter(name, mapping(said)) for name, said in given.items()}
        self.tags = tuple(items(values.get("tags")))
        self.words = texts(values.get("words"))
        self.reads = tuple(items(values.get("reads"))) or ROOMS
        self.links = tuple(map(tuple, map(items, _list(values.get("links")))))
        self.counts = counted(values.get("counts"))
        self.joined = texts(values.get("joined"))
        self.lists = listed(values.get("lists"))
        self.completeness = str(values["completeness"]) if "completeness" in values else None

    def __repr__(self) -> str:
        return f"<Question: {self.name}>"

    def _repr_html_(self) -> str:
        """Return what it asks, takes and answers as a table for notebooks."""
        from partnerkg.pages import facts

        say = translations(self.language)[0]
        called = self.headings.get(self.language, {})
        columns = {called.get(name, name): content[self.language] for name, content in self.columns.items()}
        values = {
            name: " · ".join(filter(None, [parameter.description.get(self.language), parameter.example]))
            for name, parameter in self.parameters.items()
        }
        description = list(filter(None, [self.description.get(self.language)]))
        said = {N_("name"): [self.name], N_("description"): description}
        said |= {N_("values"): _said(values, say), N_("columns"): _said(columns, say)}
        return facts(self.summary[self.language], [(say(name), texts) for name, texts in said.items()])

    @property
    def looked_at(self) -> tuple[str, ...]:
        """Return the names of the questions that give what this one counts or finds missing."""
        return tuple(dict.fromkeys(leads.question for leads in (*self.counts.values(), *self.lists)))


def _said(texts: Mapping[str, str], translate: Translate) -> list[str]:
    said = (Message(N_("{label}: {values}"), label=name, values=words) for name, words in texts.items())
    return [one.text(translate) for one in said]


def _parameter(name: str, given: Mapping[str, object]) -> Parameter:
    return Parameter(name, type_of(str(given["type"])), given)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _by_language(content: object) -> dict[str, str]:
    """Return a text by language; one that is written once is the same in all."""
    return texts(content) or dict.fromkeys(checks.LANGUAGES, str(content))


class Catalogue:
    """The questions of one or more folders by name; a later folder's question hides an earlier one's.

    `language` is that in which a notebook shows them.
    """

    __slots__ = ("_paths", "_read", "language")

    def __init__(self, *folders: str, language: str = "en") -> None:
        found = [path for folder in folders for path in resources.files(folder, ".rq")]
        self._paths = {os.path.basename(path).removesuffix(".rq"): path for path in found}
        self._read: dict[str, Question] = {}
        self.language = language

    def __repr__(self) -> str:
        return f"<Catalogue: {many(len(self._paths), 'question')}>"

    def _repr_html_(self) -> str:
        """Return the questions as a table for notebooks."""
        from partnerkg.pages import grid

        heads = map(translations(self.language)[0], (N_("name"), N_("question"), N_("parameters")))
        rows = ([one.name, one.summary[self.language], ", ".join(one.parameters)] for one in self)
        return grid([*heads], rows)

    def __iter__(self) -> Iterator[Question]:
        return (self[name] for name in self.names())

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __getitem__(self, name: str) -> Question:
        """Return the question of this name; UnknownQuery with the nearest names, or WrongHeader."""
        if name not in self._paths:
            raise UnknownQuery(name=name, suggestion=Suggestion(name, self._paths))
        if name not in self._read:
            self._read[name] = read(self._paths[name])
            self._read[name].language = self.language
        return self._read[name]

    def names(self) -> list[str]:
        """Return the names of all questions, sorted."""
        return sorted(self._paths)


def catalogue(project: str | None = None, language: str = "en") -> Catalogue:
    """Return the shipped questions and those of a project folder, whose own come first."""
    folders = [resources.root(), *([project] if project else [])]
    return Catalogue(*(os.path.join(folder, "queries") for folder in folders), language=language)


def read(path: str) -> Question:
    """Return the question in a `.rq` file. MissingFile, UnreadableFile, or WrongHeader with its line."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path=path, reason=getattr(error, "strerror", None) or str(error)) from None
    header = headers.read(path, text)
    checks.check(header, text)
    return Question(path, text, header)
