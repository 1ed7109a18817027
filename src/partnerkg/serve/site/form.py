"""A question as a sentence that is a form: a field in each hole, or links to the files that there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from partnerkg.errors import N_
from partnerkg.pipeline.site import choosing
from partnerkg.serve.site.filing import choices, is_tried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.pipeline.site.entry import Choice
    from partnerkg.pipeline.values import Parameter, Question
    from partnerkg.serve.site.view import View

_BARE = Markup("{}")
_HOLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Others:
    """The other choices of a parameter: those with an answer, address and name, and those without one."""

    label: str
    links: Sequence[tuple[str, Markup]]
    empty: Sequence[Markup]


def sentence(question: Question, values: Mapping[str, str], view: View) -> Markup:
    """Return a question as a sentence, what was chosen marked."""
    holes = {
        name: _value(parameter, values.get(name), view) for name, parameter in question.parameters.items()
    }
    return _filled(question, holes, view, Markup("<em>{}</em>"))


def _filled(
    question: Question,
    holes: Mapping[str, Markup],
    view: View,
    around: Markup = _BARE,
    form: str | None = None,
) -> Markup:
    form = view.in_language(question.form) if form is None else form
    if not form:
        parts = [escape(view.in_language(question.summary)), *map(around.format, holes.values())]
        return Markup(" ").join(parts)
    words, *pieces = _HOLE.split(form)
    found = []
    for name, following in zip(pieces[::2], pieces[1::2], strict=True):
        words, value = choosing.joined(words, holes.get(name, Markup()), view.language)
        found += [escape(words), around.format(Markup(value))]  # noqa: S704 - escaped above
        words = following
    return Markup().join([*found, escape(words)])


def _value(parameter: Parameter, given: str | None, view: View) -> Markup:
    text = choosing.chosen(parameter, given, view.whole, view.language)
    if parameter.type.name == "number" and text.words.isdecimal():
        return escape(view.number(int(text.words)))
    return view.text(text) if text.words else escape(view.say(N_("any")))


def form(question: Question, values: Mapping[str, str], view: View) -> Markup:
    """Return the sentence with a field in each hole; in a folder of files, with what was chosen."""
    if view.site.ending:
        return sentence(question, values, view)
    text = view.in_language(question.form)
    fields = {}
    for name, parameter in question.parameters.items():
        offers = choosing.offers(question, parameter, view.whole, view.language)[: choosing.OFFERS + 1]
        if len(offers) > choosing.OFFERS:
            offers = []
        lead = _led(text, parameter, offers, view)
        fields[name] = _field(parameter, values.get(name, ""), offers, lead, view)
        text = text.replace(f"{lead}{{{name}}}", f"{{{name}}}")
    return _filled(question, fields, view, form=text)


def _led(form: str, parameter: Parameter, offers: Sequence[Choice], view: View) -> str:
    """Return the word before a hole that some of the names are written together with: "de ", "d’Arras"."""
    word = re.search(rf"\w+ (?=\{{{parameter.name}\}})", form)
    if word is None or parameter.optional or parameter.type.name == "number":
        return ""
    apart = [(word[0], choice.text.words) for choice in offers]
    return word[0] if any(choosing.joined(*pair, view.language) != pair for pair in apart) else ""


def _field(parameter: Parameter, given: str, offers: Sequence[Choice], lead: str, view: View) -> Markup:
    label = view.in_language(parameter.description) or parameter.name
    if not offers:
        return Markup('<input name="{}" value="{}" aria-label="{}" size="12">').format(
            parameter.name, given, label
        )

    def option(value: str, words: str, chosen: bool) -> Markup:
        together = Markup().join(choosing.joined(lead, words, view.language)) if lead else words
        return Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if chosen else "", together
        )

    options = [option("", view.say(N_("any")), False)] if parameter.optional else []
    if given and given not in {choice.written for choice in offers}:
        options.append(option(given, str(_value(parameter, given, view).striptags()), True))
    for choice in offers:
        words = view.number(int(choice.written)) if parameter.type.name == "number" else choice.text.words
        options.append(option(choice.written, words, choice.written == given))
    return Markup('<select name="{}" aria-label="{}">{}</select>').format(
        parameter.name, label, Markup().join(options)
    )


def others(question: Question, values: Mapping[str, str], view: View) -> list[Others]:
    """Return the other choices that a folder of files has a page for, by parameter."""
    usual = choosing.usual(question, view.whole)
    there = [made or usual for made in choices(question, view.site)]
    found = []
    for name, parameter in question.parameters.items():
        links, empty = [], []
        for choice in choosing.offers(question, parameter, view.whole, view.language):
            wanted = {**values, name: choice.written}
            if wanted in there and wanted != dict(values):
                address = view.to(f"questions/{question.name}", {} if wanted == usual else wanted)
                links.append((address, view.text(choice.text)))
            elif wanted != dict(values) and values == usual and is_tried(question, parameter, view.site):
                empty.append(view.text(choice.text))
        if links:
            found.append(Others(_label(parameter, view), links, empty))
    return found


def unfiled(question: Question, view: View) -> list[str]:
    """Return the parameters for whose choices a folder of files has no pages."""
    return [
        _label(parameter, view)
        for parameter in question.parameters.values()
        if not is_tried(question, parameter, view.site)
    ]


def _label(parameter: Parameter, view: View) -> str:
    return view.in_language(parameter.description) or view.say(N_("Other choices"))
