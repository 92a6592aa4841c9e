"""Keyrings that touch nobody's real one."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords until it is forgotten itself."""

    priority = 0.1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]


class BrokenKeyring(MemoryKeyring):
    """Fails with an error that quotes what it was given, as some do."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(f"sk-123-secret of {username} lies on a broken disk")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise ValueError(f"cannot keep {password}")
