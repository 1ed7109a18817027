"""A question as a sentence that is a form, its answer, and what proves each row."""

from __future__ import annotations

from posixpath import basename
from shlex import quote

from partnerkg.errors import N_, EngineFailed, PartnerkgError
from partnerkg.pipeline.site import choosing
from partnerkg.pipeline.site import question as asking
from partnerkg.serve.site import advice, answer
from partnerkg.serve.site.filing import is_filed, leads
from partnerkg.serve.site.form import form, others, sentence, unfiled
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.templates import rendered
from partnerkg.serve.site.themes import THEMES, theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.pipeline.site.question import Answer, Row
    from partnerkg.pipeline.values import Parameter, Question
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View


def show(view: View, name: str) -> Page | None:
    """Return the page of a question with the values that it was given, None if there is none of this name."""
    if name not in view.site.opened.questions:
        return None
    question = view.site.opened.questions[name]
    given = {key: value for key, value in view.parameters.items() if value}
    values = given or choosing.usual(question, view.whole)
    wanting = [] if given else choosing.wanting(question, view.whole)
    result, error = None, _nothing(wanting, view) if wanting else None
    try:
        if error is None:
            result = asking.answered(question, values, view.site.ask, view.whole, view.language)
    except EngineFailed:
        raise
    except PartnerkgError as wrong:
        error = advice.given(wrong, page=True).text(view.translate)
    plain = sentence(question, values, view)
    sheet = result is not None and answer.has_sheet(result.solutions, question, values, view)
    body = _body(question, values, result, error, view, heading=plain, sheet=sheet)
    if result is None:
        return framed(view, plain.striptags(), body, status=200 if wanting else 400)
    files = of_table(view, things=answer.names_things(result.solutions), sheet=sheet)
    return framed(view, plain.striptags(), body, alternates=files)


def _body(
    question: Question,
    values: Mapping[str, str],
    result: Answer | None,
    error: str | None,
    view: View,
    *,
    heading: str,
    sheet: bool,
) -> str:
    """Return what stands on the page: the question, and its answer or what is wrong."""
    return rendered(
        "question",
        view,
        question=question,
        sentence=heading,
        sheet=sheet,
        form=form(question, values, view),
        others=others(question, values, view) if view.site.ending else [],
        unfiled=unfiled(question, view) if view.site.ending else [],
        verdict=asking.verdict,
        lists=asking.lists,
        found=result,
        error=error,
        marks=Marks([], view),
        said=answer.sentence(result, view) if result else "",
        heads=[answer.heading(question, column, view) for column in result.columns] if result else [],
        cell=lambda term: answer.cell(term, view),
        leads=lambda row, place: _leads(question, row, result.columns[place], view) if result else None,
        unled=result is not None and _is_unled(question, result, view),
        things=result is not None and answer.names_things(result.solutions),
        sparql=asking.sparql(question, values, view.whole, view.language) if result else "",
        curl=_curl(question, values, view),
        python=_python(question, values, view),
        picture=answer.picture(result, view) if result else None,
        theme=_theme(question, view),
    )


def _nothing(wanting: Sequence[Parameter], view: View) -> str:
    """Return what is to be read where the graph has nothing that could be chosen."""
    what = ", ".join(view.in_language(one.description) or one.name for one in wanting)
    return view.say(
        N_("This graph has no answer yet: it has nothing of what must be chosen ({what})."), what=what
    )


def _leads(question: Question, row: Row, column: str, view: View) -> str | None:
    """Return the address of the rows that a number counts; None for what counts none, or has no file."""
    if column not in row.leads:
        return None
    name, values = row.leads[column]
    led = view.site.opened.questions[name]
    if not view.site.ending or is_filed(led, values, view.site):
        return view.to(f"questions/{name}", {} if values == choosing.usual(led, view.whole) else values)
    listed = leads(question, column, view.site)
    here = name, tuple(values.items())
    return (
        view.to(f"questions/{question.name}/{column}", at=f"n{listed.index(here)}")
        if here in listed
        else None
    )


def _is_unled(question: Question, found: Answer, view: View) -> bool:
    """Return whether the rows that some number counts have no page here."""
    return any(_leads(question, row, column, view) is None for row in found.rows for column in row.leads)


def _theme(question: Question, view: View) -> tuple[str, str]:
    name = theme(question)
    return name, next(view.translate(title) for key, title, _ in THEMES if key == name)


def _curl(question: Question, values: Mapping[str, str], view: View) -> str:
    data = "".join(f" \\\n  --data-urlencode {quote(f'{name}={value}')}" for name, value in values.items())
    return f"curl -G -H 'Accept: text/csv'{data} \\\n  {view.site.address}/api/queries/{question.name}"


def _place(view: View) -> str:
    """Return where somebody else opens this graph: at the server, or in a folder of the same name."""
    if not view.site.ending:
        return f"{view.site.address}/sparql"
    return basename((view.site.opened.project or "").rstrip("/"))


def _python(question: Question, values: Mapping[str, str], view: View) -> str:
    place = _place(view)
    project = f"{place!r}, " if place else ""
    given = "".join(f", {name}={value!r}" for name, value in values.items())
    return (
        f'import partnerkg\n\ngraph = partnerkg.open({project}language="{view.language}")\n'
        f'graph.query("{question.name}"{given}).records()'
    )
