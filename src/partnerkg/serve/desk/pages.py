"""The pages of the project beside its desk: what is published is on them at once."""

from __future__ import annotations

from threading import Lock

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.opened import at
from partnerkg.serve.site import LANGUAGES, Page, Site, assets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.desk import Sitting
    from partnerkg.serve.requests import Pairs

_CHANGING = ("publish", "withdraw")


class Pages:
    """The pages of a project, read anew when something was published or withdrawn."""

    def __init__(self, sitting: Sitting) -> None:
        self._project = sitting.opened.project
        self._site: Site | None = None
        self._lock = Lock()

    def renew(self, sent: Pairs) -> None:
        """Forget the pages if what was done changes the graph."""
        if any(name == "do" and value in _CHANGING for name, value in sent):
            with self._lock:
                self._site = None

    def page(self, path: str, given: Mapping[str, str]) -> Page:
        """Return the page at a path such as `fr/organization/cap-nord-arras`, or why there is none."""
        with self._lock:
            self._site = site = self._site or Site(at(self._project))
            if path == assets.STYLE:
                return Page(200, "text/css; charset=utf-8", assets.sheet())
            language, _, rest = path.partition("/")
            try:
                return self._shown(site, language, rest.rstrip("/"), given)
            except PartnerkgError as error:
                return Page(500, "text/plain; charset=utf-8", error.text().encode())

    def _shown(self, site: Site, language: str, path: str, given: Mapping[str, str]) -> Page:
        page = site.page(path, language, given) if language in LANGUAGES else None
        return page or site.missing(path, language)
