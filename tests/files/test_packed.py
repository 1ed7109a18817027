"""Packing."""

from __future__ import annotations

import gzip

from hypothesis import given
from hypothesis import strategies as some

from partnerkg.files.packed import packed


@given(some.lists(some.binary()))
def test_it_is_unpacked_to_what_it_was(chunks):
    assert gzip.decompress(b"".join(packed(chunks))) == b"".join(chunks)


def test_no_name_and_no_time_stand_in_it():
    assert b"".join(packed([b"a"]))[4:10] == b"\0\0\0\0\x02\xff"
