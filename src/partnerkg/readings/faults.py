"""What is wrong with readings, gathered so that all of it is said at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from partnerkg.errors import WrongReading, WrongReadings

P = ParamSpec("P")
T = TypeVar("T")


class Faults(list[WrongReading]):
    """Faults in the order in which they were found."""

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep the fault that ends the block instead of passing it on."""
        try:
            yield
        except WrongReading as fault:
            self.keep(fault)

    def attempt(self, function: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T | None:
        """Return what the function returns, or keep its fault and return None."""
        try:
            return function(*arguments, **options)
        except WrongReading as fault:
            self.keep(fault)
            return None

    def keep(self, fault: WrongReading) -> None:
        """Keep a fault, or each of several."""
        self.extend(fault.faults if isinstance(fault, WrongReadings) else [fault])

    def end(self) -> None:
        """Raise WrongReading for a single fault, WrongReadings for several, by file and line."""
        if not self:
            return
        once = {str(fault): fault for fault in self}.values()
        ordered = sorted(once, key=lambda fault: (str(fault.details["path"]), fault.details["line"]))
        raise ordered[0] if len(ordered) == 1 else WrongReadings(ordered)
