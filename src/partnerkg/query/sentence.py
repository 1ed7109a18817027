"""A question as a sentence, with the names of the values that it was told."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.model import french
from partnerkg.query.bind import bind
from partnerkg.query.labels import labels, shown
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store


def sentence(question: Question, values: Mapping[str, object], store: Store, language: str) -> str:
    """Return what is asked; a question that has no form is its summary, with the values behind it."""
    terms = {variable.value: term for variable, term in bind(question, store, values).items()}
    known = labels((term for term in terms.values() if isinstance(term, NamedNode)), store, language)
    words = {name: shown(term, known) for name, term in terms.items()}
    form = question.form.get(language)
    if form is None:
        return " ".join([question.summary[language], *words.values()])
    some = translations(language)[0](N_("any"))
    told = {name: words.get(name, some) for name in question.parameters}
    return french.filled(form, told) if language == "fr" else form.format_map(told)
