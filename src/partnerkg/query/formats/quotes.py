"""The words that prove something, as lines below it: first the page, then its words."""

from __future__ import annotations

from types import MappingProxyType

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.namespaces import expand
from partnerkg.query.formats.fitting import LEADS
from partnerkg.query.labels import shown
from partnerkg.translation import Several
from partnerkg.visible import on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.query.formats import Look
    from partnerkg.query.proof import Passage, Proof, Proven

    Headings = Mapping[str | None, str]

INDENT = "  "
NONE: Headings = MappingProxyType({})
CURATED = expand("status:curated")


def below(proven: Proven, look: Look, known: dict[str, str], headings: Headings = NONE) -> list[str]:
    """Return the lines below a row: its proofs, where its numbers lead, and what no words prove.

    Of several ways one is shown, unless every one is wanted.
    """
    shown_first = proven.proofs if look.every else proven.best or proven.proofs
    found = lines(shown_first, look, known)
    if rest := _rest(proven, shown_first):
        more = Several(
            "and {count} more passage that would do as well",
            "and {count} more passages that would do as well",
            rest,
        )
        found.append(more.text(look.translate))
    elif proven.more:
        found.append(look.say(N_("and more words that say the same in other ways")))
    return [*found, *_ends(proven, look, headings)]


def common(proofs: Sequence[Proven], look: Look, headings: Headings = NONE) -> list[str]:
    """Return what is said once for all rows: what no words prove in any of several, how to see more words."""
    first, *others = [_ends(proven, look, headings) for proven in proofs] or [[]]
    found = [line for line in first if others and all(line in other for other in others)]
    if not look.every and any(_rest(proven, proven.best or proven.proofs) for proven in proofs):
        found.append(look.say(N_("--why-all shows every passage that would do")))
    return found


def _rest(proven: Proven, chosen: Sequence[Proof]) -> int:
    """Return how many words are left out where some are shown."""
    return len({_words(one) for one in proven.proofs} - {_words(one) for one in chosen})


def _ends(proven: Proven, look: Look, headings: Headings) -> list[str]:
    """Return the commands that list what a row counts or denies, and that no words prove that."""
    leads = {lead.command: lead for lead in proven.where()}.values()
    found = [LEADS + lead.of(look.where) for lead in leads]
    if len(leads) > 1:
        named = N_("{column}: {command}")
        found = [
            LEADS
            + look.say(named, column=headings.get(lead.column, lead.column), command=lead.of(look.where))
            if lead.column
            else LEADS + lead.of(look.where)
            for lead in leads
        ]
    note = proven.note()
    if note is not None:
        template = N_("– {note}; → lists what was looked at") if found else N_("– {note}")
        found.append(look.say(template, note=note))
    return list(map(on_one_line, found))


def _words(proof: Proof) -> tuple[str, tuple[Passage, ...]]:
    return proof.page, proof.passages


def lines(proofs: Iterable[Proof], look: Look, known: dict[str, str]) -> list[str]:
    """Return each page with, indented below it, its words, each once with how they were read.

    Words that prove one thing alone and another under their heading are shown under it.
    """
    several = list(proofs)
    headed = {(one.page, one.passages): one for one in several if one.heading is not None}
    pages: dict[str, dict[str, dict[str, None]]] = {}
    for proof in several:
        whole = headed.get((proof.page, proof.passages), proof) if proof.heading is None else proof
        statuses = pages.setdefault(page(proof, look.language), {}).setdefault(words(whole, look), {})
        if proof.status:
            statuses[shown(NamedNode(proof.status), known)] = None
    texts = []
    for title, quotes in pages.items():
        texts.append(title)
        for quote, statuses in quotes.items():
            texts.append(f"{INDENT}{quote} ({', '.join(statuses)})" if statuses else INDENT + quote)
    return texts


def page(proof: Proof, language: str) -> str:
    """Return the page of a proof: title in a language, day, address."""
    named = " ".join(filter(None, (proof.titled(language), proof.date and f"({proof.date})")))
    return " · ".join(filter(None, (named, proof.page)))


def words(proof: Proof, look: Look) -> str:
    """Return the words of a proof with their places, and the heading above them."""
    if not proof.passages:
        curated = proof.status == CURATED
        return look.say(N_("no words of the page say so") if curated else N_("seen there"))
    places = ", ".join(map(_place, proof.passages))
    if proof.heading is None:
        return look.say(N_("{places} “{quote}”"), places=places, quote=proof.quote)
    return look.say(
        N_("{places} “{quote}” under “{heading}”"), places=places, quote=proof.quote, heading=proof.heading
    )


def _place(passage: Passage) -> str:
    return f"{passage.start}–{passage.end}"
