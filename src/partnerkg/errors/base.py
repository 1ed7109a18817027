"""What every error is: a sentence with named holes, in the language that is asked for."""

from __future__ import annotations

import re

from partnerkg.visible import on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802 - gettext's name for a text marked here and translated elsewhere
    """Return the text unchanged; it marks it for the message catalogue."""
    return text


_DOUBLED = r"(?:(?<=[?!])|(?<=[^.]\.))\.(?= |$)"  # a full stop after the end of what fills a hole
_OPEN = r"\s?; {(\w+)}(?=$| [A-ZÀÉÊÎÔ])"  # a sentence that ends where nothing fills its hole
_BREAKS = dict.fromkeys(map(ord, "\t\r\n"), " ")


class Message:
    """A sentence with named holes, kept apart from its values so that it can be translated."""

    __slots__ = ("details", "template")

    def __init__(self, template: str, **details: object) -> None:
        self.template = template
        self.details = details

    def text(self, translate: Translate = N_) -> str:
        """Return the sentence in the language of `translate`, on one line."""
        filled = {name: _detail(name, value, translate) for name, value in self.details.items()}
        template = self._said(translate) if self.template else ""  # gettext gives its header for ""
        if "" in filled.values():
            template = re.sub(_OPEN, lambda end: "." if filled[end[1]] == "" else end[0], template)
        # Only what breaks lines or is doubled goes: French has spaces of its own before its signs.
        text = " ".join(filter(None, template.format_map(filled).translate(_BREAKS).split(" ")))
        return re.sub(_DOUBLED, "", text).removesuffix(";").rstrip()  # where no suggestion follows

    def _said(self, translate: Translate) -> str:
        """Return the sentence of the language, its holes still open."""
        return translate(self.template)

    def __str__(self) -> str:
        return self.text()


def _detail(name: str, value: object, translate: Translate) -> object:
    if isinstance(value, Message):
        return value.text(translate)
    if name == "reason" and isinstance(value, str) and value:
        value = translate(value)  # what the operating system says, if the catalogue has it
    return value if isinstance(value, int | float) else on_one_line(str(value))


class Suggestion(Message):
    """The nearest right names, as the end of a sentence; empty when nothing is near."""

    __slots__ = ()

    def __init__(self, wrong: str, known: Iterable[str], said: Mapping[str, str] | None = None) -> None:
        """Compare with the known names; `said` gives those that are to be said differently."""
        from difflib import get_close_matches

        near = get_close_matches(wrong, list(known), n=3, cutoff=0.5)
        names = dict.fromkeys((said or {}).get(name, name) for name in near)
        if names:
            super().__init__(N_("did you mean {names}?"), names=", ".join(f"`{name}`" for name in names))
        else:
            super().__init__("")


class PartnerkgError(Exception):
    """The parent of all; `message` is the sentence, `details` fill it.

    `spoken` is what it says of itself where the language is known of whoever is told: that of their graph.
    """

    message = "{reason}"
    spoken: str | None = None

    def __init__(self, **details: object) -> None:
        super().__init__()
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _whole, (type(self), self.args, self.__dict__)

    def text(self, translate: Translate = N_) -> str:
        """Return the error as one line in the language of `translate`."""
        return Message(self.message, **self.details).text(translate)

    def __str__(self) -> str:
        return self.text() if self.spoken is None else self.spoken


def _whole(kind: type[PartnerkgError], given: tuple[object, ...], said: dict[str, object]) -> PartnerkgError:
    """Return an error that comes from another process, whatever it takes to make one."""
    error = kind.__new__(kind, *given)
    error.__dict__.update(said)
    return error
