"""What is given to be read (files, folders, standard input, addresses) → pages, one by one or at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial

from partnerkg.errors import N_, Message, MissingFile, OutOfTime, PartnerkgError, UnreadableFile, WrongUse
from partnerkg.files.standard import standard_input
from partnerkg.pipeline.opened import ADDRESS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.watch import Watch

    T = TypeVar("T")

STANDARD_INPUT = "-"
LARGE, LONGEST = 500_000, 60.0  # characters of a page that is read where it can be ended, seconds it may take
FEW = 8  # pages that are read before other processes would have begun
AT_ONCE = 8  # pages that one process is given at a time
READING = N_("pages read")


class SlowPage(PartnerkgError):
    message = N_("{path} takes longer than {seconds:.0f} seconds: give the part of it that names partners.")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one page, or why it could not be; `unread` are sheets of a workbook left out."""

    path: str
    mentions: list[Mention] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    error: PartnerkgError | None = None


def listed(paths: Sequence[str]) -> list[str]:
    """Return the paths, each once; in place of a folder the files in it, those with a dot before left out."""
    found: dict[str, None] = {}
    for path in paths:
        inside = sorted(os.listdir(path)) if os.path.isdir(path) else None
        if inside is None:
            found[path] = None
            continue
        for name in inside:
            whole = os.path.join(path, name)
            if os.path.isfile(whole) and not name.startswith("."):
                found[whole] = None
    return list(found)


def text(path: str, *, fetch: bool = False) -> str:
    """Return the text of a page in a file, of standard input for `-`, or with `fetch` at an address.

    MissingFile, UnreadableFile, NoPage; WrongUse for an address without `fetch`, UnreadablePage with it.
    """
    return text_and_unread(path, fetch=fetch)[0]


def text_and_unread(path: str, *, fetch: bool = False) -> tuple[str, list[str]]:
    """Return the text of a page as above, and the names of the sheets of a workbook that are not in it."""
    from partnerkg.extract import wrapped
    from partnerkg.extract.decode import decode

    if not path.startswith(ADDRESS):
        data, told = _bytes(path), ""
    elif fetch:
        from partnerkg.pipeline.fetched import fetched

        data, told = fetched(path)
    else:
        reason = Message(N_("{path} is an address: add --fetch to fetch it, or save the page"), path=path)
        raise WrongUse(reason=reason, program="partnerkg read")
    page = decode(data, path, told)
    return page, wrapped.unread(data, path) if wrapped.is_spreadsheet(data) else []


def _bytes(path: str) -> bytes:
    """Return the bytes of a page, at most as many as show that it is too large: a pipe may never end."""
    from partnerkg.extract.decode import LARGEST

    if path == STANDARD_INPUT:
        return standard_input().read(LARGEST + 1)
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or os.strerror(0)) from None


def mentions(path: str, page: str, publisher: str) -> list[Mention]:
    """Return the mentions of a page; SlowPage for one of such a size that it takes longer than `LONGEST`."""
    from partnerkg.extract.mentions import extract

    if len(page) <= LARGE:
        return extract(page, publisher)
    from partnerkg.workers import process

    try:
        return process.run(LONGEST, extract, page, publisher)
    except OutOfTime:
        raise SlowPage(path=path, seconds=LONGEST) from None


def one(path: str, publisher: str = "", *, fetch: bool = False) -> Read:
    """Return what is read of one page; an error is part of it, whatever it is."""
    return by_itself(
        path,
        lambda: _read(path, publisher, fetch=fetch),
        lambda error: Read(path, error=error),
    )


def _read(path: str, publisher: str, *, fetch: bool) -> Read:
    page, unread = text_and_unread(path, fetch=fetch)
    return Read(path, mentions(path, page, publisher), unread)


def by_itself(path: str, work: Callable[[], T], failed: Callable[[PartnerkgError], T]) -> T:
    """Return what comes of a page, or of its error: one page never stops the others, and it is said which."""
    try:
        return work()
    except PartnerkgError as error:
        return failed(error)
    except Exception as error:
        return failed(UnreadableFile(path=path, reason=repr(error)))


def each(paths: Sequence[str], publisher: str, watch: Watch, *, fetch: bool = False) -> Iterator[Read]:
    """Yield what is read of each page, in their order; many are read by several processes at once."""
    return over(paths, partial(one, publisher=publisher, fetch=fetch), watch)


def over(paths: Sequence[str], work: Callable[[str], T], watch: Watch, what: str = READING) -> Iterator[T]:
    """Yield what a function of a module makes of each path, in their order; of many, several at once."""
    with watch.counting(what) as count:
        made = map(work, paths) if len(paths) <= FEW else _at_once(paths, work)
        for number, page in enumerate(made, 1):
            yield page
            if count is not None:
                count(number, len(paths))


def _at_once(paths: Sequence[str], work: Callable[[str], T]) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    from partnerkg.workers.process import follow, undisturbed

    rest = [path for path in paths if not _is_alone(path)]
    workers = min(os.cpu_count() or 1, len(rest) // AT_ONCE + 1)
    context, parent = get_context("spawn"), os.getpid()
    with ProcessPoolExecutor(workers, context, initializer=follow, initargs=(parent,)) as pool:
        try:
            with undisturbed():
                some = [rest[start : start + AT_ONCE] for start in range(0, len(rest), AT_ONCE)]
                begun = [pool.submit(_several, work, paths) for paths in some]
            made = (one for several in begun for one in several.result())
            for path in paths:
                yield work(path) if _is_alone(path) else next(made)
        except BaseException:  # nobody waits for what is left
            for process in active_children():
                process.kill()
            raise


def _several(work: Callable[[str], T], paths: Sequence[str]) -> list[T]:
    return [work(path) for path in paths]


def _is_alone(path: str) -> bool:
    """Return whether a page is read here: others have another standard input, and hosts are asked in turn."""
    return path == STANDARD_INPUT or path.startswith(ADDRESS)
