"""The screens of a review in the terminal, drawn and asked by prompt_toolkit."""

from __future__ import annotations

import time

from prompt_toolkit import prompt
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from partnerkg.errors import N_
from partnerkg.pipeline.review import editable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from partnerkg.pipeline.review import Review, Screen

    Pieces = Iterator[tuple[str, str]]

KEYS = N_(
    "Enter keep · r reject · e correct · u undo · 1–4 who it is · p previous · s next · g keep the group"
    " · q leave"
)
KEYS_OF_GROUP = N_("g keep all of these · p back · u undo · q leave")
KEYS_OF_END = N_("a take into the graph · u undo · q leave")
HELD = 0.12  # seconds within which a key comes again only if it is held down
EDIT, ACCEPT, LEAVE = "edit", "accept", "leave"
LABELS = {
    "name": N_("name"),
    "class": N_("kind"),
    "town": N_("town"),
    "territory": N_("territory"),
    "activity": N_("activity"),
}


class Screens:
    """Shows a review and does what keys ask for."""

    def __init__(self, review: Review, say: Callable[..., str]) -> None:
        self._review = review
        self._say = say
        self._pressed: dict[str, float] = {}

    def run(self) -> bool:
        """Return whether the person asks to take what is decided into the graph, once they leave."""
        while True:
            asked = self._application().run()
            if asked == EDIT:
                self._correct()
            else:
                return bool(asked == ACCEPT)

    def _application(self) -> Application[str]:
        control = FormattedTextControl(lambda: FormattedText(self._drawn()), focusable=True)
        return Application(
            layout=Layout(Window(control, wrap_lines=True)),
            key_bindings=self._keys(),
            full_screen=True,
            erase_when_done=True,
        )

    def _keys(self) -> KeyBindings:
        review, found = self._review, KeyBindings()
        acts: dict[str, Callable[[], None]] = {
            "enter": review.keep,
            "r": review.reject,
            "u": review.undo,
            "g": review.group,
            "p": lambda: review.turn(-1),
            "s": lambda: review.turn(1),
        }
        for key, act in acts.items():
            found.add(key)(lambda event, key=key, act=act: self._once(key, act))
        for key in "1234":
            found.add(key)(lambda event, key=key: review.choose(key))

        @found.add("e")
        def _(event: KeyPressEvent) -> None:
            if review.doubt:
                event.app.exit(result=EDIT)

        @found.add("a")
        def _(event: KeyPressEvent) -> None:
            if review.doubt is None:
                event.app.exit(result=ACCEPT)

        @found.add("q")
        @found.add("c-c")
        @found.add("c-d")
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result=LEAVE)

        return found

    def _once(self, key: str, act: Callable[[], None]) -> None:
        """Do what a key asks for, unless it is held down: Enter must not run through all doubts."""
        now, last = time.monotonic(), self._pressed.get(key, -HELD)
        self._pressed[key] = now
        if now - last >= HELD:
            act()

    def _correct(self) -> None:
        """Ask for each field, as it was read; Escape or Ctrl-C leaves the rest as it is."""
        doubt = self._review.doubt
        escape = KeyBindings()

        @escape.add("escape", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        for name in editable():
            before = doubt.fields.get(name, "") if doubt else ""
            try:
                said = prompt(
                    self._say(N_("{label}:"), label=self._say(LABELS[name])) + " ",
                    default=before,
                    key_bindings=escape,
                )
            except (KeyboardInterrupt, EOFError):
                return
            self._review.correct(name, said)

    def _drawn(self) -> list[tuple[str, str]]:
        screen = self._review.screen()
        if self._review.doubt is None:
            return list(self._end(screen))
        return list(self._group(screen) if screen.group else self._doubt(screen))

    def _doubt(self, screen: Screen) -> Pieces:
        yield "", f"{screen.progress}  "
        yield "bold", f"{screen.title}\n"
        yield "italic", f"{self._text(screen.why)}\n\n"
        before, words, after = screen.context
        yield "", before
        yield "reverse", words
        yield "", f"{after}\n\n"
        yield "bold", self._say(N_("Who is it?")) + "\n"
        for key, told, chosen in screen.who:
            yield "bold" if chosen else "", f"  {'→' if chosen else ' '} {key}  {self._text(told)}\n"
        yield "bold", "\n" + self._say(N_("What will be written:")) + "\n"
        yield "", f"  {screen.sentence}\n"
        yield from self._foot(screen, KEYS)

    def _group(self, screen: Screen) -> Pieces:
        yield "bold", self._say(N_("{count} of the same rule and section:"), count=len(screen.group)) + "\n\n"
        yield from (("", f"  {line}\n") for line in screen.group)
        yield from self._foot(screen, KEYS_OF_GROUP)

    def _end(self, screen: Screen) -> Pieces:
        yield "bold", self._say(N_("Nothing is left to decide.")) + "\n\n"
        yield "", self._say(N_("To keep:")) + "\n"
        yield from (("", f"  {line}\n") for line in screen.group)
        yield from self._foot(screen, KEYS_OF_END)

    def _foot(self, screen: Screen, keys: str) -> Pieces:
        note = self._text(screen.note)
        yield "bold", f"\n{note}\n" if note else "\n"
        if screen.last:
            yield "italic", f"{self._text(screen.last)}\n"
        yield "", self._say(keys)

    def _text(self, said: object) -> str:
        template, details = getattr(said, "template", str(said)), getattr(said, "details", {})
        return self._say(template, **details) if template else ""
