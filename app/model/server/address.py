"""Where a model server is, and whether what is sent to it stays among friends."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, quote, urlsplit

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Spelled out: the standard library also calls addresses private that nobody can have, such as
# those of examples.
_NEAR = tuple(
    ipaddress.ip_network(each)
    for each in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "100.64.0.0/10",  # shared address space, which private overlay networks use
        "fc00::/7",
        "fe80::/10",
    )
)
_PORTS = {"http": 80, "https": 443}
# Servers print these when they listen everywhere, and people copy what is printed.
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - nothing is bound to them


class Nearness(StrEnum):
    """Whose computer an address belongs to."""

    HERE = "here"
    NEAR = "near"
    FAR = "far"


def nearness(ip: str) -> Nearness:
    """Return whether an IP address is this machine's, one of a private network's, or any other.

    Raises
    ------
    ValueError
        This is no IP address.
    """
    address: IPAddress = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if address.is_loopback:
        return Nearness.HERE
    if any(address in network for network in _NEAR if network.version == address.version):
        return Nearness.NEAR
    return Nearness.FAR


@dataclass(frozen=True)
class Address:
    """Where a server is.

    Attributes
    ----------
    scheme : str
        ``http`` or ``https``.
    host : str
        A name or an IP address, without brackets.
    port : int
        From 1 to 65535.
    path : str
        What stands before the paths of the interface; empty, or with a slash at its start only.
    """

    scheme: str
    host: str
    port: int
    path: str = ""

    @classmethod
    def parse(cls, text: str) -> Address:
        """Return the address that somebody typed.

        ``http://`` may be left out for this machine and for IP addresses, ``https://`` for all
        others, and ``/v1`` at the end counts for nothing.

        Raises
        ------
        ValueError
            It cannot be an address; the text says why.
        """
        text = text.strip()
        if not text or not text.isprintable() or " " in text:
            raise ValueError("Enter an address such as http://localhost:8080.")
        parts = _split(text)
        host = _EVERYWHERE.get(parts.hostname or "", parts.hostname or "")
        if parts.username is not None or parts.password is not None:
            # It would end up in the settings file.
            raise ValueError("A name or key does not belong into the address: there is a field.")
        if parts.query or parts.fragment:
            raise ValueError("An address has no “?” and no “#”.")
        path = parts.path.rstrip("/").removesuffix("/v1").rstrip("/")
        scheme = parts.scheme or ("http" if _is_ip(host) or host == "localhost" else "https")
        path = quote(path, safe="/%:@!$&'()*+,;=~")
        return cls(scheme, _ascii(host), parts.port or _PORTS[scheme], path)

    @property
    def origin(self) -> str:
        """Scheme, host and port: who it is that gets what is sent."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def is_here(self) -> bool:
        """Whether it says itself that it means this machine; no name is looked up for that."""
        if _is_ip(self.host):
            return nearness(self.host) is Nearness.HERE
        return self.host == "localhost"

    def __str__(self) -> str:
        return f"{self.origin}{self.path}"


def _split(text: str) -> SplitResult:
    given = "://" in text
    try:
        parts = urlsplit(text if given else f"//{text}")
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        port_is_right = False
        parts = urlsplit("")
    if not port_is_right or not parts.hostname:
        raise ValueError(f"“{text}” is no address; one looks like http://localhost:8080.")
    if given and parts.scheme not in _PORTS:
        raise ValueError(f"An address begins with http:// or https://, not {parts.scheme}://.")
    return parts


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _ascii(host: str) -> str:
    if _is_ip(host):
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError(f"“{host}” is no name of a computer.") from None
