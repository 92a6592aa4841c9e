"""Opening a connection to a model server, and only to where it may lead."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPConnection

from app.model.connections import Connections
from app.model.errors import Cause, EngineError
from app.model.server.address import Address, Nearness, nearness
from app.model.server.limits import Limits


class Line(HTTPConnection):
    """One connection; names are looked up here, and the numbers found are those connected to.

    So what was checked is what is used, whatever the name is said to mean a moment later. No proxy
    is asked: it would read along.

    Parameters
    ----------
    address : Address
        Where it leads.
    limits : Limits
        How long is waited.
    tls : ssl.SSLContext or None
        Whom to trust; the system's choice if None.
    connections : Connections
        Where it is counted.
    """

    def __init__(
        self,
        address: Address,
        limits: Limits,
        tls: ssl.SSLContext | None,
        connections: Connections,
    ) -> None:
        super().__init__(address.host, address.port, timeout=limits.connect)
        # The header “Host” has no port where it is the usual one.
        self.default_port = 443 if address.scheme == "https" else 80
        self._address = address
        self._limits = limits
        self._tls = tls
        self._connections = connections
        self.wire: socket.socket | None = None
        """The socket; ``sock`` forgets it while the last answer is still being read."""

    def be_patient(self, seconds: float) -> None:
        """Wait this long for each byte from now on."""
        if self.wire is not None:
            self.wire.settimeout(seconds)

    def connect(self) -> None:
        """Open the connection.

        Raises
        ------
        EngineError
            It leads nowhere, or where it must not lead; the cause says which.
        """
        found = _look_up(self._address)
        _check(self._address, found)
        plain = self._first_of(found)
        # Each piece of a reply is small and awaited.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = plain if self._address.scheme == "http" else self._secured(plain)
        self.wire = self.sock
        self.be_patient(self._limits.answer)

    def _first_of(self, found: list[tuple[socket.AddressFamily, str]]) -> socket.socket:
        """Connect to the first of some addresses that answers."""
        failure: OSError | None = None
        for family, ip in found:
            try:
                plain = self._connected(family, ip)
            except OSError as error:
                failure = error
                continue
            self._connections.note(self.host, here=nearness(ip) is Nearness.HERE)
            return plain
        raise EngineError(Cause.UNREACHABLE, _why(self._address, failure, self._limits))

    def _connected(self, family: socket.AddressFamily, ip: str) -> socket.socket:
        # A system without IPv6 may know addresses of it, and refuses the socket itself.
        plain = socket.socket(family, socket.SOCK_STREAM)
        try:
            plain.settimeout(self._limits.connect)
            # By number, with no second look at the name.
            plain.connect(socket.getaddrinfo(ip, self.port, family)[0][4])
        except OSError:
            plain.close()
            raise
        return plain

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        context = self._tls or ssl.create_default_context()
        try:
            return context.wrap_socket(plain, server_hostname=self.host)
        except ssl.SSLCertVerificationError as error:
            plain.close()
            raise EngineError(Cause.CERTIFICATE_REFUSED, error.verify_message) from error
        except (OSError, ValueError) as error:
            plain.close()
            raise EngineError(
                Cause.NOT_A_SERVER, f"{self._address} does not answer as https:// should"
            ) from error


def _look_up(address: Address) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise EngineError(
            Cause.UNREACHABLE, f"no computer named {address.host} is known"
        ) from error
    return [(family, str(where[0])) for family, _, _, _, where in found]


def _check(address: Address, found: list[tuple[socket.AddressFamily, str]]) -> None:
    """See to it that all that a name stands for is where the learner agreed to send things."""
    kinds = {nearness(ip) for _, ip in found}
    if address.is_here and kinds != {Nearness.HERE}:
        raise EngineError(Cause.UNSAFE_ADDRESS, f"{address.host} is not this computer")
    if address.scheme == "http" and Nearness.FAR in kinds:
        raise EngineError(
            Cause.UNSAFE_ADDRESS,
            f"{address.host} is not in your own network, and {address} is not encrypted",
        )


def _why(address: Address, error: OSError | None, limits: Limits) -> str:
    if isinstance(error, TimeoutError):
        return f"{address.origin} does not answer within {limits.connect:g} seconds"
    if isinstance(error, ConnectionRefusedError):
        return f"nothing listens at {address.origin}"
    reason = error.strerror if error is not None else None
    return f"{address.origin}: {reason or 'no connection'}"
