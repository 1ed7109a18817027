"""Packing."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as some

from partnerkg.files.packed import fitting, packed


@given(some.lists(some.binary()))
def test_it_is_unpacked_to_what_it_was(chunks):
    assert gzip.decompress(b"".join(packed(chunks))) == b"".join(chunks)


def test_no_name_and_no_time_stand_in_it():
    assert b"".join(packed([b"a"]))[4:10] == b"\0\0\0\0\x02\xff"


@pytest.mark.parametrize("name", ["x.nq.gz", "X.NQ.GZ"])
def test_it_is_packed_where_the_name_says_so(name):
    assert gzip.decompress(b"".join(fitting(name, [b"a", b"b"]))) == b"ab"
    assert b"".join(fitting(name[:-3], [b"a", b"b"])) == b"ab"
