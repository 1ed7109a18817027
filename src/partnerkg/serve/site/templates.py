"""The templates of the pages: everything they are given is escaped."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import Environment

    from partnerkg.serve.site.view import View
    from partnerkg.serve.site.wording import Wording

SITE = "partnerkg.serve.site"


@cache
def _environment(room: str) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(room),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def compiled() -> None:
    """Read all templates of the site now, so that copies of this process have them."""
    environment = _environment(SITE)
    for name in environment.list_templates():
        environment.get_template(name)


def filled(room: str, name: str, wording: Wording, /, **given: object) -> str:
    """Return a template of a room filled in: `_` and `ngettext` say its sentences."""
    says = {"_": wording.say, "ngettext": wording.ngettext, "rich": wording.rich}
    return _environment(room).get_template(f"{name}.html").render(**says, **given)


def rendered(name: str, view: View, /, **given: object) -> str:
    """Return a template of the site filled in: `view` is what it asks."""
    return filled(SITE, name, view, view=view, link=view.link, text=view.text, **given)
