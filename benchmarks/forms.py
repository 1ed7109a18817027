"""Goal 3: each question, against the fastest of the equivalent forms in `forms/`, all unsorted."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import Pair, at_most, best
from benchmarks.questions import VALUES, ask, bare
from partnerkg.query.catalogue import catalogue

FORMS = Path(__file__).parent / "forms"
MORE_VALUES = {
    **VALUES,
    "partner_without_activity": {"publisher": "publisher-0"},
    "place_small_libraries": {"below": "10000"},
}


def run(path: Path, rounds: int = 3) -> None:
    """Print a line a question: its time, that of its fastest form, their ratio."""
    engine, questions = bare(path), catalogue()
    forms: dict[str, list[Path]] = {}
    for form in sorted(FORMS.glob("*.rq")):
        forms.setdefault(form.name.split(".")[0], []).append(form)
    for name, others in forms.items():
        values, text = MORE_VALUES.get(name, {}), _unsorted(questions[name].text)
        rows = set(ask(engine, text, values))
        written = [_unsorted(form.read_text(encoding="utf-8")) for form in others]
        for form, other in zip(others, written, strict=True):
            if set(ask(engine, other, values)) != rows:
                raise AssertionError(f"{form.name} gives other rows than {name}")
        ours, *times = best(
            *(lambda t=one, v=values: ask(engine, t, v) for one in (text, *written)),
            rounds=rounds,
        )
        fastest, form = min(zip(times, others, strict=True))
        which = form.name.split(".")[1]
        what = f"{name} ({len(rows)} rows)"
        at_most(3, what, Pair(ours, which, fastest), 3)
    print(f"3 {len(forms)} of {len(questions.names())} questions have another form")


def _unsorted(text: str) -> str:
    """Return a query without the order of its rows, its last clause."""
    return text[: text.rindex("ORDER BY")] if "ORDER BY" in text else text
