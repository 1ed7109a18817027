"""A question as a sentence that is a form, its answer, and what proves each row."""

from __future__ import annotations

import re
from posixpath import basename
from shlex import quote

from markupsafe import Markup, escape

from partnerkg.errors import N_, EngineFailed, PartnerkgError
from partnerkg.pipeline.site import question as asking
from partnerkg.serve.site import answer
from partnerkg.serve.site.filing import choices, is_filed
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.marks import Marks
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.templates import rendered
from partnerkg.serve.site.themes import THEMES, theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.site.question import Answer, Row
    from partnerkg.pipeline.values import Parameter, Question
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View

_HOLE = re.compile(r"\{([^{}]*)\}")


def show(view: View, name: str) -> Page | None:
    """Return the page of a question with the values that it was given, None if there is none of this name."""
    if name not in view.site.opened.questions:
        return None
    question = view.site.opened.questions[name]
    given = {key: value for key, value in view.parameters.items() if value}
    values = given or asking.usual(question)
    result, error = None, None
    try:
        result = asking.answered(question, values, view.site.ask, view.whole, view.language)
    except EngineFailed:
        raise
    except PartnerkgError as wrong:
        error = wrong.text(view.translate)
    marks = Marks([], view)
    body = rendered(
        "question",
        view,
        question=question,
        sentence=sentence(question, values, view),
        form=_form(question, values, view),
        others=_others(question, values, view) if view.site.ending else [],
        unfiled=_unfiled(question, view) if view.site.ending else [],
        verdict=asking.verdict,
        lists=asking.lists,
        found=result,
        error=error,
        marks=marks,
        said=answer.sentence(result, view) if result else "",
        heads=[answer.heading(question, column, view) for column in result.columns] if result else [],
        cell=lambda term: answer.cell(term, view),
        leads=lambda row, place: _leads(row, result.columns[place], view) if result else None,
        unled=result is not None and _is_unled(result, view),
        things=result is not None and answer.names_things(result.solutions),
        sparql=asking.sparql(question, values, view.whole, view.language) if result else "",
        curl=_curl(question, values, view),
        python=_python(question, values, view),
        picture=answer.picture(result, view) if result else None,
        theme=_theme(question, view),
    )
    plain = sentence(question, values, view).striptags()
    if result is None:
        return framed(view, plain, body, status=400)
    files = of_table(view, things=answer.names_things(result.solutions))
    return framed(view, plain, body, alternates=files)


def _leads(row: Row, column: str, view: View) -> str | None:
    """Return the address of the rows that a number counts; None for what counts none, or has no file."""
    if column not in row.leads:
        return None
    name, values = row.leads[column]
    question = view.site.opened.questions[name]
    if view.site.ending and not is_filed(question, dict(values), view.site):
        return None
    return view.to(f"questions/{name}", {} if values == asking.usual(question) else values)


def _is_unled(found: Answer, view: View) -> bool:
    """Return whether the rows that some number counts have no page here."""
    return any(_leads(row, column, view) is None for row in found.rows for column in row.leads)


def sentence(question: Question, values: Mapping[str, str], view: View) -> Markup:
    """Return a question as a sentence, what was chosen marked."""
    holes = {
        name: Markup("<em>{}</em>").format(_value(parameter, values.get(name), view))
        for name, parameter in question.parameters.items()
    }
    return _filled(question, holes, view)


def _filled(question: Question, holes: Mapping[str, Markup], view: View) -> Markup:
    form = view.in_language(question.form)
    if not form:
        parts = [escape(view.in_language(question.summary)), *holes.values()]
        return Markup(" ").join(parts)
    pieces = _HOLE.split(form)
    return Markup().join(
        holes.get(piece, Markup()) if place % 2 else escape(piece) for place, piece in enumerate(pieces)
    )


def _value(parameter: Parameter, given: str | None, view: View) -> Markup:
    text = asking.chosen(parameter, given, view.whole, view.language)
    if parameter.type.name == "number" and text.words.isdecimal():
        return escape(view.number(int(text.words)))
    return view.text(text) if text.words else escape(view.say(N_("any")))


def _form(question: Question, values: Mapping[str, str], view: View) -> Markup:
    """Return the sentence with a field in each hole; in a folder of files, with what was chosen."""
    if view.site.ending:
        return sentence(question, values, view)
    return _filled(
        question,
        {
            name: _field(question, parameter, values.get(name, ""), view)
            for name, parameter in question.parameters.items()
        },
        view,
    )


def _field(question: Question, parameter: Parameter, given: str, view: View) -> Markup:
    label = view.in_language(parameter.description) or parameter.name
    offers = asking.offers(question, parameter, view.whole, view.language)[: asking.OFFERS + 1]
    if not offers or len(offers) > asking.OFFERS:
        return Markup('<input name="{}" value="{}" aria-label="{}" size="12">').format(
            parameter.name, given, label
        )
    known = {choice.written for choice in offers}
    options = (
        [Markup('<option value="">{}</option>').format(view.say(N_("any")))] if parameter.optional else []
    )
    if given and given not in known:
        options.append(
            Markup('<option value="{}" selected>{}</option>').format(given, _value(parameter, given, view))
        )
    for choice in offers:
        words = view.number(int(choice.written)) if parameter.type.name == "number" else choice.text.words
        selected = Markup(" selected") if choice.written == given else ""
        options.append(Markup('<option value="{}"{}>{}</option>').format(choice.written, selected, words))
    return Markup('<select name="{}" aria-label="{}">{}</select>').format(
        parameter.name, label, Markup().join(options)
    )


def _others(
    question: Question, values: Mapping[str, str], view: View
) -> list[tuple[str, list[tuple[str, Markup]]]]:
    """Return the other choices that a folder of files has a page for, by parameter: address and name."""
    usual = asking.usual(question)
    there = [made or usual for made in choices(question, view.site)]
    found = []
    for name, parameter in question.parameters.items():
        links = []
        for choice in asking.offers(question, parameter, view.whole, view.language):
            wanted = {**values, name: choice.written}
            if wanted in there and wanted != dict(values):
                address = view.to(f"questions/{question.name}", {} if wanted == usual else wanted)
                links.append((address, view.text(choice.text)))
        if links:
            found.append((view.in_language(parameter.description) or view.say(N_("Other choices")), links))
    return found


def _unfiled(question: Question, view: View) -> list[str]:
    """Return the parameters for whose choices a folder of files has no pages."""
    there = [made for made in choices(question, view.site) if made]
    usual = asking.usual(question)
    return [
        view.in_language(parameter.description) or view.say(N_("Other choices"))
        for name, parameter in question.parameters.items()
        if not any(made.get(name) != usual.get(name) for made in there)
    ]


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
