"""The model server that the learner chose: its address, its key, and leave to send things there."""

from __future__ import annotations

import ssl
from dataclasses import dataclass

from app.model.connections import Connections
from app.model.server.address import Address
from app.model.server.engine import ServerEngine
from app.model.server.keys import Key, KeyRing, KeyRingError
from app.model.server.limits import Limits
from app.settings import Settings


@dataclass(frozen=True)
class ServerChoice:
    """Which server the learner wants.

    Attributes
    ----------
    address : Address or None
        Where it is; None when none is wanted, or what was entered is no address.
    model : str
        Which of its models; its first one if empty.
    reason : str
        Why none is used now; empty when one is.
    """

    address: Address | None
    model: str = ""
    reason: str = ""

    @property
    def usable(self) -> bool:
        """Whether there is a server that may be asked."""
        return self.address is not None and not self.reason


def choose_server(settings: Settings) -> ServerChoice:
    """Return the server that the settings name, if the learner agreed to send things there."""
    if not settings.server:
        return ServerChoice(None, reason="no model server is used")
    try:
        address = Address.parse(settings.server)
    except ValueError as error:
        return ServerChoice(None, settings.server_model, str(error))
    agreed = address.is_here or settings.server_agreed == address.origin
    reason = "" if agreed else f"you have not agreed yet to send anything to {address.origin}"
    return ServerChoice(address, settings.server_model, reason)


class Serving:
    """Holds the engine for the server in use, and the keys to servers.

    Parameters
    ----------
    keys : KeyRing, optional
        Where keys are kept; the system's keyring by default.
    connections : Connections, optional
        Where connections are counted.
    limits : Limits, optional
        How long is waited for a server.
    tls : ssl.SSLContext, optional
        Whose certificates are trusted; by default those that the system trusts.

    Attributes
    ----------
    engine : ServerEngine or None
        None while no server is used.
    choice : ServerChoice
        What the settings say.
    """

    def __init__(
        self,
        keys: KeyRing | None = None,
        connections: Connections | None = None,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.engine: ServerEngine | None = None
        self.choice = choose_server(Settings())
        self._keys = keys or KeyRing()
        self._connections = connections or Connections()
        self._limits = limits
        self._tls = tls
        # What the keyring did not take, for as long as Segue runs.
        self._remembered: dict[str, Key] = {}

    def follow(self, settings: Settings) -> bool:
        """Use the server that the settings name; return whether it is another one than before."""
        choice = choose_server(settings)
        if choice == self.choice:
            return False
        self.close()
        self.choice = choice
        if choice.usable and choice.address is not None:
            address = choice.address
            self.engine = ServerEngine(
                address,
                model=choice.model,
                find_key=lambda: self.find_key(address),
                limits=self._limits,
                connections=self._connections,
                tls=self._tls,
            )
        return True

    def find_key(self, address: Address) -> Key | None:
        """Return the key to a server, if there is one; may wait for the keyring.

        Raises
        ------
        KeyRingError
            The keyring cannot be read.
        """
        return self._remembered.get(address.origin) or self._keys.find(address)

    def keep_key(self, address: Address, key: Key) -> None:
        """Keep the key to a server; may wait for the keyring.

        Raises
        ------
        KeyRingError
            The keyring did not take it; the key is remembered until Segue closes.
        """
        try:
            self._keys.keep(address, key)
        except KeyRingError:
            self._remembered[address.origin] = key
            raise
        self._remembered.pop(address.origin, None)

    def forget_key(self, address: Address) -> None:
        """Forget the key to a server; may wait for the keyring.

        Raises
        ------
        KeyRingError
            The keyring cannot be changed.
        """
        self._remembered.pop(address.origin, None)
        self._keys.forget(address)

    def close(self) -> None:
        """End the engine, if there is one."""
        if self.engine is not None:
            self.engine.close()
            self.engine = None
