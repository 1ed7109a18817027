"""The checks of a framework, read from its table, which names the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from partnerkg.fair.check import Check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from partnerkg.fair.check import Test

    Maker = Callable[..., Test]  # from the terms of a row


@dataclass(frozen=True, slots=True)
class Framework:
    """A set of checks by its name and address."""

    name: str
    source: str
    checks: tuple[Check, ...]


def framework(name: str, makers: Mapping[str, Maker]) -> Framework:
    """Return the framework of a table `checks/{name}.yaml`; `makers` has what makes each test it names."""
    from importlib.resources import files

    import yaml

    text = files("partnerkg.fair").joinpath("checks", f"{name}.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return Framework(table["name"], table["source"], tuple(_checks(table, makers)))


def _checks(table: Mapping[str, Any], makers: Mapping[str, Maker]) -> Iterator[Check]:
    """Yield the checks; a row without words of its own has those of its test, with its terms."""
    for row in table["checks"]:
        terms = row.get("terms", ())
        words = table["sentences"].get(row["test"], {}) | row
        named = ", ".join(term.replace("|", " | ") for term in terms)
        wants = {language: words[language].format(terms=named) for language in ("en", "fr")}
        yield Check(str(row["id"]), row["points"], wants, makers[row["test"]](*terms))


def plainly(test: Test) -> Maker:
    """Return what makes a test that takes no terms."""
    return lambda: test
