"""Which graph, things or shapes somebody gave to a public function, refused in one line if they are none."""

from __future__ import annotations

from collections.abc import Iterable

from partnerkg.errors import N_, Message, WrongArgument
from partnerkg.model import given

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Place
    from partnerkg.validate import Shapes


def place(value: Place, name: str = "path") -> Place:
    """Return where a graph is: a path, an address, a graph, None for the shipped one; WrongArgument."""
    from partnerkg.pipeline.opened import Opened

    if value is None or isinstance(value, Opened) or given.path(value):
        return value
    raise WrongArgument(name=name, what=Message(N_("a path, an address or nothing")), value=value)


def shapes(value: object) -> Shapes | list[str | os.PathLike[str]] | None:
    """Return loaded shapes or their files, None for the shipped ones; WrongArgument."""
    from partnerkg.validate import Shapes

    return value if value is None or isinstance(value, Shapes) else given.files(value, "shapes")


def severity(value: object) -> None:
    """Raise WrongArgument for what is neither a severity nor the name of one."""
    from partnerkg.validate import Severity

    if not isinstance(value, str | Severity):
        raise WrongArgument(name="fail_on", what=Message(N_("a severity")), value=value)


def things(value: Iterable[NamedNode | str] | NamedNode | str) -> list[NamedNode | str]:
    """Return names and IRIs as a list; WrongArgument for anything else."""
    from pyoxigraph import NamedNode

    single = isinstance(value, str | NamedNode)
    some = [value] if single else list(value) if isinstance(value, Iterable) else [None]
    if not some or not all(isinstance(one, str | NamedNode) for one in some):
        raise WrongArgument(name="focus", what=Message(N_("a name, an IRI, or a list of them")), value=value)
    return [one for one in some if isinstance(one, str | NamedNode)]
