"""A key goes into the system's keyring, and nowhere else."""

from __future__ import annotations

import pickle

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from app.model.server.address import Address
from app.model.server.keys import SERVICE, Key, KeyRing, KeyRingError
from tests.helpers.memory_keyring import BrokenKeyring, MemoryKeyring

SECRET = "sk-123-secret"
HERE = Address.parse("http://localhost:8080/llama")
THERE = Address.parse("https://gpu.example.org")


@pytest.fixture
def backend() -> KeyringBackend:
    return MemoryKeyring()


def test_a_key_is_kept_for_one_server_and_forgotten(backend: KeyringBackend) -> None:
    ring = KeyRing(backend)
    assert ring.find(HERE) is None
    ring.keep(HERE, Key(f" {SECRET}\n"))
    found = KeyRing(backend).find(HERE)
    assert found is not None
    assert found.header == f"Bearer {SECRET}"
    assert ring.find(THERE) is None
    ring.forget(HERE)
    ring.forget(HERE)
    assert ring.find(HERE) is None


def test_it_is_kept_under_the_server_whatever_the_path(backend: KeyringBackend) -> None:
    KeyRing(backend).keep(HERE, Key(SECRET))
    assert backend.get_password(SERVICE, "http://localhost:8080") == SECRET


def test_it_does_not_show_itself() -> None:
    key = Key(SECRET)
    assert SECRET not in f"{key} {key!r} {[key]} {vars(type(key))}"
    assert key.hidden_in(f"Incorrect key {SECRET}.") == "Incorrect key …."


def test_it_cannot_be_written_to_a_file_by_mistake() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Key(SECRET))


@pytest.mark.parametrize("text", ["", "  ", "two words", "line\nbreak", "schlüssel", "a\x00b"])
def test_what_could_not_be_sent_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(ValueError, match="A key is one word") as caught:
        Key(text)
    assert not text.strip() or text not in str(caught.value)


def test_a_computer_without_a_keyring_is_told_so() -> None:
    ring = KeyRing(NoKeyring())
    for act in (lambda: ring.keep(HERE, Key(SECRET)), lambda: ring.find(HERE)):
        with pytest.raises(KeyRingError, match="no keyring") as caught:
            act()
        assert SECRET not in str(caught.value)


def test_what_a_broken_keyring_says_is_not_repeated() -> None:
    ring = KeyRing(BrokenKeyring())
    for act in (
        lambda: ring.keep(HERE, Key(SECRET)),
        lambda: ring.find(HERE),
        lambda: ring.forget(HERE),
    ):
        with pytest.raises(KeyRingError, match=r"did not (keep|read|remove) the key") as caught:
            act()
        assert SECRET not in str(caught.value)
        # Nor does it stand in the part of a traceback that came before.
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__
