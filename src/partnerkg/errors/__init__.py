"""What can go wrong, said once: what, where, what next, on one line; a file for what it goes wrong with."""

from __future__ import annotations

from partnerkg.errors.base import *  # noqa: F403 - the names of each file, which say what has happened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors.asked import *  # noqa: F403
    from partnerkg.errors.base import Translate as Translate
    from partnerkg.errors.files import *  # noqa: F403
    from partnerkg.errors.readings import *  # noqa: F403
    from partnerkg.errors.servers import *  # noqa: F403

_FILES = ("asked", "files", "servers", "readings")


def __getattr__(name: str) -> object:
    """Return an error from its file, which is read when the first error in it is asked for."""
    from importlib import import_module

    for file in _FILES:
        found = getattr(import_module(f"{__name__}.{file}"), name, None)
        if found is not None:
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
