"""A project of one's own: a folder of the same shape as the graph that comes with partnerkg."""

from __future__ import annotations

import os
from shlex import quote

from partnerkg import resources
from partnerkg.errors import N_, Message, TakenProject, WrongUse
from partnerkg.files import writing
from partnerkg.pipeline.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience

LICENCE = "CC-BY-4.0"
CAPTURES = "captures"  # the texts of pages, which belong to their publishers
IGNORED = f"{CAPTURES}/\n.partnerkg.*\n"
ROOMS = (("graph", "readings"), (CAPTURES,))
README = N_(
    "This folder is a project of partnerkg. Inside it:\n\n"
    '    partnerkg read page.html --publisher "…"   read a partner page\n'
    "    partnerkg check                             what is wrong or still to be decided\n"
    "    partnerkg accept                            take what is decided into the graph\n"
    "    partnerkg                                   what is in the graph, and what to try next\n"
)

NOBODY = N_("Nothing says who publishes it; a release needs it: dct:publisher in {path}.")


def made(
    audience: Audience,
    folder: str,
    *,
    title: str = "",
    publisher: str = "",
    base: str = "",
    licence: str = LICENCE,
    language: str = "fr",
) -> Output:
    """Make a project in a folder, which may be there already, and return what was written.

    TakenProject if it is a project, WrongUse for a base or licence that is no address, UnwritablePath.
    """
    from partnerkg.encode import dataset
    from partnerkg.files.locks import alone
    from partnerkg.model.name import slug
    from partnerkg.rdf.writer import turtle

    target = os.path.abspath(folder)
    _check_free(folder)
    name = title or os.path.basename(target)
    space = _base(base)
    about = dataset.Dataset(
        address=space if base else f"{space}project/{slug(name) or 'project'}/",
        title=name,
        publisher=publisher,
        licence=_licence(licence, dataset.LICENCES),
        language=language,
        base=space,
    )
    texts = {
        resources.DATASET: "".join(turtle(list(dataset.triples(about)))),
        ".gitignore": IGNORED,
        "README.md": f"# {name}\n\n{_readme(audience)}",
    }
    for room in (("graph",), *ROOMS):
        writing.make_folder(os.path.join(target, *room))
    with alone(target):
        _check_free(folder)
        kept = _written({os.path.join(target, path): text for path, text in texts.items()})
    if not publisher:
        kept.append(Message(NOBODY, path=os.path.join(folder, resources.DATASET)))
    done = audience.say(
        N_("{path} is a project. Go there (cd {typed}) and read a page: partnerkg read PAGE"),
        path=folder,
        typed=quote(folder),
    )
    return Output([f"{done}\n"], kept)


def _check_free(folder: str) -> None:
    if os.path.isfile(os.path.join(folder, resources.DATASET)):
        raise TakenProject(path=folder)


def _written(texts: dict[str, str]) -> list[Message]:
    """Write the files that are not there yet, all or none, and return what is said of the others."""
    new = {path: [text.encode()] for path, text in texts.items() if not os.path.lexists(path)}
    writing.write_together(new)
    return [
        Message(N_("{path} was there and is left as it is."), path=path) for path in texts if path not in new
    ]


def _readme(audience: Audience) -> str:
    return audience.translate(README)


def _base(base: str) -> str:
    """Return the address that all things of a project begin with; it ends in a slash."""
    from partnerkg.model import iris

    if not base:
        return iris.space()
    if not base.startswith(("http://", "https://")) or set(base) & set(' <>"{}|\\^`#?') or not _host(base):
        reason = Message(N_("--base takes the address that yours begin with, not `{base}`"), base=base)
        raise WrongUse(reason=reason, program="partnerkg init")
    return base if base.endswith("/") else f"{base}/"


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]


def _licence(licence: str, known: dict[str, str]) -> str:
    if licence in known or licence.startswith(("http://", "https://")):
        return licence
    same = next((name for name in known if name.casefold() == licence.casefold()), None)
    if same is None:
        reason = Message(
            N_("--licence takes one of {known}, or the address of another, not `{licence}`"),
            known=", ".join(known),
            licence=licence,
        )
        raise WrongUse(reason=reason, program="partnerkg init")
    return same
