"""The templates of the pages: everything they are given is escaped."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import Environment

    from partnerkg.serve.site.view import View


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("partnerkg.serve.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def rendered(name: str, view: View, /, **given: object) -> str:
    """Return a template filled in: `view` is what it asks, `_` and `ngettext` say its sentences."""
    template = _environment().get_template(f"{name}.html")
    says = {"_": view.say, "ngettext": view.ngettext, "rich": view.rich}
    return template.render(view=view, link=view.link, text=view.text, **says, **given)
