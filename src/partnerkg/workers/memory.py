"""How much memory a worker may take, and what holds it to that."""

from __future__ import annotations

import os
import sys

from partnerkg.errors import N_, Message, WrongSetting

SETTING = "PARTNERKG_MEMORY"
MOST = 2048  # megabytes beyond the graph, enough to put some ten million rows in order
_LEAST = 256  # megabytes: the interpreter, the engine and the shipped graph
_UNKNOWN = 4096  # megabytes, where the system does not say how much it has
_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # in which the system counts memory
_SAID = (b"memory allocation of", b"bad_alloc", b"MemoryError")  # by Rust, C++ and Python


def most() -> int:
    """Return how many megabytes a worker may take beyond what it begins with.

    They are what PARTNERKG_MEMORY says, else MOST, or half of a smaller machine's. WrongSetting.
    """
    given = os.environ.get(SETTING)
    if not given:
        return max(_LEAST, min(MOST, _installed() // 2))
    if not (given.isascii() and given.isdigit() and len(given) < 10 and int(given) >= _LEAST):
        what = Message(N_("a number of megabytes, {least} or more"), least=_LEAST)
        raise WrongSetting(name=SETTING, value=given, what=what)
    return int(given)


def room() -> int:
    """Return how many megabytes a worker may take to read the graph that it is asked of; WrongSetting."""
    return max(most(), _installed() // 2)


def _installed() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
    except (AttributeError, ValueError, OSError):
        return _UNKNOWN * 2


def bound(megabytes: int) -> None:
    """Have the system refuse this process so much more memory than it has, where it can.

    Linux counts what is mapped for data.
    """
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = held()[1] + megabytes << 20
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))


def held() -> tuple[int, int]:
    """Return how many megabytes this process has, and has mapped for data; 0 where nobody can tell."""
    found = _status()
    return found.get("VmRSS", 0), found.get("VmData", 0)


def had(megabytes: int) -> bool:
    """Return whether this process has ever had more than so many megabytes.

    Linux tells it of this program; getrusage(2) counts in what the process that started it had, but is asked
    in no time.
    """
    import resource

    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE >> 20 <= megabytes:
        return False
    return _status().get("VmHWM", megabytes + 1) > megabytes


def _status() -> dict[str, int]:
    """Return what Linux says that this process has, in megabytes."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            lines = [line.split() for line in status if line.startswith("Vm")]
    except OSError:
        return {}
    return {name.rstrip(":"): int(number) >> 10 for name, number, *_ in lines}


def ran_out(said: bytes) -> bool:
    """Return whether a process that ended said that it was refused memory."""
    return any(words in said for words in _SAID)
