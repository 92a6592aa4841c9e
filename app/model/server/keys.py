"""The key to a model server: it lives in the system's keyring, and shows itself nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from app.model.server.address import Address

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Segue model server"
"""What the entries in the keyring are called."""


class KeyRingError(Exception):
    """The system's keyring did not do what it was asked; the text is for the learner."""


class Key:
    """A secret that is sent with each request; printed, it is three dots.

    Parameters
    ----------
    text : str
        The key; space around it does not count.

    Raises
    ------
    ValueError
        It could not be sent. The text does not repeat it.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        text = text.strip()
        # The library that sends it would refuse others with an error that quotes them.
        if not text or not all("!" <= character <= "~" for character in text):
            raise ValueError("A key is one word of letters, digits and marks, without spaces.")
        self._text = text

    @property
    def header(self) -> str:
        """What the header ``Authorization`` says."""
        return f"Bearer {self._text}"

    def hidden_in(self, text: str) -> str:
        """Return a text in which the key, where it stands, is three dots."""
        return text.replace(self._text, "…")

    def store(self, backend: KeyringBackend, name: str) -> None:
        """Put the key into a keyring."""
        backend.set_password(SERVICE, name, self._text)

    def __repr__(self) -> str:
        return "Key(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written to anything but a keyring")


class KeyRing:
    """The system's keyring, with one key for each server.

    Its methods may wait for the learner to unlock it, so they are no work for a window's thread.

    Parameters
    ----------
    backend : KeyringBackend, optional
        The keyring; by default the one that the ``keyring`` library finds.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend

    def find(self, address: Address) -> Key | None:
        """Return the key to a server, if there is one.

        Raises
        ------
        KeyRingError
            The keyring cannot be read.
        """
        try:
            text = self._ring().get_password(SERVICE, address.origin)
            return None if text is None else Key(text)
        except Exception as error:
            raise _refusal("read", error) from None

    def keep(self, address: Address, key: Key) -> None:
        """Keep the key to a server, in place of an earlier one.

        Raises
        ------
        KeyRingError
            The keyring cannot be written.
        """
        try:
            key.store(self._ring(), address.origin)
        except Exception as error:
            raise _refusal("keep", error) from None

    def forget(self, address: Address) -> None:
        """Take the key to a server out of the keyring; nothing happens where there is none.

        Raises
        ------
        KeyRingError
            The keyring cannot be written.
        """
        try:
            ring = self._ring()
            if ring.get_password(SERVICE, address.origin) is not None:
                ring.delete_password(SERVICE, address.origin)
        except Exception as error:
            raise _refusal("remove", error) from None

    def _ring(self) -> KeyringBackend:
        if self._backend is None:
            # Here, as it looks for keyrings on loading, and most learners have no server.
            import keyring  # noqa: PLC0415

            self._backend = keyring.get_keyring()
        return self._backend


def _refusal(act: str, error: Exception) -> KeyRingError:
    """Return the error to raise instead of a keyring's own, which could quote the key."""
    name = type(error).__name__
    if name == "NoKeyringError":
        return KeyRingError(
            "This computer has no keyring where a key would be safe. Without one Segue remembers"
            " the key until it closes."
        )
    return KeyRingError(f"The system's keyring did not {act} the key ({name}).")
