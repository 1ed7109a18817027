"""Where an answer is written, and in which format: one way for every verb."""

from __future__ import annotations

import os

from partnerkg.cli import completing
from partnerkg.errors import N_, Message, UnfitEnding, UnguessableFormat, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Mapping

    from partnerkg.cli.context import Context
    from partnerkg.cli.parser import Parser

STANDARD = "-"  # standard output, as other programs call it
PACKED = ".gz"
NO_TEXT = {".zip", ".xlsx", ".parquet", ".arrow"}  # last parts of names behind which programs expect no text


def add_output(parser: Parser, context: Context) -> None:
    """Add the option that writes to a file; `output` is None for standard output."""
    say = context.translate
    about = N_(
        "write to this file, replaced only when all is written; its ending says the format, .gz packs it, "
        "and - is standard output"
    )
    parser.add_argument("-o", "--output", metavar=say(N_("FILE")), type=_path, help=say(about))


def add_format(parser: Parser, context: Context, about: str, known: Iterable[str]) -> None:
    """Add the option that names a format; `about` has a place for those that are known."""
    names = tuple(known)
    option = parser.add_argument("--format", help=context.say(about, known=", ".join(names)))
    completing.among(option, names)


def add_folder(parser: Parser, context: Context, about: str) -> None:
    """Add the option that says into which folder is written."""
    say = context.translate
    parser.add_argument(
        "-o", "--output", metavar=say(N_("FOLDER")), required=True, type=_folder, help=say(about)
    )


def chosen(options: Namespace, endings: Callable[[], Mapping[str, str]], default: str) -> str:
    """Return the format that `asked` returns, else the default."""
    name = asked(options, endings)
    return default if name is None else name


def asked(options: Namespace, endings: Callable[[], Mapping[str, str]]) -> str | None:
    """Return the format asked for by name, else that of the ending of the file, None if nothing says it.

    `endings` gives the format of each ending; the longest counts. A file without an ending and what is no
    ordinary file (`/dev/stdout`) say nothing. UnguessableFormat names the endings, UnfitEnding those of the
    format, if one that is no text would stand under the name of a text, or the reverse.
    """
    name: str | None = getattr(options, "format", None)
    path: str | None = options.output
    if name is not None and path is not None:
        _check_name(path, name, endings)
    if name is not None or path is None or not _says_format(path):
        return name
    known = endings()
    bare = path.lower().removesuffix(PACKED)
    fitting = [ending for ending in known if bare.endswith(ending)]
    if not fitting:
        raise UnguessableFormat(path=path, known=", ".join(known))
    return known[max(fitting, key=len)]


def _check_name(path: str, name: str, endings: Callable[[], Mapping[str, str]]) -> None:
    """Raise UnfitEnding if programs would take the file for another one than it is."""
    if path.endswith(os.sep) or (os.path.exists(path) and not os.path.isfile(path)):
        return
    own = [ending for ending, known in endings().items() if known == name]
    given = os.path.splitext(path.lower().removesuffix(PACKED))[1]
    last = {f".{ending.rpartition('.')[2]}" for ending in own}
    if own and given not in last and NO_TEXT & {given, *last}:
        raise UnfitEnding(path=path, name=name, known=" / ".join(sorted(own)))


def _says_format(path: str) -> bool:
    if os.path.exists(path) and not os.path.isfile(path):
        return False
    bare = path[: -len(PACKED)] if path.lower().endswith(PACKED) else path
    return bool(os.path.splitext(bare)[1])


def _path(text: str) -> str | None:
    if not text:
        raise WrongUse(reason=Message(N_("-o takes the name of a file, not nothing")), program="partnerkg")
    return None if text == STANDARD else text


def _folder(text: str) -> str:
    if text in ("", STANDARD):
        reason = Message(N_("-o takes the name of a folder, not `{text}`"), text=text)
        raise WrongUse(reason=reason, program="partnerkg")
    return text
