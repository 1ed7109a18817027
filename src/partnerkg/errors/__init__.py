"""What can go wrong, said once: what, where, what next, on one line; a file for what it goes wrong with."""

from __future__ import annotations

from partnerkg.errors.asked import *  # noqa: F403 - the names of each file, which say what has happened
from partnerkg.errors.base import *  # noqa: F403
from partnerkg.errors.files import *  # noqa: F403
from partnerkg.errors.readings import *  # noqa: F403
from partnerkg.errors.servers import *  # noqa: F403

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors.base import Translate as Translate
