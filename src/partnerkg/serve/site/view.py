"""What the templates of one page ask: words of its language, addresses as seen from it, things by name."""

from __future__ import annotations

from functools import cached_property
from posixpath import dirname
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from partnerkg.errors import N_
from partnerkg.pages import visible
from partnerkg.pages.words import prose
from partnerkg.serve.site import links, shapes
from partnerkg.serve.site.wording import LANGUAGES, Wording
from partnerkg.translation import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.dataset import Dataset
    from partnerkg.pipeline.site.evidence import Passage, Quote
    from partnerkg.pipeline.site.names import Names, Text
    from partnerkg.pipeline.site.told import Fact
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.serve.site.block import Block
    from partnerkg.serve.site.ground import Ground

LONGEST = 1000  # characters of a value that somebody sends


class View(Wording):
    """One page in the making: its site, language, path and parameters."""

    def __init__(self, site: Ground, path: str, language: str, parameters: Mapping[str, str]) -> None:
        super().__init__(language)
        self.site = site
        self.path = path
        self.parameters = {name: visible(value)[:LONGEST] for name, value in parameters.items()}
        self._spoken: dict[NamedNode, str] = {}

    @property
    def languages(self) -> Iterable[str]:
        """Return the languages that there is every page in."""
        return LANGUAGES

    @property
    def whole(self) -> Whole:
        """Return what the graph says."""
        return self.site.whole

    @cached_property
    def names(self) -> Names:
        """Return what things are called."""
        return self.whole.names(self.language)

    def percent(self, share: int | None) -> str:
        """Return a share in percent as it is printed, a dash if it is one of nothing."""
        return "–" if share is None else self.say(N_("{percent}%"), percent=share)

    def cell_path(self, cell: object) -> str:
        """Return where the page of a cell of the heat map stands below it."""
        from partnerkg.pipeline.site.quality import path

        return path(cell, self.whole)  # type: ignore[arg-type]

    @cached_property
    def here(self) -> str:
        """Return where the page stands below the root of the site."""
        return self.site.place(self.path, self.language, self.parameters)

    def to(
        self,
        path: str,
        parameters: Mapping[str, str] | None = None,
        *,
        at: str = "",
        language: str | None = None,
    ) -> str:
        """Return the address of a page of the site, as seen from this one."""
        target = links.relative(self.here, self.site.place(path, language or self.language, parameters))
        query = "" if self.site.ending else links.query(parameters or {})
        return f"{target}{query}{'#' + at if at else ''}"

    def data(self, ending: str) -> str:
        """Return the address of what this page shows as data."""
        if self.site.ending:
            return links.relative(self.here, f"{self.here.removesuffix(self.site.ending)}.{ending}")
        return f"{links.relative(self.here, f'{self.here}.{ending}')}{links.query(self.parameters)}"

    def list_of(self, iri: str) -> Markup:
        """Return what a list of a page is called: its heading, else its subject, with its page."""
        from partnerkg.pipeline.site.lists import described

        heading, publisher, source = described(iri, self.whole)
        name = self.text(self.names[heading]) if heading else escape(iri.rpartition("/")[2])
        if publisher is None:
            return name
        link = self.link(source or publisher, self.names[publisher])
        return self.rich(N_("“{list}”, {publisher}"), list=name, publisher=link)

    def file(self, path: str) -> str:
        """Return the address of a file below the root of the site."""
        return links.relative(self.here, path)

    def page_of(self, thing: NamedNode) -> str | None:
        """Return the address of the page of a thing, None if it has none."""
        path = self.whole.addresses.path(thing)
        return None if path is None else self.to(path)

    def text(self, text: Text | str) -> Markup:
        """Return words with their language, where it is not that of the page."""
        if isinstance(text, str):
            return escape(visible(text))
        if text.language and text.language != self.language:
            return Markup('<span lang="{}">{}</span>').format(text.language, visible(text.words))
        return escape(visible(text.words))

    @cached_property
    def folder(self) -> str:
        """Return the folder of the page, or one from where the same addresses lead to the same things.

        There are no things in the folders of questions, each of which has one.
        """
        first, *names = dirname(self.here).split("/")
        return "/".join(
            [first, *names[:1], *("-" if names[0] == "questions" else name for name in names[1:])]
        )

    @cached_property
    def _called(self) -> dict[NamedNode, Markup]:
        return self.site.called(self.folder, self.language)

    def link(self, thing: NamedNode, text: Text | str | None = None) -> Markup:
        """Return the name of a thing, with a link to its page if it has one."""
        if text is not None:
            return self._linked(thing, text)
        if thing not in self._called:
            self._called[thing] = self._linked(thing, self.names[thing])
        return self._called[thing]

    def _linked(self, thing: NamedNode, text: Text | str) -> Markup:
        shown, address = self.text(text), self.page_of(thing)
        if address is None:
            return shown
        return Markup(f'<a href="{escape(address)}">{shown}</a>')  # noqa: S704 - both are escaped

    def quotes(self, claim: NamedNode) -> list[Quote]:
        """Return the words behind a claim."""
        return self.whole.evidence.quotes(claim)

    def words_at(self, quote: Quote) -> str:
        """Return the address of the page that a quote stands in, at its words, else that of its record."""
        address = self.whole.evidence.address(quote.source)
        if address == quote.source.value:
            return self.page_of(quote.source) or address
        return links.words(address, *(passage.words for passage in quote.passages))

    def headings_of(self, block: Block) -> Markup:
        """Return the headings above a block of words, as its page writes them."""
        return Markup(", ").join(self._said(heading, block.quote) for heading in block.headings)

    def words_of(self, quote: Quote) -> Markup:
        """Return the headings above the words of a quote, as its page writes them."""
        return Markup(" / ").join(self._said(heading.words, quote) for heading in quote.headings)

    def _said(self, words: str, quote: Quote) -> Markup:
        language = self.language_of(quote.source) or self.language
        return Markup('<q class="h" lang="{}">{}</q>').format(language, visible(words))

    def language_of(self, source: NamedNode) -> str:
        """Return the language of a page, if it is another than that of this one."""
        if source not in self._spoken:
            from partnerkg.pipeline.site.terms import DCT

            self._spoken[source] = self.whole.known.text(source, DCT.language) or ""
        language = self._spoken[source]
        return "" if language == self.language else language

    def language_name(self, code: str) -> str:
        """Return how a text in a language is marked."""
        return in_language(code, self.translate)

    def visible(self, words: str) -> str:
        """Return words of others without what HTML forbids or what turns text around."""
        return visible(words)

    def places(self, passages: Iterable[Passage]) -> Markup:
        """Return places of a page in a row, each where its address leads."""
        return Markup(", ").join(
            Markup('<span id="{}">{}</span>').format(self.anchor(one), self.number(one.start))
            for one in passages
        )

    def anchor(self, passage: Passage) -> str:
        """Return where a passage stands on the page of its page."""
        return f"s{passage.start}-{passage.end}"

    def prose(self, sentence: str) -> Markup:
        """Return a sentence of ours, what stands between backticks as code."""
        return Markup(prose(sentence))  # noqa: S704 - it escapes what is no code

    def kinds(self, thing: NamedNode) -> Markup:
        """Return what a thing is, in a line."""
        from partnerkg.pipeline.site.terms import DCT, ORG, PK

        kinds = self.whole.said.links(thing, ORG.classification, PK.memberKind, DCT.type)
        return Markup(", ").join(self.text(self.names[kind]) for kind in kinds or self.whole.classes(thing))

    def host(self, address: str) -> str:
        """Return the host of an address, as people name a site."""
        return (urlsplit(address).hostname or address).removeprefix("www.")

    def shape(self, thing: NamedNode) -> Markup:
        """Return the shape of the kind of a thing."""
        return shapes.shape(shapes.kind(thing, self.whole))

    @cached_property
    def dataset(self) -> Dataset:
        """Return what the graph says of itself."""
        from partnerkg.pipeline.site.dataset import dataset

        return dataset(self.whole, self.language)

    def in_language(self, texts: Mapping[str, str]) -> str:
        """Return the text in the language of the page, else in English, else nothing."""
        return texts.get(self.language) or texts.get("en") or ""

    def fact(self, fact: Fact) -> Markup:
        """Return a fact as a line: of whom, what."""
        subject = self.link(fact.thing, fact.subject) if fact.thing else self.text(fact.subject)
        value = self.link(fact.other, fact.value) if fact.other else self.text(fact.value)
        return self.rich(
            N_("{subject} · {label}: {value}"), subject=subject, label=self.text(fact.label), value=value
        )
