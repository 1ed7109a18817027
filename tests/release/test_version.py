"""Semantic versions, and which comes after which."""

from __future__ import annotations

from itertools import pairwise

import pytest

from partnerkg.release.version import WrongVersion, read

# SemVer 2.0.0 §11
ORDER = (
    *("1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11"),
    *("1.0.0-rc.1", "1.0.0", "1.9.0", "1.10.0", "2.0.0", "2.1.0", "2.1.1", "10.0.0"),
)


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(ORDER)))
def test_it_knows_which_comes_after_which(earlier: str, later: str) -> None:
    assert read(later).follows(read(earlier))
    assert not read(earlier).follows(read(later))


def test_it_takes_no_build_for_a_later_version() -> None:
    assert not read("1.0.0+2").follows(read("1.0.0+1"))


@pytest.mark.parametrize(
    "text", ["1", "1.0", "v1.0.0", "01.0.0", "1.0.0-01", "1.0.0-", "1.0.0+", "1.0.0 ", "1.0.0\n", ""]
)
def test_it_refuses_what_is_no_semantic_version(text: str) -> None:
    with pytest.raises(WrongVersion, match="write three numbers such as 1.2.0".replace(".", r"\.")):
        read(text)
