"""What the environment says of endpoints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.errors import WrongSetting
from partnerkg.store import settings

SECONDS = "PARTNERKG_ENDPOINT_TIMEOUT"
BYTES = "PARTNERKG_ENDPOINT_BYTES"


@pytest.mark.parametrize("empty", [None, ""])
def test_it_has_a_value_where_nothing_is_set(monkeypatch, empty):
    for name in (SECONDS, BYTES, "PARTNERKG_AUTHENTICATION"):
        monkeypatch.delenv(name, raising=False) if empty is None else monkeypatch.setenv(name, empty)
    assert (settings.timeout(), settings.most()) == (settings.TIMEOUT, settings.MOST)
    assert settings.authentication() == settings.BASIC


@pytest.mark.parametrize(("written", "seconds"), [("300", 300), ("0.5", 0.5), ("1e99", 1_000_000)])
def test_it_takes_seconds(monkeypatch, written, seconds):
    monkeypatch.setenv(SECONDS, written)
    assert settings.timeout() == seconds


@pytest.mark.parametrize("written", ["0", "-1", "nan", "-inf", "a minute"])
def test_it_refuses_what_is_no_time(monkeypatch, written):
    monkeypatch.setenv(SECONDS, written)
    with pytest.raises(WrongSetting, match="takes a number of seconds, such as 300"):
        settings.timeout()


@pytest.mark.parametrize("written", ["0", "-1", "1e9", "500 MB", "٣", "9" * 5000])
def test_it_refuses_what_is_no_size(monkeypatch, written):
    monkeypatch.setenv(BYTES, written)
    with pytest.raises(WrongSetting, match="takes a number of bytes, such as 1000000000"):
        settings.most()


@given(st.integers(1, 10**18 - 1))
def test_it_takes_any_size(size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(BYTES, str(size))
        assert settings.most() == size


def test_it_knows_basic_and_digest(monkeypatch):
    monkeypatch.setenv("PARTNERKG_AUTHENTICATION", "Digest")
    assert settings.authentication() == settings.DIGEST
    monkeypatch.setenv("PARTNERKG_AUTHENTICATION", "ntlm")
    with pytest.raises(WrongSetting, match="`ntlm`; it takes basic or digest"):
        settings.authentication()


def test_it_needs_a_name_and_a_password(monkeypatch):
    monkeypatch.setenv("PARTNERKG_USER", "me")
    monkeypatch.delenv("PARTNERKG_PASSWORD", raising=False)
    assert settings.credentials() is None
    monkeypatch.setenv("PARTNERKG_PASSWORD", "secret")
    assert settings.credentials() == ("me", "secret")


def test_it_takes_sizes_of_18_digits_and_none_longer(monkeypatch):
    monkeypatch.setenv(BYTES, "9" * 18)
    assert settings.most() == 10**18 - 1
    monkeypatch.setenv(BYTES, "9" * 19)
    with pytest.raises(WrongSetting):
        settings.most()
