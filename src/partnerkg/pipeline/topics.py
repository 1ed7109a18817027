"""The pages of the documentation that come with partnerkg, in the language of the reader if they have it."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.errors import Suggestion, UnknownTopic
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience

FOLDER, ENDING, FRENCH = "docs", ".md", ".fr.md"


def page(audience: Audience, topic: str | None = None) -> Output:
    """Return a page as it is written, or what pages there are, with their titles; UnknownTopic."""
    pages = _pages()
    if topic is None:
        width = max(map(len, pages))
        return Output([f"{name:<{width}}  {title}\n" for name, title in titles(audience.language).items()])
    if topic not in pages:
        raise UnknownTopic(name=topic, suggestion=Suggestion(topic, pages))
    return Output([_read(pages[topic], audience.language)])


def titles(language: str) -> dict[str, str]:
    """Return the title of each page, by topic."""
    return {name: _title(_read(path, language)) for name, path in _pages().items()}


def _pages() -> dict[str, str]:
    """Return the path of each page without its ending, by topic."""
    found = resources.files(os.path.join(resources.root(), FOLDER), ENDING)
    whole = [path.removesuffix(ENDING) for path in found if not path.endswith(FRENCH)]
    return {os.path.basename(path): path for path in whole}


def _read(path: str, language: str) -> str:
    french = path + FRENCH
    wanted = french if language == "fr" and os.path.isfile(french) else path + ENDING
    with open(wanted, encoding="utf-8") as file:
        return file.read()


def _title(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ")
